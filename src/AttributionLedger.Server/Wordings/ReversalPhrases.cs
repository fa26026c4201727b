using AttributionLedger.Incidents;
using AttributionLedger.Times;

namespace AttributionLedger.Wordings;

/// <summary>
/// What became of a statement, in the words in which it may be told: each kind of error has its own, for who erred is part of
/// what is told. The one place where they are put, whoever tells them.
/// </summary>
public static class ReversalPhrases
{
    public const string Struck = "logged in error by this desk";

    public const string ConsentWithdrawn = "consent withdrawn";

    public const string TermsRenegotiated = "terms renegotiated";

    /// <summary>What had been done to it was undone, for that was an error of this desk's.</summary>
    public const string StandsAgain = "standing again, for what had been done to it was " + Struck;

    /// <param name="said">When the speaker took it back.</param>
    public static string Withdrawn(WorldTime said) => $"withdrawn by the speaker {On(said)}";

    /// <param name="said">When the speaker corrected itself; null for the others.</param>
    /// <param name="known">UTC, when the correction of another was recorded, or noted, where that is earlier.</param>
    /// <param name="zone">The incident's.</param>
    public static string Corrected(Corrector whose, WorldTime? said, DateTimeOffset known, string zone) => whose switch
    {
        Corrector.Speaker => $"corrected by the speaker{(said is null ? "" : $" {On(said)}")}",
        Corrector.Outlet => $"corrected by the outlet on {new DateWords(zone).Day(known)}",
        _ => $"translation corrected on {new DateWords(zone).Day(known)}"
    };

    private static string On(WorldTime said) => new DateWords(said.Zone).On(said);
}
