using AttributionLedger.Basics;

namespace AttributionLedger.Statements;

/// <summary>
/// What may be told in public of a statement that is shown: what was said, by whom and on what terms; not how the desk came
/// by it or what it thinks of it. The lists and the export both go by it.
/// </summary>
internal static class PublicStatement
{
    /// <summary>Where a source is not named, medium, chain, evidence, basis and words of its own about it could tell who it is.</summary>
    public static bool IsNamed(Statement statement) => !statement.By.Concat(statement.Speaking()).Any(Identity.IsMinted);

    /// <param name="now">With its latest words and terms.</param>
    /// <param name="isOriginalShown">Whether the statement that it repeats, where it repeats one, is shown.</param>
    public static Statement Of(Statement now, bool isOriginalShown) => IsNamed(now)
        ? Shared(now) with { Setting = new Setting(now.Setting.Medium, Named(now.Setting.AskedBy), Chain(now, isOriginalShown), Pool: now.Setting.Pool) }
        : Shared(now) with { Setting = new Setting(null, Named(now.Setting.AskedBy), [], Pool: now.Setting.Pool), Basis = null, Evidence = null, Published = null };

    // The agreement verbatim is between the desk and the source; description and reason were given to be published.
    private static Statement Shared(Statement now) => now with { Terms = now.Terms with { Agreed = null }, Grade = null };

    // Who repeats what is left out speaks for itself: its chain would name who said it.
    private static Listing<PartyId> Chain(Statement now, bool isOriginalShown) => now.RelayOf is null || isOriginalShown ? Named(now.Setting.Via) : [];

    private static Listing<PartyId> Named(Listing<PartyId> parties) => parties.Where(party => !Identity.IsMinted(party)).ToListing();
}
