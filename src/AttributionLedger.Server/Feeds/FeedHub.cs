using System.Collections.Concurrent;
using System.Net;
using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Readings;
using AttributionLedger.Store;

namespace AttributionLedger.Feeds;

/// <summary>What came of asking to follow.</summary>
internal abstract record Joining
{
    private Joining() { }

    public sealed record Taken(Subscription Subscription) : Joining;
    public sealed record Refused(Rejection Rejection) : Joining;

    /// <summary>As many follow as may.</summary>
    /// <param name="IsOfAddress">From this address; elsewhere there may be seats.</param>
    public sealed record Full(bool IsOfAddress) : Joining;
}

/// <summary>
/// Where clients follow incidents and the board. What this process commits is told at once to those who follow the events;
/// everything else on the beat, for which PostgreSQL is asked once for all. It survives PostgreSQL, and stops with the server.
/// </summary>
internal sealed class FeedHub(LedgerStore store, FeedSources sources, Commits commits, FeedLimits limits) : BackgroundService
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<Subject, Topic> topics = new();
    private readonly CancellationTokenSource stopped = new();
    private readonly Seats seats = new(limits);

    /// <summary>Follows an incident, or the board where <paramref name="incident"/> is null.</summary>
    /// <param name="last">The id of the last event that the client has got; null when it has got none.</param>
    /// <param name="from">Whose seat it is.</param>
    public async Task<Joining> JoinAsync(string? incident, Audience audience, string? last, IPAddress from, CancellationToken ct)
    {
        var subject = new Subject(incident, audience);
        if (Enter(subject, from, out var full) is not { } topic) return full!;
        Subscription? taken = null;
        try
        {
            var opening = await topic.OpenAsync(last, ct);
            if (opening is not Opening.At at) return new Joining.Refused(((Opening.Refused)opening).Rejection);
            return new Joining.Taken(taken = new(topic, at, () => Leave(subject, topic, from)));
        }
        finally
        {
            if (taken is null) Leave(subject, topic, from);
        }
    }

    public override Task StartAsync(CancellationToken ct)
    {
        commits.Committed += OnCommitted;
        return base.StartAsync(ct);
    }

    public override async Task StopAsync(CancellationToken ct)
    {
        commits.Committed -= OnCommitted;
        await stopped.CancelAsync();
        await base.StopAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        try
        {
            await Task.WhenAll(BeatAsync(stopping), HeartbeatAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
    }

    private Topic? Enter(Subject subject, IPAddress from, out Joining.Full? full)
    {
        lock (gate)
        {
            full = seats.Take(from);
            if (full is not null) return null;
            var topic = topics.GetOrAdd(subject, Create);
            topic.Subscribers++;
            return topic;
        }
    }

    private void Leave(Subject subject, Topic topic, IPAddress from)
    {
        lock (gate)
        {
            seats.Return(from);
            if (--topic.Subscribers > 0) return;
            topics.TryRemove(KeyValuePair.Create(subject, topic));
            topic.Dispose();
        }
    }

    private Topic Create(Subject subject) => subject switch
    {
        { Incident: null } => new BoardChanges(subject.Audience, sources),
        { Audience: Audience.Internal } => new IncidentEvents(subject.Incident, sources, stopped.Token),
        _ => new ReadingChanges(subject.Incident, sources)
    };

    private void OnCommitted(IReadOnlyCollection<string> streams)
    {
        foreach (var stream in streams)
            if (StreamKeys.IncidentIn(stream) is { } incident && topics.TryGetValue(new(incident, Audience.Internal), out var topic))
                // What fails is tried again on the beat.
                _ = ((IncidentEvents)topic).RefreshNowAsync();
    }

    private async Task BeatAsync(CancellationToken stopping)
    {
        while (true)
        {
            await Task.Delay(ToNextBeat(), stopping);
            if (topics.IsEmpty) continue;
            try
            {
                var growth = await Growth.OfAsync(store, topics.Values.SelectMany(topic => topic.Streams), stopping);
                await Parallel.ForEachAsync(topics, new ParallelOptions { MaxDegreeOfParallelism = FeedLimits.ReadsAtOnce, CancellationToken = stopping }, async (pair, ct) => await BeatAsync(pair.Key, pair.Value, growth, ct));
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                if (!Patience.IsAway(fault)) Tell(fault);
            }
        }
    }

    private async Task BeatAsync(Subject subject, Topic topic, Growth growth, CancellationToken ct)
    {
        try
        {
            await topic.BeatAsync(growth, DateTimeOffset.UtcNow, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested && !Patience.IsAway(fault))
        {
            // Its clients come again, and hear what is wrong; the others are not held up.
            Tell(fault);
            lock (gate)
                if (topics.TryRemove(KeyValuePair.Create(subject, topic))) topic.End();
        }
        catch (Exception fault) when (Patience.IsAway(fault)) { }
    }

    // Each client writes a comment if it has written nothing for a while.
    private async Task HeartbeatAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(limits.Heartbeat);
        while (await timer.WaitForNextTickAsync(stopping))
            foreach (var topic in topics.Values) topic.Wake();
    }

    /// <summary>Beats fall on whole ones of the clock.</summary>
    private TimeSpan ToNextBeat() => TimeSpan.FromTicks(limits.Beat.Ticks - DateTimeOffset.UtcNow.Ticks % limits.Beat.Ticks);

    // The message of an unforeseen fault may hold words of a statement; its kind does not.
    private static void Tell(Exception fault) => Console.Error.WriteLine($"ledger: a feed: a fault of the ledger: {fault.GetType().Name}. [fault]");
}
