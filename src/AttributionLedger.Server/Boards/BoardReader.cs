using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Boards;

/// <param name="Next">What to ask with for the incidents after these; null when there are none.</param>
public sealed record BoardShape(Audience Reading, IReadOnlyList<BoardIncidentShape> Incidents, string? Next);

/// <param name="Statements">Null in the publishable reading, where the number would tell of others, and of a past moment, for which nobody counted them.</param>
/// <param name="LastKnown">UTC, when the last entry was recorded; in the publishable reading, and of a past moment, the last of what the reading shows, or the opening.</param>
public sealed record BoardIncidentShape(
    string Id, string Headline, string Zone, bool Invented, bool Closed, StatusKind Status, string Phrase, int? Statements, int Claims, DateTimeOffset Opened, DateTimeOffset LastKnown);

/// <param name="NextEmbargo">UTC, when the first of the embargoes in force on this page ends, which changes it without an event; null when there is none.</param>
internal sealed record BoardPage(BoardShape Shape, DateTimeOffset? NextEmbargo);

/// <summary>
/// The board: every incident with its status now, a page at a time. For the desk the one that was logged into last comes
/// first; in the publishable reading the one that was opened last, since an incident that moves up tells that something was
/// logged, also where that may not be published.
/// </summary>
public sealed class BoardReader(LedgerStore store, TimeProvider clock)
{
    /// <summary>Incidents of one page; each is read with its positions.</summary>
    public const int PageLimit = 100;
    public const int DefaultPage = 50;

    /// <param name="after">A cursor that an earlier page gave; null for the first page.</param>
    /// <returns>Null when the cursor is none of the board's.</returns>
    public async Task<BoardShape?> ReadAsync(int limit, string? after, Audience audience, CancellationToken ct) => (await PageAsync(limit, after, audience, ct))?.Shape;

    internal async Task<BoardPage?> PageAsync(int limit, string? after, Audience audience, CancellationToken ct)
    {
        // A place in the order of one reading is none in that of the other.
        var question = $"board/{audience}";
        if (!TryReadCursor(after, question, out var last, out var lastId)) return null;
        await using var session = await store.ReadingOneMomentAsync(ct);
        var rows = await After(session.Query<BoardRow>(), audience, last, lastId).Take(limit + 1).ToListAsync(ct);
        var page = rows.Take(limit).ToList();
        var (statuses, nextEmbargo) = await StatusesAsync(session, page.Select(row => row.Id).ToArray(), audience, ct);
        var next = rows.Count > limit ? Cursor.Of(question, Cursor.Of(audience == Audience.Internal ? page[^1].LastKnown : page[^1].Opened), page[^1].Id) : null;
        return new(new(audience, [.. page.Select(row => Shape(row, statuses[row.Id], audience))], next), nextEmbargo);
    }

    private static IQueryable<BoardRow> After(IQueryable<BoardRow> rows, Audience audience, DateTimeOffset last, string lastId) => audience == Audience.Internal
        ? rows.Where(row => row.LastKnown < last || (row.LastKnown == last && row.Id.CompareTo(lastId) > 0)).OrderByDescending(row => row.LastKnown).ThenBy(row => row.Id)
        : rows.Where(row => row.Opened < last || (row.Opened == last && row.Id.CompareTo(lastId) > 0)).OrderByDescending(row => row.Opened).ThenBy(row => row.Id);

    private static BoardIncidentShape Shape(BoardRow row, Stand stand, Audience audience) => new(
        row.Id, row.Headline, row.Zone, row.Invented, row.Closed, stand.Status, stand.Phrase, audience == Audience.Internal ? row.Statements : null, row.Claims, row.Opened,
        audience == Audience.Internal ? row.LastKnown : stand.LastShown > row.Opened ? stand.LastShown.Value : row.Opened);

    private async Task<(Dictionary<string, Stand> Stands, DateTimeOffset? NextEmbargo)> StatusesAsync(IQuerySession session, string[] ids, Audience audience, CancellationToken ct)
    {
        var incidents = await session.LoadManyAsync<Incident>(ct, ids);
        var positions = (await session.Query<PositionRow>().Where(row => row.Incident.IsOneOf(ids)).ToListAsync(ct)).ToLookup(row => row.Incident, row => row.Position);
        var parties = await session.LoadWithAncestorsAsync(incidents.SelectMany(incident => IncidentReader.PartiesOf(incident, positions[incident.Id])), ct);
        var now = Microseconds.Of(clock.GetUtcNow());
        var (register, asOf) = (new Register(parties, now, Clock.Recorded), new AsOf(now, now, Clock.Recorded, audience));
        var stands = incidents.ToDictionary(incident => incident.Id, incident =>
        {
            List<Position> own = [.. positions[incident.Id]];
            var status = IncidentReading.Of(incident, own, register, asOf).Status;
            return new Stand(status.Kind, Phrases.Of(status, register), audience == Audience.Internal ? null : LastShown(incident, own, register, asOf));
        });
        return (stands, ReadingBasis.Embargo(positions.SelectMany(own => own), now));
    }

    // Of what the reading hears and nothing else, so that it cannot tell of more.
    private static DateTimeOffset? LastShown(Incident incident, IReadOnlyCollection<Position> positions, Register register, AsOf asOf) =>
        new Hearing(incident, positions, register, asOf).All.Select(heard => (DateTimeOffset?)heard.Known).Max();

    /// <param name="LastShown">UTC, when the last of what the publishable reading shows was recorded.</param>
    private sealed record Stand(StatusKind Status, string Phrase, DateTimeOffset? LastShown);

    private static bool TryReadCursor(string? cursor, string question, out DateTimeOffset last, out string id)
    {
        (last, id) = (DateTimeOffset.MaxValue, "");
        if (cursor is null) return true;
        if (Cursor.Read(cursor, question, 2) is not [var time, var place] || Cursor.Time(time) is not { } known) return false;
        (last, id) = (known, place);
        return true;
    }
}
