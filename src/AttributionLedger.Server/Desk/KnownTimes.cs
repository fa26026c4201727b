using AttributionLedger.Times;

namespace AttributionLedger.Desk;

/// <summary>Assigns the times at which entries are recorded: now, and always later than the last of the same stream.</summary>
/// <param name="last">The last time of the stream, UTC; null when it is new.</param>
internal sealed class KnownTimes(TimeProvider clock, DateTimeOffset? last)
{
    private DateTimeOffset last = last ?? DateTimeOffset.MinValue;

    /// <summary>The next time, UTC, in whole microseconds, for PostgreSQL keeps no finer.</summary>
    public DateTimeOffset Next()
    {
        var now = Microseconds.Of(clock.GetUtcNow());
        return last = now > last ? now : last + Microseconds.One;
    }
}
