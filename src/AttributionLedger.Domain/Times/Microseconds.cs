namespace AttributionLedger.Times;

/// <summary>
/// The precision of every time in the ledger. PostgreSQL stores no finer, and a time that came back from it must equal
/// the one that went in.
/// </summary>
public static class Microseconds
{
    /// <summary>One microsecond.</summary>
    public static readonly TimeSpan One = TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond);

    /// <summary>The instant in UTC, cut down (never rounded up) to the microsecond, so that it never moves into the future.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) =>
        new(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>As <see cref="Of(DateTimeOffset)"/>; nothing stays nothing.</summary>
    public static DateTimeOffset? Of(DateTimeOffset? instant) => instant is { } given ? Of(given) : null;
}
