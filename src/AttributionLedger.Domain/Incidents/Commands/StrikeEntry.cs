using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Takes back what this desk logged in error: a statement, a request, a piece of evidence, a link, or a reversal of any kind.</summary>
public sealed record StrikeEntry(EntryId Id, EntryId Entry, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) =>
        record.Entry(Entry) is { Kind: EntryKind.Reversal, Target: var target } ? [new ReversalStruck(Id, Entry, target, Reason)] : [new EntryStruck(Id, Entry, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Line(Reason, "reason"), .. Refused(record.Entry(Entry)), .. Orphaning(record, record.Entry(Entry))];

    private IEnumerable<Rejection> Refused(LoggedEntry? entry)
    {
        if (entry is null)
            yield return new("entry-unknown", "entry", $"This incident has no entry {Entry}.");
        else if (entry.Kind == EntryKind.Structure)
            yield return new("entry-cannot-be-struck", "entry", $"{Entry} cannot be struck: log its opposite or a newer one instead (reword, revise, reopen, split, or the reversal once more).");
        else if (entry.StruckBy is { } by)
            yield return new("already-struck", "entry", $"{Entry} was struck before, by {by}.");
    }

    // A statement must not be gone because the one that stands for it is.
    private IEnumerable<Rejection> Orphaning(IRecord record, LoggedEntry? entry)
    {
        if (entry is { Kind: EntryKind.Statement } && record.StandsFor(entry).FirstOrDefault() is { } tie)
            yield return new("entry-stands-for-another", "entry", $"{tie.With} is linked by {tie.Link} as the same as {Entry}, and would be gone with it. Strike {tie.Link} first.");
        if (entry is { Kind: EntryKind.Reversal, Target: { } revived } && record.Entry(revived) is { Kind: EntryKind.Statement } statement && statement.StruckBy == Entry
            && record.StoodForBy(statement) is { } link && record.Entry(link.With) is { StruckBy: { } strike })
            yield return new("entry-stands-for-another", "entry", $"{revived} is linked by {link.Link} as the same as {link.With}, which is struck by {strike}. Strike {link.Link} or {strike} first.");
    }
}
