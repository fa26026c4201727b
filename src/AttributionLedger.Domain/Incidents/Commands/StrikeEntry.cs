using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Takes back what this desk logged in error: a statement, a request, a piece of evidence, a link, or a reversal of any kind.</summary>
public sealed record StrikeEntry(EntryId Id, EntryId Entry, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) =>
        record.Entry(Entry) is { Kind: EntryKind.Reversal, Target: var target } ? [new ReversalStruck(Id, Entry, target, Reason)] : [new EntryStruck(Id, Entry, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Line(Reason, "reason"), .. Refused(record.Entry(Entry))];

    private IEnumerable<Rejection> Refused(LoggedEntry? entry)
    {
        if (entry is null)
            yield return new("entry-unknown", "entry", $"This incident has no entry {Entry}.");
        else if (entry.Kind == EntryKind.Structure)
            yield return new("entry-cannot-be-struck", "entry", $"{Entry} cannot be struck: log its opposite or a newer one instead (reword, revise, reopen, split, or the reversal once more).");
        else if (entry.StruckBy is { } by)
            yield return new("already-struck", "entry", $"{Entry} was struck before, by {by}.");
    }
}
