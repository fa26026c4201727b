using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings.Timelines;
using AttributionLedger.Store;
using Microsoft.Extensions.Caching.Memory;

namespace AttributionLedger.Attribution;

/// <summary>
/// The histories of those incidents that were asked about last, prepared for any moment. What was appended since is asked of
/// PostgreSQL each time, by key, and taken in; so nothing is believed that another process may have changed. The first to ask
/// about an incident waits for its events to be read once.
/// </summary>
public sealed class KeptTimelines(LedgerStore store) : IDisposable
{
    /// <summary>Bytes of all that is kept: some ten of the largest incidents that a newsroom has, or thousands of the usual ones.</summary>
    private const long SizeLimit = 192L << 20;

    /// <summary>Bytes that an incident takes without its statements, and that a stance takes; measured, and rounded up.</summary>
    private const int IncidentSize = 4_096, StanceSize = 1_024;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = SizeLimit });

    /// <summary>The incident's timeline, which holds every event that was committed before the call; null when there is no such incident.</summary>
    public async Task<KeptTimeline?> OfAsync(IncidentId incident, CancellationToken ct)
    {
        var timeline = kept.TryGetValue(incident, out KeptTimeline? found) ? found! : new KeptTimeline(incident);
        var before = timeline.Count;
        await timeline.CatchUpAsync(store, ct);
        if (timeline.Incident is null) return null;
        // It is weighed when it is put in, so it is put in again when it has grown by much.
        if (found is null || timeline.Count > before + (before / 4))
            kept.Set(incident, timeline, new MemoryCacheEntryOptions { Size = IncidentSize + (StanceSize * (long)timeline.Count) });
        return timeline;
    }

    public void Dispose() => kept.Dispose();
}

/// <summary>A timeline that many read at once, and that goes on between their looks at it.</summary>
public sealed class KeptTimeline(IncidentId id)
{
    private readonly Timeline timeline = new(id.Value);
    private readonly SemaphoreSlim turn = new(1);
    private readonly ReaderWriterLockSlim gate = new();

    /// <summary>As it stands after all that is held; null when nothing is.</summary>
    public Incident? Incident => Read(timeline => timeline.Incident);

    internal int Count => Read(timeline => timeline.Count);

    /// <summary>Looks at it while it stands still. What is asked of it must not wait for anything.</summary>
    public T Read<T>(Func<Timeline, T> look)
    {
        gate.EnterReadLock();
        try
        {
            return look(timeline);
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    internal async Task CatchUpAsync(LedgerStore store, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (await store.Prepared.AfterAsync(StreamKeys.Of(id), Read(timeline => timeline.Version), ct) is { Count: > 0 } since) Extend(since);
        }
        finally
        {
            turn.Release();
        }
    }

    private void Extend(List<Recorded<IncidentEvent>> since)
    {
        gate.EnterWriteLock();
        try
        {
            timeline.Extend(since);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }
}
