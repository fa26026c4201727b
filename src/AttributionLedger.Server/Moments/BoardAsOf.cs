using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Boards;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Moments;

/// <summary>
/// The board as of any moment. That of a past one goes in the order in which the incidents were opened, the last first, for
/// either reading: which was logged into last then would have to be found by reading all of them.
/// </summary>
public sealed class BoardAsOf(LedgerStore store, Newsroom newsroom, BoardReader present, IncidentReader incidents)
{
    /// <summary>Incidents that a page of a past board looks at: each is read as of the moment, at a cost that grows with what was said about it.</summary>
    public const int PageLimit = 50;

    /// <param name="limit">From 1 to <see cref="BoardReader.PageLimit"/>; of a past moment no page has more than <see cref="PageLimit"/>.</param>
    /// <param name="after">A cursor that an earlier page gave; null for the first page.</param>
    /// <returns>A page, which may have fewer than were asked for and still a next; or a refusal: <c>cursor-malformed</c>, or what is wrong with a moment.</returns>
    public async Task<Answer<BoardShape>> ReadAsync(int limit, string? after, ReadingRequest request, CancellationToken ct)
    {
        if (request.IsOfNow) return await present.ReadAsync(limit, after, request.Audience, ct) is { } board ? board : Asking.CursorMalformed;
        var question = $"board/{request}";
        var (last, lastId) = (DateTimeOffset.MaxValue, "");
        if (after is not null)
        {
            if (Cursor.Read(after, question, 2) is not [var time, var id] || Cursor.Time(time) is not { } opened) return Asking.CursorMalformed;
            (last, lastId) = (opened, id);
        }
        return await newsroom.Read(request).ThenAsync<BoardShape>(async asOf =>
        {
            var (rows, more) = (await RowsAsync(asOf, last, lastId, Math.Min(limit, PageLimit), ct)).Cut(Math.Min(limit, PageLimit));
            List<BoardIncidentShape> page = [];
            foreach (var row in rows)
                if (await incidents.ReadAsync(row.Id, Newsroom.Exact(asOf), ct) is IncidentAnswer.Read read) page.Add(Shape(row, IncidentReader.Shape(read)));
            return new BoardShape(request.Audience, page, more ? Cursor.Of(question, Cursor.Of(rows[^1].Opened), rows[^1].Id) : null);
        });
    }

    private async Task<IReadOnlyList<BoardRow>> RowsAsync(AsOf asOf, DateTimeOffset last, string lastId, int limit, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        // By the notebook an incident can have been known before it was opened here.
        var until = asOf.Clock == Clock.Recorded ? asOf.KnownAt : DateTimeOffset.MaxValue;
        return await session.Query<BoardRow>().Where(row => row.Opened <= until && (row.Opened < last || (row.Opened == last && row.Id.CompareTo(lastId) > 0)))
            .OrderByDescending(row => row.Opened).ThenBy(row => row.Id).Take(limit + 1).ToListAsync(ct);
    }

    private static BoardIncidentShape Shape(BoardRow row, ReadingShape reading) => new(
        row.Id, reading.Incident.Headline, row.Zone, row.Invented, reading.Incident.Closed, reading.Status!.Status, reading.Status.Phrase, Statements: null, reading.Claims.Count, row.Opened,
        Shown(reading).Select(said => said.Known).DefaultIfEmpty(row.Opened).Max());

    private static IEnumerable<SaidShape> Shown(ReadingShape reading) =>
        reading.Claims.SelectMany(claim => claim.Positions.Concat(claim.Beside)).Concat(reading.Asked).Concat(reading.Comments).Concat(reading.Answered.Select(answered => answered.Answer.Stance).OfType<SaidShape>());
}
