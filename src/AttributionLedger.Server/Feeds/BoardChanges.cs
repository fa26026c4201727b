using AttributionLedger.Attribution;
using AttributionLedger.Boards;
using AttributionLedger.Readings;

namespace AttributionLedger.Feeds;

internal sealed record BoardSnapshot(string Digest, byte[] Whole, DateTimeOffset? NextEmbargo, BoardShape Board) : Snapshot(Digest, Whole, NextEmbargo);

/// <summary>The first page of the board: the incidents on it that read differently, and the whole page to whom it has got away.</summary>
internal sealed class BoardChanges(Audience audience, FeedSources sources) : Snapshots<BoardSnapshot>(Kept)
{
    /// <summary>Beats of which the changes are kept, for whoever is a moment late.</summary>
    private const int Kept = 8;

    private long seen = -1;

    public override IEnumerable<string> Streams => [];

    protected override async Task<BoardSnapshot?> ReadAsync(CancellationToken ct)
    {
        var page = await sources.BoardAsync(audience, ct);
        var digest = Digests.Of(page.Shape);
        return new(digest, Frames.Event("board", digest, page.Shape), page.NextEmbargo, page.Shape);
    }

    // The views take in the register as well, so whatever changes a row makes them move.
    protected override bool MayHaveChanged(Growth growth) => growth.Views != seen;

    protected override void Noted(Growth growth) => seen = growth.Views;

    protected override byte[] Difference(BoardSnapshot before, BoardSnapshot after)
    {
        var known = before.Board.Incidents.ToDictionary(incident => incident.Id);
        var changed = after.Board.Incidents.Where(incident => known.GetValueOrDefault(incident.Id) != incident).ToList();
        // Only the last carries the digest: a client that is cut off before it is told the page again.
        return changed.Count == 0 ? after.Whole : [.. changed.SelectMany((incident, i) => Frames.Event("incident", i == changed.Count - 1 ? after.Digest : null, incident))];
    }

    protected override Opening Unknown() => throw new InvalidOperationException("There always is a board.");
}
