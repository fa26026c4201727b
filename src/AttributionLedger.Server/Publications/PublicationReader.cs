using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Publications;

/// <param name="Limit">From 1 to <see cref="PublicationReader.PageLimit"/>.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
public sealed record PublicationQuery(ListOrder Order = ListOrder.Recorded, int Limit = PublicationReader.DefaultPage, string? After = null);

/// <summary>The publications of an incident, complete to the last event; for the desk only.</summary>
public sealed class PublicationReader(LedgerStore store, Following following, AttentionKeeper keeper)
{
    public const int DefaultPage = Asking.DefaultPage;
    public const int PageLimit = Asking.PageLimit;

    private readonly Completion completion = new(store, following);

    /// <returns>A page; or a refusal: <c>incident-unknown</c>, <c>limit-out-of-range</c>, <c>cursor-malformed</c>.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<PublicationsShape>> ReadAsync(string incident, PublicationQuery query, CancellationToken ct)
    {
        if (Asking.Limit(query.Limit) is { } refusal) return refusal;
        var question = $"publications/{incident}/{query with { Limit = 0, After = null }}";
        if (!Cursor.TryReadTime(query.After, question, out var beyond)) return Asking.CursorMalformed;

        return await completion.ReadAsync<Answer<PublicationsShape>>(incident, async (session, tail) =>
        {
            if (await session.LoadAsync<Incident>(incident, ct) is null) return Asking.IncidentUnknown(incident);
            var (page, more) = (await RowsAsync(session, incident, query, beyond, tail, ct)).Cut(query.Limit);
            var attentions = await keeper.OfAsync(session, incident, [.. page.Select(row => row.Id)], ct);
            return new PublicationsShape(incident, [.. page.Select(row => AttentionShaping.Of(row, attentions[row.Id]))], more ? Cursor.Of(question, Cursor.Of(page[^1].Known)) : null);
        }, ct);
    }

    /// <returns>Null when there is no such publication.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public Task<PublicationCardShape?> FindAsync(string incident, string publication, CancellationToken ct) => completion.ReadAsync(incident, async (session, tail) =>
    {
        var id = PublicationRow.IdOf(incident, EntryId.Of(publication));
        var row = tail.Publications.GetValueOrDefault(id) ?? await session.LoadAsync<PublicationRow>(id, ct);
        // An id that holds a slash could name the row of another incident.
        if (row is null || row.Incident != incident) return null;
        var attention = (await keeper.OfAsync(session, incident, [id], ct))[id];
        return new PublicationCardShape(AttentionShaping.Of(row, attention), [.. row.Publication.Settlements.Select(AttentionShaping.Of)]);
    }, ct);

    private static async Task<IEnumerable<PublicationRow>> RowsAsync(IQuerySession session, string incident, PublicationQuery query, DateTimeOffset? beyond, Stepping tail, CancellationToken ct)
    {
        var changed = tail.Publications.Keys.ToArray();
        var rows = session.Query<PublicationRow>().Where(row => row.Incident == incident && !row.Id.IsOneOf(changed));
        var isNewest = query.Order == ListOrder.Newest;
        if (beyond is { } last) rows = isNewest ? rows.Where(row => row.Known < last) : rows.Where(row => row.Known > last);
        var kept = await (isNewest ? rows.OrderByDescending(row => row.Known) : rows.OrderBy(row => row.Known)).Take(query.Limit + 1).ToListAsync(ct);
        var all = kept.Concat(tail.Publications.Values.Where(row => !(isNewest ? row.Known >= beyond : row.Known <= beyond)));
        return isNewest ? all.OrderByDescending(row => row.Known) : all.OrderBy(row => row.Known);
    }
}
