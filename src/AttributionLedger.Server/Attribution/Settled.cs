using AttributionLedger.Basics;
using AttributionLedger.Readings;

namespace AttributionLedger.Attribution;

/// <summary>
/// Which readings can never change any more. What was recorded by a moment is fixed once everybody who was writing then has
/// committed or given up; the notebook may yet be copied, and consent may be withdrawn, so neither a reading by the noted clock nor
/// a publishable one ever is.
/// </summary>
public static class Settled
{
    /// <summary>How long nobody can be who began to write: many times what a transaction may take, and clocks may differ by.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(10);

    /// <param name="now">UTC.</param>
    public static bool IsSettled(this AsOf asOf, DateTimeOffset now) =>
        asOf is { Clock: Clock.Recorded, Audience: Audience.Internal } && asOf.KnownAt <= now - After && asOf.SaidBy <= now - After;
}
