using AttributionLedger.Basics;

namespace AttributionLedger.Readings;

/// <summary>For whom a reading is made. The two are computed apart, never masked afterwards.</summary>
public enum Audience
{
    /// <summary>The desk: everything but what is off the record.</summary>
    Internal,
    /// <summary>
    /// Anybody: the same rules over a subset of the statements. It leaves out deep background, what is under embargo, unnamed
    /// sources whose terms are not stated, and what consent was withdrawn for; and it never hints that there is more.
    /// </summary>
    Publishable
}

/// <summary>The moment of a reading on both clocks, for whom it is, and by which rules.</summary>
/// <param name="SaidBy">UTC; what was said later, at its latest possible time, is left out.</param>
/// <param name="KnownAt">UTC; what the desk knew later, by <paramref name="Clock"/>, is left out.</param>
public sealed record AsOf(DateTimeOffset SaidBy, DateTimeOffset KnownAt, Clock Clock = Clock.Recorded, Audience Audience = Audience.Internal)
{
    public Rules Rules { get; init; } = Rules.Current;

    /// <summary>
    /// Whether statements are known that had not been said, and it is by statements that claims are known: a notebook has no
    /// frames. By the recorded clock a claim is known from when it was framed, whatever was said.
    /// </summary>
    public bool KnowsMoreThanWasSaid => Clock == Clock.Noted && SaidBy < KnownAt;

    /// <summary>The same with everything said that was known.</summary>
    internal AsOf WithAllThatWasKnown => this with { SaidBy = KnownAt };
}
