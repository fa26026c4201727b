using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Exporting;
using AttributionLedger.Incidents;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Spreadsheets.Writing;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using AttributionLedger.Views;

namespace AttributionLedger.Tables;

/// <summary>An incident with its claims, and statements as they stand in it: from the shapes that a reader gets to what a table writes.</summary>
internal sealed class TableScene(TableIncident incident, IReadOnlyDictionary<string, TableClaim> claims, Audience audience)
{
    public TableIncident Incident => incident;

    public bool KnowsClaimsOf(StatementShape statement) => statement.Stances.All(stance => stance.Claim is not { } claim || claims.ContainsKey(claim));

    /// <param name="requesters">Who asked, where the statement itself does not say so.</param>
    public TableStatement Of(StatementShape said, IReadOnlyList<PartyShape> requesters) => new(
        said.Id, All(said.By), Of(said.Said), [.. said.Stances.Select(Of)], new Terms(said.Terms.Rule, said.Terms.Agreed, said.Terms.Description, said.Terms.Reason), said.Known,
        said.Published is { } published ? Of(published) : null,
        said.Words is { } words ? new Words(words.Form, words.Text, words.Language, words.TranslatedBy, words.Original, words.OriginalLanguage) : null,
        said.Setting.Medium, All(said.Setting.AskedBy.Count > 0 ? said.Setting.AskedBy : requesters), All(said.Setting.Via), said.Setting.Embargo, said.Setting.Pool, said.RelayOf,
        said.Issuance, said.Channel is { } channel ? Of(channel) : null, said.Basis, said.Grade, [.. said.Evidence.Select(Of).OfType<Evidence>().Distinct()], said.Noted,
        Enum.Parse<TableStatus>(said.Status.ToString()), said.Status == StatementStatus.Retracted ? Retraction(said) : null);

    private TableStance Of(StanceShape taken) => new(
        new Stance(
            taken.Stance, taken.Claim is { } claim ? ClaimId.Of(claim) : null, taken.Request is { } request && audience == Audience.Internal ? EntryId.Of(request) : null,
            taken.Strength, taken.Qualifier, taken.Verb, taken.Scope, taken.Ground, taken.Figures.Select(figure => new Figure(figure.Category, figure.Least, figure.Most, figure.AsOf)).ToListing()),
        taken.Claim is { } about ? claims.GetValueOrDefault(about) : null);

    // Where somebody looks who has the table; what can no longer be found there is said by the ledger.
    private Evidence? Of(EvidenceShape piece) =>
        new Evidence(piece.Gone && audience == Audience.Publishable ? null : piece.Url, piece.Archive, piece.File, piece.Sha256, piece.At, piece.Note) is var shown && (shown.Url ?? shown.Archive ?? shown.File) is not null ? shown : null;

    // The desk's reason is its own, and a table that another ledger takes in must give one.
    private static TableRetraction? Retraction(StatementShape said) =>
        said.Reversals.LastOrDefault(reversal => reversal.Kind == ReversalKind.Retracted) is { Said: { } taken } back ? new(Of(taken), back.Reason ?? PublishedReasons.Retracted) : null;

    public static TableIncident Of(Incident incident) => new(incident.Id, incident.Headline, incident.Zone, incident.Occurred, incident.Place, incident.Invented);

    public static TableClaim Of(ClaimShape claim) => new(
        claim.Id, claim.Kind, claim.Text, claim.Actor is { } actor ? Of(actor) : null, claim.Act, claim.Refines, claim.Raised, claim.RaisedByParty is { } raiser ? Of(raiser) : null);

    private static TableParty Of(PartyShape party) => new(party.Id, party.Name, party.Kind);

    private static IReadOnlyList<TableParty> All(IEnumerable<PartyShape> parties) => [.. parties.Select(Of)];

    private static WorldTime Of(TimeShape time) => WorldTime.Stored(time.Edtf, time.Zone, time.Wording, time.Earliest, time.Latest);
}
