using AttributionLedger.Basics;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>The speaker takes a statement back.</summary>
public sealed record RetractStatement(EntryId Id, EntryId Statement, WorldTime Said, string Reason, Words? Words) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new StatementRetracted(Id, Statement, Said, Reason, Words)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. OnRecord(record, Statement, EntryKind.Statement, "statement"), .. HeardItself(record, Statement, "statement"), .. Texts.Line(Reason, "reason"),
            .. NotAfterKnown(Said, "said", "The time of the retraction", known), .. StatementRules.OfWords(Words, "words"), .. Refused(record.Entry(Statement))];

    private IEnumerable<Rejection> Refused(LoggedEntry? statement)
    {
        if (statement?.RetractedBy is { } by) yield return new("already-retracted", "statement", $"It was retracted before, by {by}. Strike that first if it was logged in error.");
        if (Said.Latest < statement?.Earliest) yield return new("reversal-before-statement", "said", "The retraction lies before the statement that it retracts.");
    }
}
