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

/// <param name="Statements">Null in the publishable reading, where the number would tell of others.</param>
public sealed record BoardIncidentShape(
    string Id, string Headline, string Zone, bool Invented, bool Closed, StatusKind Status, string Phrase, int? Statements, int Claims, DateTimeOffset Opened, DateTimeOffset LastKnown);

/// <summary>The board: every incident with its status now, the one that was logged into last first, a page at a time.</summary>
public sealed class BoardReader(LedgerStore store, TimeProvider clock)
{
    /// <summary>Incidents of one page; each is read with its positions.</summary>
    public const int PageLimit = 100;
    public const int DefaultPage = 50;

    /// <param name="after">A cursor that an earlier page gave; null for the first page.</param>
    /// <returns>Null when the cursor is none of the board's.</returns>
    public async Task<BoardShape?> ReadAsync(int limit, string? after, Audience audience, CancellationToken ct)
    {
        var question = $"board/{audience}";
        if (!TryReadCursor(after, question, out var last, out var lastId)) return null;
        await using var session = await store.ReadingOneMomentAsync(ct);
        var rows = await session.Query<BoardRow>()
            .Where(row => row.LastKnown < last || (row.LastKnown == last && row.Id.CompareTo(lastId) > 0))
            .OrderByDescending(row => row.LastKnown).ThenBy(row => row.Id).Take(limit + 1).ToListAsync(ct);
        var page = rows.Take(limit).ToList();
        var statuses = await StatusesAsync(session, page.Select(row => row.Id).ToArray(), audience, ct);
        return new(
            audience,
            [.. page.Select(row => new BoardIncidentShape(row.Id, row.Headline, row.Zone, row.Invented, row.Closed, statuses[row.Id].Status, statuses[row.Id].Phrase, audience == Audience.Internal ? row.Statements : null, row.Claims, row.Opened, row.LastKnown))],
            rows.Count > limit ? Cursor.Of(question, Cursor.Of(page[^1].LastKnown), page[^1].Id) : null);
    }

    private async Task<Dictionary<string, (StatusKind Status, string Phrase)>> StatusesAsync(IQuerySession session, string[] ids, Audience audience, CancellationToken ct)
    {
        var incidents = await session.LoadManyAsync<Incident>(ct, ids);
        var positions = (await session.Query<PositionRow>().Where(row => row.Incident.IsOneOf(ids)).ToListAsync(ct)).ToLookup(row => row.Incident, row => row.Position);
        var parties = await session.LoadWithAncestorsAsync(incidents.SelectMany(incident => IncidentReader.PartiesOf(incident, positions[incident.Id])), ct);
        var now = Microseconds.Of(clock.GetUtcNow());
        var register = new Register(parties, now, Clock.Recorded);
        return incidents.ToDictionary(incident => incident.Id, incident =>
        {
            var status = IncidentReading.Of(incident, [.. positions[incident.Id]], register, new AsOf(now, now, Clock.Recorded, audience)).Status;
            return (status.Kind, Phrases.Of(status, register));
        });
    }

    private static bool TryReadCursor(string? cursor, string question, out DateTimeOffset last, out string id)
    {
        (last, id) = (DateTimeOffset.MaxValue, "");
        if (cursor is null) return true;
        if (Cursor.Read(cursor, question, 2) is not [var time, var place] || Cursor.Time(time) is not { } known) return false;
        (last, id) = (known, place);
        return true;
    }
}
