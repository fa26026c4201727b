using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Attribution;

/// <summary>Turns a reading into its stable shape.</summary>
internal sealed class Shaping(Register register, AsOf asOf)
{
    public static ReadingShape Of(IncidentReading reading, Register register) => new Shaping(register, reading.AsOf).Shape(reading);

    /// <summary>The shape of a moment at which nothing was known of the incident: empty, and it says why.</summary>
    public static ReadingShape NotYetKnown(Incident incident, AsOf asOf) =>
        new(Of(incident), Of(asOf), asOf.Rules.Version, null, [], [], [], [], [], [], [], "At this moment nothing of the incident was on record.");

    private ReadingShape Shape(IncidentReading reading) => new(
        Of(reading.Incident), Of(reading.AsOf), reading.RulesVersion, Of(reading.Status), [.. reading.Acts.Select(Of)], [.. reading.Standings.Select(Of)],
        [.. reading.Answered.Select(answered => new AnsweredShape(Of(answered.Party), Ids(answered.Claims), Of(answered.Answer)))],
        [.. reading.Asked.Select(Of)], [.. reading.Claims.Select(Of)], [.. reading.Comments.Select(Of)], [.. reading.Guards.Select(guard => new GuardShape(guard.Code, guard.Message, Ids(guard.Entries)))]);

    private static IncidentShape Of(Incident incident) => new(
        incident.Id, incident.Headline, incident.Zone, incident.Occurred?.Edtf, incident.Place, incident.Summary, incident.Invented, incident.Closed, incident.MergedInto?.Value);

    private static AsOfShape Of(AsOf asOf) => new(asOf.SaidBy, asOf.KnownAt, asOf.Clock, asOf.Audience);

    private PartyShape Of(PartyId party) => register.Shape(party);

    private StatusShape Of(Status status) => new(
        status.Kind, status.Act?.Value, status.Count, All(status.Actors), All(status.Described), All(status.StatedAsFactBy), Phrases.Of(status, register), Of(status.Reason));

    private StandingShape Of(Standing standing) => new(
        Of(standing.Actor), standing.Act?.Value, Ids(standing.Claims), standing.Named, standing.AlsoNamed, Phrases.Of(standing), standing.AccusedBy.Count,
        [.. standing.AccusedBy.Select(Of)], AlsoSaid(standing.AccusedBy), [.. standing.DisputedBy.Select(Of)], All(standing.StatedAsFactBy), standing.Withdrawn,
        Of(standing.Answer), [.. standing.NotFlat.Select(Of)], [.. standing.NotCounted.Select(Of)], [.. standing.Reasons.Select(Of)]);

    private ClaimShape Of(ClaimReading reading) => new(
        reading.Claim.Id.Value, reading.Claim.Kind, reading.Claim.Text, reading.Claim.Actor is { } actor ? Of(actor) : null,
        reading.Claim.Act?.Value, reading.Claim.Refines?.Value, reading.Claim.Raised, reading.Claim.RaisedByParty is { } raiser ? Of(raiser) : null, reading.Supports.Count, [.. reading.Supports.Select(Of)], AlsoSaid(reading.Supports),
        reading.Denies.Count, [.. reading.Denies.Select(Of)], reading.DeniesInPart.Count, All(reading.StatedAsFactBy), [.. reading.Positions.Select(Of)], [.. reading.Beside.Select(Of)],
        [.. reading.Figures.Select(f => new FigureShape(Of(f.Party), f.Figure.Category, f.Figure.Least, f.Figure.Most, f.Figure.AsOf, f.Rival, f.Entry.Value))],
        [.. reading.Independence.Select(note => new IndependenceShape(All(note.Parties), note.Reason))]);

    private ReasonShape Of(Reason reason) => new(reason.Rule, asOf.Rules.Version, Ids(reason.Statements));

    /// <summary>A source is shown by those of its speakers that may be named beside its root; a source of unnamed speakers only, by their description.</summary>
    private SourceShape Of(Source source)
    {
        var named = source.Members.Where(heard => !register.IsUnnamed(heard.Party)).ToList();
        return named.Count > 0
            ? new(source.Root is { } root ? Of(root) : null, [.. named.Select(heard => Of(heard.Party)).Distinct()], Ids(named.Select(heard => heard.Entry).Distinct()))
            : new(null, [.. source.Members.Select(heard => Of(heard.Party)).Distinct()], Ids(source.Members.Select(heard => heard.Entry).Distinct()));
    }

    // For the desk: in public it would say under whom a source speaks.
    private IReadOnlyList<SourceShape> AlsoSaid(IEnumerable<Source> sources) => asOf.Audience == Audience.Publishable ? [] :
    [
        .. sources.Where(source => source.Members.Any(heard => !register.IsUnnamed(heard.Party)))
            .SelectMany(source => source.Members.Where(heard => register.IsUnnamed(heard.Party)))
            .Select(heard => new SourceShape(null, [Of(heard.Party)], [heard.Entry.Value]))
    ];

    private AnswerShape Of(Answer answer) => new(
        answer.Kind, Phrases.Of(answer), answer.Stance is { } stance ? Of(stance) : null, answer.DividedVoice, [.. answer.Opposed.Select(Of)],
        [.. answer.Beside.Select(Of)], answer.Pending is { } pending ? Of(pending) : null);

    private SaidShape Of(Heard heard) => new(
        Of(heard.Party), heard.Entry.Value, heard.Kind, heard.Claim?.Value, heard.IsRequest ? null : heard.Strength, heard.Scope, heard.Qualifier, heard.Verb, heard.Ground,
        heard.IsRequest ? null : heard.Issuance, heard.InTheNameOf.Count > 0 ? All(heard.InTheNameOf) : null, register.Bystanders(heard.AskedBy, asOf.Audience) is { Count: > 0 } asked ? asked : null,
        heard.Request?.Value, heard.Earliest, heard.Latest, heard.Known);

    private IReadOnlyList<PartyShape> All(IEnumerable<PartyId> parties) => [.. parties.Select(Of).Distinct()];

    private static IReadOnlyList<string> Ids<T>(IEnumerable<T> ids) where T : struct, IIdentity<T> => [.. ids.Select(id => id.Value)];
}
