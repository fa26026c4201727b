using AttributionLedger.Basics;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Corrects the words or the stances of a statement that the speaker, the outlet or the translator got wrong; what is null stays.</summary>
/// <param name="Said">When the speaker corrected itself; for the speaker only, and then always.</param>
public sealed record CorrectStatement(EntryId Id, EntryId Statement, Corrector Whose, WorldTime? Said, string Reason, Words? Words, Listing<Stance>? Stances) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) =>
        [new StatementCorrected(Id, Statement, Whose, Said, Reason, Words, Stances)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. OnRecord(record, Statement, EntryKind.Statement, "statement"), .. HeardItself(record, Statement, "statement"), .. Texts.Line(Reason, "reason"),
        .. StatementRules.OfWords(Words, "words"), .. NotAfterKnown(Said, "said", "The time of the correction", known),
        .. Stances is { } stances ? StanceRules.Refusals(stances, new Speaking(record.Entry(Statement)?.By ?? [], Verified: true, Asked: true), incident) : [],
        .. Refused(record.Entry(Statement))
    ];

    private IEnumerable<Rejection> Refused(LoggedEntry? statement)
    {
        if (Words is null && Stances is null) yield return new("nothing-to-change", null, "Say what to correct: words or stances.");
        if (Whose == Corrector.Speaker && Said is null) yield return new("said-missing", "said", "A speaker's own correction acts from when it was said: say when.");
        if (Whose != Corrector.Speaker && Said is not null) yield return new("said-misplaced", "said", "Only a speaker's own correction has a time at which it was said; this one acts on the whole axis.");
        if (Said?.Latest < statement?.Earliest) yield return new("reversal-before-statement", "said", "The correction lies before the statement that it corrects.");
    }
}
