using AttributionLedger.Basics;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Statements;

/// <summary>Rows of statements as of the last event: those of the tail go before those that are kept.</summary>
internal static class StatementRows
{
    /// <summary>The first rows of a stretch, in its order.</summary>
    public static async Task<IReadOnlyList<StatementRow>> RowsAsync(this IQuerySession session, Stretch stretch, Stepping tail, CancellationToken ct)
    {
        var changed = tail.Statements.Values;
        var kept = await session.ReadAsync(stretch with { Except = [.. changed.Select(row => row.Entry.Value)] }, ct);
        var rows = (await session.LoadManyAsync<StatementRow>(ct, [.. kept.Select(place => StatementRow.IdOf(stretch.Incident, place.Entry))])).Concat(changed.Where(stretch.Holds));
        return [.. (stretch.NewestFirst ? rows.OrderByDescending(row => row.Known) : rows.OrderBy(row => row.Known)).Take(stretch.Limit)];
    }

    /// <summary>The first places of a stretch, in its order, for who folds the rows itself.</summary>
    public static async Task<IReadOnlyList<StatementPlace>> PlacesAsync(this IQuerySession session, Stretch stretch, Stepping tail, CancellationToken ct)
    {
        var changed = tail.Statements.Values;
        var kept = await session.ReadAsync(stretch with { Except = [.. changed.Select(row => row.Entry.Value)] }, ct);
        return stretch.InOrder(kept.Concat(changed.Where(stretch.Holds).Select(row => new StatementPlace(row.Known, row.Entry))));
    }

    public static IReadOnlyList<StatementPlace> InOrder(this Stretch stretch, IEnumerable<StatementPlace> places) =>
        [.. (stretch.NewestFirst ? places.OrderByDescending(place => place.Known) : places.OrderBy(place => place.Known)).Take(stretch.Limit)];

    public static async Task<StatementRow?> RowAsync(this IQuerySession session, string incident, EntryId statement, Stepping tail, CancellationToken ct) =>
        (await session.RowsAsync([StatementRow.IdOf(incident, statement)], tail, ct)).FirstOrDefault(row => row.Incident == incident && row.Entry == statement);

    public static async Task<IReadOnlyList<StatementRow>> RowsAsync(this IQuerySession session, IEnumerable<string> ids, Stepping tail, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        var kept = wanted.Where(id => !tail.Statements.ContainsKey(id)).ToArray();
        return [.. wanted.Select(id => tail.Statements.GetValueOrDefault(id)).OfType<StatementRow>(), .. kept.Length == 0 ? [] : await session.LoadManyAsync<StatementRow>(ct, kept)];
    }
}
