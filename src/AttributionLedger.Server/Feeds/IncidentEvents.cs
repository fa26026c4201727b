using AttributionLedger.Basics;
using AttributionLedger.Histories;
using AttributionLedger.Store;

namespace AttributionLedger.Feeds;

/// <summary>
/// The events of an incident, for the desk. A place is a version of the stream, so whatever is read from the events and
/// whatever is kept of them fit together without a seam.
/// </summary>
internal sealed class IncidentEvents : Topic
{
    /// <summary>Events of one read: a few dozen kilobytes, which a client accepts at once.</summary>
    private const int PageLimit = 128;

    /// <summary>Two pages: what arrives while a client is written to.</summary>
    private const int TailLimit = 2 * PageLimit;

    private readonly string incident, stream;
    private readonly FeedSources sources;
    private readonly CancellationToken stopping;
    private readonly Rounds rounds;
    private volatile bool hasBegun;

    public IncidentEvents(string incident, FeedSources sources, CancellationToken stopping) : base(TailLimit)
    {
        (this.incident, this.sources, this.stopping) = (incident, sources, stopping);
        (stream, rounds) = (StreamKeys.Of(IncidentId.Of(incident)), new(RefreshAsync));
    }

    public override IEnumerable<string> Streams => [stream];

    /// <summary>Takes in what was appended by now.</summary>
    public Task RefreshNowAsync() => rounds.RunAsync();

    public override async Task<Opening> OpenAsync(string? last, CancellationToken ct)
    {
        var after = (long?)null;
        if (last is not null)
        {
            if (!long.TryParse(last, System.Globalization.NumberStyles.None, null, out var version)) return Refused("event-id-malformed", "An event of an incident goes by its number in the stream. Repeat the id of the last one that you got, or leave it out.");
            after = version;
        }
        await RefreshNowAsync().WaitAsync(ct);
        if (!hasBegun) return Refused("incident-unknown", "No such incident is on record. The board lists those that are.");
        var head = Tail.Head;
        return after > head ? Refused("event-id-unknown", $"The incident has {head} events, and none with this number. Read its history anew.") : new Opening.At(after ?? head, $"{after ?? head}");
    }

    public override Task BeatAsync(Growth growth, DateTimeOffset now, CancellationToken ct) => growth.Of(stream) > Tail.Head ? RefreshNowAsync() : Task.CompletedTask;

    protected override async Task<Piece> FurtherBackAsync(long place, CancellationToken ct) =>
        await sources.HistoryAsync(incident, place + 1, PageLimit, ct) is { } page ? new([.. page.Shape.Events.Select(shown => Told(shown).Frame)], page.Last) : new([], place);

    private async Task RefreshAsync()
    {
        if (!hasBegun)
        {
            if (await sources.EndAsync(incident, stopping) is not { } end) return;
            Tail.Begin(end);
            hasBegun = true;
            return;
        }
        while (await sources.HistoryAsync(incident, Tail.Head + 1, PageLimit, stopping) is { } page)
        {
            // Terms may have changed: what is told again is read again, as the history does.
            if (page.Reverses) Tail.Forget();
            if (page.Last > Tail.Head) Tail.Append(page.Shape.Events.Select(Told), page.Last);
            if (page.Shape.Next is null) return;
        }
    }

    private static Told Told(HistoryEventShape shown) => new(shown.Version, Frames.Event(shown.Event, $"{shown.Version}", shown));

    private static Opening.Refused Refused(string code, string message) => new(new Rejection(code, code == "incident-unknown" ? "incident" : "Last-Event-ID", message));
}
