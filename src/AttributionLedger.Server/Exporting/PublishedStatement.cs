using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Exporting;

/// <summary>What of a statement may leave the desk: what was said, by whom and on what terms; not how the desk came by it or what it thinks of it.</summary>
internal static class PublishedStatement
{
    /// <summary>What one statement may carry; evidence that was attached later is added up here.</summary>
    private const int EvidenceLimit = 50;

    /// <param name="now">With its latest words and terms.</param>
    /// <param name="isNamed">Where a source is not named, medium, chain, evidence and basis could tell who it is.</param>
    /// <param name="relayOf">The statement that it repeats, as far as that is published.</param>
    /// <param name="gone">Evidence that can no longer be found where it was.</param>
    public static Statement Of(Statement now, bool isNamed, EntryId? relayOf, IEnumerable<Evidence> gone) => now with
    {
        // The agreement verbatim is between the desk and the source; description and reason were given to be published.
        Terms = now.Terms with { Agreed = null },
        Setting = new Setting(
            isNamed ? now.Setting.Medium : null,
            Named(now.Setting.AskedBy),
            // Who repeats what is left out speaks for itself: its chain would name who said it.
            isNamed && (now.RelayOf is null || relayOf is not null) ? Named(now.Setting.Via) : [],
            Pool: now.Setting.Pool),
        RelayOf = relayOf,
        Basis = isNamed ? now.Basis : null,
        Grade = null,
        Evidence = isNamed ? Published(now.Evidence ?? [], gone) : null,
        Published = isNamed ? now.Published : null
    };

    /// <summary>Where anybody can look; files that the desk holds, and what it noted about them, stay with it.</summary>
    private static Listing<Evidence>? Published(Listing<Evidence> evidence, IEnumerable<Evidence> gone) => evidence
        .Select(piece => new Evidence(gone.Contains(piece) ? null : piece.Url, piece.Archive, At: piece.At))
        .Where(piece => (piece.Url ?? piece.Archive) is not null).Distinct().Take(EvidenceLimit).ToListing() is { Count: > 0 } published ? published : null;

    private static Listing<PartyId> Named(Listing<PartyId> parties) => parties.Where(party => !Identity.IsMinted(party)).ToListing();
}
