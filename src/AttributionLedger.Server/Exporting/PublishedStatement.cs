using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Exporting;

/// <summary>A statement as it leaves the desk: what may be told of it in public, with what it repeats and where anybody can look.</summary>
internal static class PublishedStatement
{
    /// <summary>What one statement may carry; evidence that was attached later is added up here.</summary>
    private const int EvidenceLimit = 50;

    /// <param name="now">With its latest words and terms.</param>
    /// <param name="isOriginalShown">Whether the statement that it repeats, where it repeats one, is published.</param>
    /// <param name="relayOf">What it repeats, as far back as that is published.</param>
    /// <param name="gone">Evidence that can no longer be found where it was.</param>
    public static Statement Of(Statement now, bool isOriginalShown, EntryId? relayOf, IEnumerable<Evidence> gone)
    {
        var told = PublicStatement.Of(now, isOriginalShown);
        return told with { RelayOf = relayOf, Evidence = Published(told.Evidence ?? [], gone) };
    }

    /// <summary>Where anybody can look; files that the desk holds, and what it noted about them, stay with it.</summary>
    private static Listing<Evidence>? Published(Listing<Evidence> evidence, IEnumerable<Evidence> gone) => evidence
        .Select(piece => new Evidence(gone.Contains(piece) ? null : piece.Url, piece.Archive, At: piece.At))
        .Where(piece => (piece.Url ?? piece.Archive) is not null).Distinct().Take(EvidenceLimit).ToListing() is { Count: > 0 } published ? published : null;
}
