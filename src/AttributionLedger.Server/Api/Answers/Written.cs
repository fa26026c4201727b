using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Duplicates;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Api.Answers;

/// <summary>What became of a write.</summary>
/// <param name="Incident">The incident that the entry is of; null when it is of the register.</param>
/// <param name="Party">The party that the entry is of; for an unnamed source the id that the ledger minted.</param>
/// <param name="Entry">The id of the entry, by which later ones name it; null where the incident or the party itself is it.</param>
/// <param name="New">False when the same was on record before.</param>
/// <param name="Version">The number of its last event in the stream; null when it is not new.</param>
/// <param name="Known">UTC, when it was recorded; null when it is not new.</param>
public sealed record WrittenShape(string? Incident, string? Party, string? Entry, bool New, long? Version, DateTimeOffset? Known);

/// <summary>What became of a statement.</summary>
/// <param name="Notices">What was there before it and may be the same, neither linked with it nor found to be another; nothing is dropped for that.</param>
/// <inheritdoc cref="WrittenShape"/>
public sealed record LoggedShape(string? Incident, string? Party, string? Entry, bool New, long? Version, DateTimeOffset? Known, IReadOnlyList<NoticeShape> Notices);

/// <summary>Answers a write: created, on record before, or refused.</summary>
internal static class Written
{
    public static IResult Of(SheetEntry asked, EntryOutcome outcome, IReadOnlyCollection<string> addressed, IReadOnlyList<NoticeShape> notices)
    {
        if (outcome.IsStale) return Problems.Of(StatusCodes.Status412PreconditionFailed, "state-changed", "What this changes has changed since you read it. Read it again, look at what others did, and repeat with its new ETag.", "If-Match");
        if (outcome.Refusals.Count > 0) return Problems.Decided([.. outcome.Refusals.Select(asked.Error).Select(error => new Rejection(error.Code, error.Field, error.Message))], addressed);
        var isIncident = asked is SheetEntry.OfIncident;
        var written = new WrittenShape(isIncident ? outcome.Subject : null, isIncident ? null : outcome.Subject, EntryKeys.IdIn(outcome.Key), outcome.IsNew, outcome.Version, outcome.Known);
        object shape = asked is SheetEntry.OfIncident { Command: LogStatement }
            ? new LoggedShape(written.Incident, written.Party, written.Entry, written.New, written.Version, written.Known, notices) : written;
        return outcome.IsNew ? Results.Created(Location(asked, outcome), shape) : Results.Ok(shape);
    }

    private static string Location(SheetEntry asked, EntryOutcome outcome) => asked switch
    {
        SheetEntry.OfIncident { Command: LogStatement } => $"{Incident(outcome)}/statements/{Uri.EscapeDataString(outcome.Key)}",
        SheetEntry.OfIncident { Command: RegisterPublication } => $"{Incident(outcome)}/publications/{Uri.EscapeDataString(outcome.Key)}",
        SheetEntry.OfIncident { Command: OpenIncident or FrameClaim } => Incident(outcome),
        SheetEntry.OfIncident => $"{Incident(outcome)}/entries/{Uri.EscapeDataString(outcome.Key)}",
        _ => $"/api/parties/{Uri.EscapeDataString(outcome.Subject)}"
    };

    private static string Incident(EntryOutcome outcome) => $"/api/incidents/{Uri.EscapeDataString(outcome.Subject)}";
}
