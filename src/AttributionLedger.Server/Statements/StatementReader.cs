using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Statements;

/// <summary>The order of a list: as things were recorded, or the last of them first.</summary>
public enum ListOrder { Recorded, Newest }

/// <summary>Which statements are wanted; what is null is not asked for.</summary>
/// <param name="Party">Who spoke, or in whose name it was issued, also as a party that was merged into this one.</param>
/// <param name="Claim">What it takes a stance on; together with <paramref name="Stance"/>, one stance of that kind on that claim.</param>
/// <param name="Limit">From 1 to <see cref="StatementReader.PageLimit"/>.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
public sealed record StatementQuery(
    string? Party = null, string? Claim = null, StanceKind? Stance = null, StatementStatus? Status = null, ListOrder Order = ListOrder.Recorded,
    int Limit = StatementReader.DefaultPage, string? After = null, Audience Audience = Audience.Internal);

/// <summary>
/// The statements of an incident as they stand now, a page at a time. A page costs the same however many statements there
/// are; only those under an embargo are passed over one by one in public. It is complete to the last event that was
/// committed, also where the views are behind.
/// </summary>
public sealed class StatementReader(LedgerStore store, Following following, TimeProvider clock)
{
    public const int DefaultPage = Asking.DefaultPage;
    public const int PageLimit = Asking.PageLimit;

    private readonly Completion completion = new(store, following);

    /// <returns>A page; or a refusal: <c>incident-unknown</c>, <c>limit-out-of-range</c>, <c>cursor-malformed</c>.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<StatementsShape>> ReadAsync(string incident, StatementQuery query, CancellationToken ct)
    {
        if (Asking.Limit(query.Limit) is { } refusal) return refusal;
        var question = $"statements/{incident}/{query with { Limit = 0, After = null }}";
        if (!Cursor.TryReadTime(query.After, question, out var beyond)) return Asking.CursorMalformed;

        return await completion.ReadAsync<Answer<StatementsShape>>(incident, async (session, tail) =>
        {
            if (await session.LoadAsync<Incident>(incident, ct) is not { Zone: var zone }) return Asking.IncidentUnknown(incident);
            var now = Microseconds.Of(clock.GetUtcNow());
            string?[] names = query.Party is { } party ? [.. await session.GoingByAsync(party, ct)] : [null];
            var stretch = new Stretch(incident, [.. names.Select(name => StatementKey.Of(name, query.Claim, query.Stance))], Holding.Shelves(query.Audience, query.Status),
                Holding.OpenBy(query.Audience, now), query.Order == ListOrder.Newest, beyond, query.Limit + 1, []);
            var (page, more) = (await session.RowsAsync(stretch, tail, ct)).Cut(query.Limit);
            var shaping = await ShapingAsync(session, incident, zone, page, tail, query.Audience, now, ct);
            return new StatementsShape(incident, query.Audience, [.. page.Select(shaping.Of)], more ? Cursor.Of(question, Cursor.Of(page[^1].Known)) : null);
        }, ct);
    }

    /// <returns>Null where the reading holds no such statement, for whatever reason.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public Task<StatementShape?> FindAsync(string incident, string statement, Audience audience, CancellationToken ct) =>
        completion.ReadAsync(incident, async (session, tail) =>
        {
            var now = Microseconds.Of(clock.GetUtcNow());
            var row = await session.RowAsync(incident, EntryId.Of(statement), tail, ct);
            if (row is null || !row.IsIn(audience, now) || await session.LoadAsync<Incident>(incident, ct) is not { Zone: var zone }) return null;
            return (await ShapingAsync(session, incident, zone, [row], tail, audience, now, ct)).Of(row);
        }, ct);

    private static async Task<StatementShaping> ShapingAsync(IQuerySession session, string incident, string zone, IReadOnlyCollection<StatementRow> rows, Stepping tail, Audience audience, DateTimeOffset now, CancellationToken ct)
    {
        var originals = await session.RowsAsync(rows.SelectMany(row => row.Others()).Select(id => StatementRow.IdOf(incident, id)), tail, ct);
        var register = new Register(await session.LoadWithAncestorsAsync(rows.SelectMany(Holding.PartiesOf), ct), DateTimeOffset.MaxValue, Clock.Recorded);
        return new(register, audience, row => row.IsIn(Audience.Publishable, now), zone, originals.Where(row => row.IsIn(audience, now)).ToDictionary(row => row.Id));
    }
}
