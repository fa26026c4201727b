using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Times;
using AttributionLedger.Views;
using AttributionLedger.Wordings;

namespace AttributionLedger.Statements;

/// <summary>Turns rows into shapes for one audience: what is not for it never gets into one.</summary>
/// <param name="isPublished">Whether the publishable reading of the same moment holds a row.</param>
/// <param name="zone">The incident's.</param>
/// <param name="others">Statements that others repeat or are linked to, and that this reading holds, by the ids of their rows.</param>
internal sealed class StatementShaping(Register register, Audience audience, Func<StatementRow, bool> isPublished, string zone, IReadOnlyDictionary<string, StatementRow> others)
{
    private bool IsInternal => audience == Audience.Internal;

    public StatementShape Of(StatementRow row)
    {
        var original = Held(row, row.Statement.RelayOf);
        var told = IsInternal ? row.Statement : PublicStatement.Of(row.Statement, original is not null);
        return new(
            row.Entry.Value, row.Incident, row.Status(), All(told.By), told.Issuance, told.Channel is { } channel ? Of(channel) : null,
            Of(told.Said), told.Published is { } published ? Of(published) : null, row.Known, IsInternal ? row.Noted : null,
            told.Words is { } words ? Of(words) : null, [.. row.Stances.Select(Of)], Of(told.Setting), Of(told.Terms), original?.Entry.Value, Held(row, row.SameAs)?.Entry.Value, [.. Since(original)],
            IsInternal ? told.Basis : null, told.Grade?.ToString(), [.. Evidence(row)], [.. Reversals(row)], IsInternal ? isPublished(row) : null);
    }

    private StatementRow? Held(StatementRow row, EntryId? other) => other is { } entry ? others.GetValueOrDefault(StatementRow.IdOf(row.Incident, entry)) : null;

    public IReadOnlyList<PartyShape> Speakers(StatementRow row) => All(row.Statement.By);

    public PartyShape Of(PartyId party) => register.Shape(party);

    public static TimeShape Of(WorldTime time) => new(time.Edtf, time.Zone, time.Wording, time.Earliest, time.Latest);

    public IReadOnlyList<PartyShape> Bystanders(IEnumerable<PartyId> parties) => register.Bystanders(parties, audience);

    private IReadOnlyList<PartyShape> All(IEnumerable<PartyId> parties) => [.. parties.Select(Of).Distinct()];

    public static WordsShape Of(Words words) => new(words.Form, words.Text, words.Language, words.TranslatedBy, words.Original, words.OriginalLanguage);

    public static StanceShape Of(Stance stance) => new(
        stance.Kind, stance.Claim?.Value, stance.Request?.Value, stance.Strength, stance.Qualifier, stance.Verb, stance.Scope, stance.Ground,
        [.. (stance.Figures ?? []).Select(figure => new FigureGivenShape(figure.Category, figure.Least, figure.Most, figure.AsOf))]);

    private SettingShape Of(Setting setting) => new(setting.Medium, Bystanders(setting.AskedBy), Bystanders(setting.Via), setting.EmbargoUntil, setting.Pool);

    private static TermsShape Of(Terms terms) => new(terms.Rule, terms.Agreed, terms.Description, terms.Reason);

    private IEnumerable<EvidenceShape> Evidence(StatementRow row) =>
        (row.Statement.Evidence ?? []).Select(evidence => Of(null, evidence, null, null))
            .Concat(row.Attached.Select(note => Of(note.Id.Value, note.Evidence, note.GoneBy, note.GoneBecause)))
            .Where(shape => IsInternal || ((shape.Url ?? shape.Archive) is not null && PublicStatement.IsNamed(row.Statement)));

    // The name of a file, and where an unnamed source wrote something, can give it away.
    private EvidenceShape Of(string? id, Evidence evidence, EntryId? goneBy, string? because) => IsInternal
        ? new(id, evidence.Url, evidence.Archive, evidence.File, evidence.Sha256, evidence.At, evidence.Note, goneBy is not null, goneBy?.Value, because)
        : new(id, evidence.Url, evidence.Archive, null, null, evidence.At, null, goneBy is not null, null, null);

    // What an unnamed source says as it takes something back is its own to tell.
    private IEnumerable<ReversalShape> Reversals(StatementRow row) =>
        row.Reversals.Where(reversal => IsForThisReader(reversal) && (reversal.Other is null || Held(row, reversal.Other) is not null)).Select(reversal => Of(IsInternal || PublicStatement.IsNamed(row.Statement) ? reversal : reversal with { Words = null }));

    // New terms and settled voices are between the desk and its sources.
    private bool IsForThisReader(ReversalNote reversal) => IsInternal || reversal.Kind is ReversalKind.Retracted or ReversalKind.Corrected;

    private ReversalShape Of(ReversalNote reversal) => new(
        reversal.Id.Value, reversal.Kind, reversal.Whose, reversal.Known, reversal.Said is { } said ? Of(said) : null, Phrase(reversal),
        reversal.Words is { } words ? Of(words) : null, reversal.Terms is { } terms ? Of(terms) : null, IsInternal ? reversal.Reason : null, reversal.Link, reversal.Other?.Value);

    // Who repeats it did not take it back, and must hear that others did. A strike is of no statement that is shown in public.
    private IEnumerable<string> Since(StatementRow? original) =>
        (original?.Reversals ?? []).Where(reversal => reversal.Kind is ReversalKind.Retracted or ReversalKind.Corrected or ReversalKind.Struck).Select(Phrase);

    private string Phrase(ReversalNote reversal) => (reversal.Kind, reversal.Whose) switch
    {
        (ReversalKind.Retracted, _) => ReversalPhrases.Withdrawn(reversal.Said!),
        (ReversalKind.Corrected, { } whose) => ReversalPhrases.Corrected(whose, reversal.Said, reversal.Dated(), zone),
        (ReversalKind.TermsRenegotiated, _) => ReversalPhrases.TermsRenegotiated,
        (ReversalKind.ConsentWithdrawn, _) => ReversalPhrases.ConsentWithdrawn,
        (ReversalKind.VoiceSettled, _) => "settles the voice",
        (ReversalKind.Linked, _) => reversal.Link switch { StatementLink.RelayOf => "repeats another", StatementLink.SameAs => "is the same as another", _ => "is not the same as another" },
        _ => ReversalPhrases.Struck
    };
}
