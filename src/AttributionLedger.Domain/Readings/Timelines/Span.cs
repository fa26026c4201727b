namespace AttributionLedger.Readings.Timelines;

/// <summary>Between which moments a stance is heard, where it stands among others, and in which bin. Times are ticks of UTC.</summary>
/// <param name="KnownUntil">Exclusive, as <paramref name="SaidUntil"/>.</param>
internal readonly record struct Span(
    long KnownFrom, long KnownUntil, long SaidFrom, long SaidUntil, long Latest, long Known, long SurelyFrom, long Embargo, long Order, int Place, int Bin, int EmbargoedBin)
{
    /// <summary>For a stance that is heard at the moment that is asked about, whatever the others.</summary>
    public static Span Of(Shown shown) => new(
        0, 0, 0, 0, shown.Heard.Latest.UtcTicks, shown.Heard.Known.UtcTicks, shown.Heard.SurelyFrom.UtcTicks, 0, shown.Order, shown.Heard.Place, 0, 0);

    public bool Holds(long knownAt, long saidBy) => KnownFrom <= knownAt && knownAt < KnownUntil && SaidFrom <= saidBy && saidBy < SaidUntil;
}
