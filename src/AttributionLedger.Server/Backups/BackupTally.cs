using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Store;

namespace AttributionLedger.Backups;

/// <summary>
/// Counts the lines of a backup as they come, and refuses what is out of order. Whoever writes one and whoever reads one
/// counts by the same rules, so that no backup is made that could not be restored. Grows with the streams, of each of which
/// the last version is kept, and not with the events.
/// </summary>
internal sealed class BackupTally(string code)
{
    private readonly Dictionary<string, (long Seen, long Last)> streams = [];

    public long Streams => streams.Count;
    public long Events { get; private set; }

    /// <summary>The sequence of the last event; 0 before the first.</summary>
    public long LastSequence { get; private set; }

    /// <summary>The streams in their order.</summary>
    public IEnumerable<string> Keys => streams.Keys;

    public void Add(BackupLine.Stream stream)
    {
        Require(Events == 0, "a stream stands behind events");
        Require(KindOf(stream.Id) is not null, "a stream is neither an incident's nor a party's");
        Require(stream.Version > 0, $"the stream {stream.Id} has no version");
        Require(streams.TryAdd(stream.Id, (0, stream.Version)), $"the stream {stream.Id} is there twice");
    }

    public void Add(BackupLine.Event line)
    {
        Require(line.Sequence > LastSequence, $"the event {line.Sequence} follows the event {LastSequence}");
        Require(streams.TryGetValue(line.Of, out var stream), $"the event {line.Sequence} belongs to no stream");
        Require(line.Version == stream.Seen + 1, $"the stream {line.Of} goes on from version {stream.Seen} with version {line.Version}");
        if (!EventNames.TryTypeOf(line.Name, out var type) || !type.IsSubclassOf(KindOf(line.Of)!))
            throw new BackupException(BackupCodes.EventUnknown, $"The event {line.Sequence} has a name that this version of the ledger does not know where it stands. A newer version can read it.");
        streams[line.Of] = stream with { Seen = line.Version };
        (LastSequence, Events) = (line.Sequence, Events + 1);
    }

    /// <summary>Holds what was counted against what was to come.</summary>
    public void Close()
    {
        foreach (var (id, stream) in streams)
            Require(stream.Seen == stream.Last, $"the stream {id} ends with version {stream.Seen} and not with {stream.Last}");
    }

    private static Type? KindOf(string stream) =>
        StreamKeys.IncidentIn(stream) is not null ? typeof(IncidentEvent) : StreamKeys.PartyIn(stream) is not null ? typeof(PartyEvent) : null;

    private void Require(bool holds, string otherwise)
    {
        if (!holds) throw new BackupException(code, code == BackupCodes.LedgerDamaged
            ? $"This ledger is damaged: {otherwise}. Nobody could restore a backup of it; run ledger verify, and keep the database as it is."
            : $"This backup is not whole: {otherwise}. Take another one.");
    }
}
