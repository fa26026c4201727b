namespace AttributionLedger.Feeds;

/// <summary>What feeds may cost, and how soon they tell.</summary>
/// <param name="Subscribers">Clients at once: each holds a connection and some ten kilobytes, and every change is written to all who follow the same.</param>
/// <param name="PerAddress">Of those from one address, this machine's too: half, for a newsroom behind one proxy is one address, and no machine alone may take every seat.</param>
/// <param name="Beat">
/// How often is looked for what other processes appended, and for changes of publishable readings and of the board. These are
/// told on the beat and never between, so that the moment at which a reading changes tells nothing finer.
/// </param>
/// <param name="Heartbeat">How often a client that hears nothing is told that the feed is alive: less than the minute after which most proxies give up.</param>
/// <param name="WriteLimit">How long a client may take to accept a page of events; who is slower is cut off, and goes on later where it was.</param>
/// <param name="Retry">How long a client waits before it comes again; to it comes up to as much by chance, so that not all come at once.</param>
public sealed record FeedLimits(int Subscribers, int PerAddress, TimeSpan Beat, TimeSpan Heartbeat, TimeSpan WriteLimit, TimeSpan Retry)
{
    public static readonly FeedLimits Usual = new(1_000, 500, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2));

    /// <summary>Reads of the database that feeds make at once: beyond this they would take connections from those who write.</summary>
    public const int ReadsAtOnce = 4;
}
