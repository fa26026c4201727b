using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Publications;

/// <param name="Incident">Only those of this incident; null for all.</param>
/// <param name="Limit">From 1 to <see cref="PublicationReader.PageLimit"/>.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
public sealed record AttentionQuery(string? Incident = null, int Limit = PublicationReader.DefaultPage, string? After = null);

/// <summary>Lists the publications that need attention, across incidents; for the desk only.</summary>
public sealed class AttentionReader(LedgerStore store, Following following, AttentionKeeper keeper)
{
    /// <returns>A page; or a refusal: <c>incident-unknown</c>, <c>limit-out-of-range</c>, <c>cursor-malformed</c>.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<AttentionListShape>> ReadAsync(AttentionQuery query, CancellationToken ct)
    {
        if (Asking.Limit(query.Limit) is { } refusal) return refusal;
        var question = $"attention/{query.Incident}";
        var place = query.After is { } after ? Cursor.Read(after, question, 2) : null;
        var beyond = place is [var since, var id] && Cursor.Time(since) is { } time ? (time, id) : ((DateTimeOffset, string)?)null;
        if (query.After is not null && beyond is null) return Asking.CursorMalformed;

        await following.ArriveAsync(ct);
        var moreWaiting = await keeper.RefreshAsync(query.Incident, ct);
        await using var session = await store.ReadingOneMomentAsync(ct);
        if (query.Incident is { } incident && await session.LoadAsync<Incident>(incident, ct) is null) return Asking.IncidentUnknown(incident);
        var (page, more) = (await session.NeededAsync(query.Incident, beyond, query.Limit + 1, ct)).Cut(query.Limit);
        var rows = (await session.LoadManyAsync<PublicationRow>(ct, [.. page.Select(needed => needed.Id)])).ToDictionary(row => row.Id);
        return new AttentionListShape(
            [.. page.Where(needed => rows.ContainsKey(needed.Id)).Select(needed => AttentionShaping.Of(rows[needed.Id], needed.Attention))], moreWaiting,
            more ? Cursor.Of(question, Cursor.Of(page[^1].Attention.Since!.Value), page[^1].Id) : null);
    }
}
