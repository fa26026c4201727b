using AttributionLedger.Store;

namespace AttributionLedger.Feeds;

/// <summary>One client's place in what it follows. It gives its seat back when it is disposed.</summary>
internal sealed class Subscription : IDisposable
{
    private readonly Topic topic;
    private readonly Action leave;
    private long place;

    internal Subscription(Topic topic, Opening.At begin, Action leave)
    {
        (this.topic, this.leave) = (topic, leave);
        (place, Id) = (begin.Place, begin.Id);
    }

    /// <summary>By what the client goes on if it comes again before the first event; null where an event comes at once.</summary>
    public string? Id { get; }

    /// <summary>Cancelled when the feed cannot go on.</summary>
    public CancellationToken Ended => topic.Ended;

    /// <summary>Completes when it is time to ask for what comes next, or to show that the feed is alive. Take it before asking.</summary>
    public Task Changed => topic.Changed;

    /// <summary>The events that come next, as they go over the wire; none when there are none yet, or PostgreSQL is away.</summary>
    public async ValueTask<IReadOnlyList<byte[]>> NextAsync(CancellationToken ct)
    {
        try
        {
            var piece = await topic.AfterAsync(place, ct);
            place = piece.Place;
            return piece.Frames;
        }
        catch (Exception fault) when (Patience.IsAway(fault))
        {
            return [];
        }
    }

    public void Dispose() => leave();
}
