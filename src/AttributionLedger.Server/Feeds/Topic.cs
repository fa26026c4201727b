using AttributionLedger.Basics;

namespace AttributionLedger.Feeds;

/// <summary>What a feed is of: an incident, or the board where that is null, in one of the two readings.</summary>
internal readonly record struct Subject(string? Incident, Readings.Audience Audience);

/// <summary>How a feed begins for one client.</summary>
internal abstract record Opening
{
    private Opening() { }

    /// <param name="Id">What the client shall repeat if it comes again before the first event; null where an event comes at once.</param>
    public sealed record At(long Place, string? Id) : Opening;

    public sealed record Refused(Rejection Rejection) : Opening;
}

/// <summary>Something that clients follow: what changes is worked out once here, and read by each at its own pace.</summary>
internal abstract class Topic(int kept) : IDisposable
{
    private readonly CancellationTokenSource ended = new();

    protected Tail Tail { get; } = new(kept);

    /// <summary>How many follow; the hub counts.</summary>
    public int Subscribers { get; set; }

    /// <summary>Cancelled when it cannot go on; whoever follows comes again, and hears why.</summary>
    public CancellationToken Ended => ended.Token;

    public Task Changed => Tail.Changed;

    /// <summary>The streams whose growth bears on it.</summary>
    public abstract IEnumerable<string> Streams { get; }

    /// <summary>Where a client stands that repeats <paramref name="last"/>; null for one that has heard nothing.</summary>
    public abstract Task<Opening> OpenAsync(string? last, CancellationToken ct);

    /// <summary>Works out what has changed. Called once a beat, never twice at once.</summary>
    public abstract Task BeatAsync(Growth growth, DateTimeOffset now, CancellationToken ct);

    /// <summary>What comes after a place; without frames when there is nothing yet.</summary>
    public async ValueTask<Piece> AfterAsync(long place, CancellationToken ct)
    {
        while (true)
        {
            var piece = Tail.After(place) ?? await FurtherBackAsync(place, ct);
            if (piece.Frames.Count > 0 || piece.Place == place) return piece;
            place = piece.Place;
        }
    }

    public void Wake() => Tail.Wake();
    public void End() => ended.Cancel();
    public void Dispose() => ended.Dispose();

    /// <summary>What comes after a place of which nothing is kept any more.</summary>
    protected abstract Task<Piece> FurtherBackAsync(long place, CancellationToken ct);
}
