namespace AttributionLedger.Basics;

/// <summary>Which of the two times at which the desk knew something a reading goes by.</summary>
public enum Clock
{
    /// <summary>When this ledger recorded it: what the ledger can prove. The default.</summary>
    Recorded,
    /// <summary>The time in the notebook or sheet that an entry came from, where it carries one: what the desk says it knew.</summary>
    Noted
}

/// <summary>A fact, and when the ledger recorded it.</summary>
/// <param name="Fact">What happened.</param>
/// <param name="At">UTC, microseconds; assigned by the writer of the stream, strictly increasing from entry to entry within it.</param>
/// <param name="Order">The fact's place in its stream, from 1.</param>
public sealed record Recorded<TFact>(TFact Fact, DateTimeOffset At, long Order) where TFact : INoted
{
    /// <summary>When the desk knew it, by <paramref name="clock"/>.</summary>
    public DateTimeOffset Known(Clock clock) => clock == Clock.Noted ? Fact.Noted ?? At : At;
}

/// <summary>A fact that may carry the time at which the desk noted it, before it reached the ledger.</summary>
public interface INoted
{
    /// <summary>UTC; never after the time at which the ledger recorded the fact.</summary>
    DateTimeOffset? Noted { get; }
}
