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
        if (await BeginningOfAsync(incident, ct) is not { } timeline) return null;
        while (!await MoreOfAsync(timeline, ct)) { }
        return timeline;
    }

    /// <summary>The same with its first events at least, for those who begin there; null when there is no such incident.</summary>
    public async Task<KeptTimeline?> BeginningOfAsync(IncidentId incident, CancellationToken ct)
    {
        var timeline = Held(incident);
        if (timeline.Incident is null) await timeline.GoOnAsync(ct);
        if (timeline.Incident is not null) return timeline;
        kept.Remove(incident);
        return null;
    }

    /// <summary>Takes in the next of its events.</summary>
    /// <returns>Whether it holds every event that was committed before the call.</returns>
    public async Task<bool> MoreOfAsync(KeptTimeline timeline, CancellationToken ct)
    {
        var isWhole = await timeline.GoOnAsync(ct);
        // It is weighed when it is put in, so it is put in again when it has grown by much since.
        if (timeline.Count > timeline.Weighed + (timeline.Weighed / 4)) Keep(timeline);
        return isWhole;
    }

    /// <summary>Whether anything on record of the incident bears on what may be published of a moment before it: terms, consent, an embargo.</summary>
    public Task<bool> IsNarrowedAsync(IncidentId incident, CancellationToken ct) => store.Prepared.NarrowsAsync(StreamKeys.Of(incident), ct);

    /// <summary>The one that all who ask about the incident share, also while it is loaded.</summary>
    private KeptTimeline Held(IncidentId incident)
    {
        lock (kept)
        {
            if (kept.TryGetValue(incident, out KeptTimeline? found)) return found!;
            var timeline = new KeptTimeline(incident, store);
            Keep(timeline);
            return timeline;
        }
    }

    private void Keep(KeptTimeline timeline)
    {
        timeline.Weighed = timeline.Count;
        kept.Set(timeline.Id, timeline, new MemoryCacheEntryOptions { Size = IncidentSize + (StanceSize * (long)timeline.Weighed) });
    }

    public void Dispose() => kept.Dispose();
}

/// <summary>A timeline that many read at once, and that goes on between their looks at it.</summary>
public sealed class KeptTimeline
{
    /// <summary>Events that are taken in at once: the first few are there in some milliseconds, and no list of them is long.</summary>
    private const int FirstPage = 200, Page = 2_000;

    private readonly LedgerStore store;
    private readonly Timeline timeline;
    private readonly SemaphoreSlim turn = new(1);
    private readonly ReaderWriterLockSlim gate = new();

    internal KeptTimeline(IncidentId id, LedgerStore store) => (Id, this.store, timeline) = (id, store, new(id.Value));

    public IncidentId Id { get; }

    /// <summary>As it stands after all that is held; null when nothing is.</summary>
    public Incident? Incident => Read(timeline => timeline.Incident);

    /// <summary>How many it held when it was weighed last.</summary>
    internal int Weighed { get; set; }

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

    /// <summary>Takes in every event that was committed before the call.</summary>
    internal async Task WholeAsync(CancellationToken ct)
    {
        while (!await GoOnAsync(ct)) { }
    }

    /// <summary>Takes in the next events; false where there are more.</summary>
    internal async Task<bool> GoOnAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var version = Read(timeline => timeline.Version);
            var limit = version == 0 ? FirstPage : Page;
            var since = await store.Prepared.AfterAsync(StreamKeys.Of(Id), version, limit, ct);
            if (since.Count > 0) Extend(since);
            return since.Count < limit;
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
