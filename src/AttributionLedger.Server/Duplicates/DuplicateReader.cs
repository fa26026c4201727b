using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Duplicates;

/// <param name="Limit">Statements that one page looks at, from 1 to <see cref="DuplicateReader.PageLimit"/>.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
public sealed record DuplicateQuery(int Limit = DuplicateReader.DefaultPage, string? After = null);

/// <summary>
/// Which statements of an incident may be one, as far as nobody has linked them or found them to be two. For the desk only: it
/// reads what may not be published. Complete to the last event that was committed.
/// </summary>
public sealed class DuplicateReader(LedgerStore store, Following following)
{
    public const int DefaultPage = Asking.DefaultPage;
    public const int PageLimit = Asking.PageLimit;

    /// <summary>How long whoever logged a statement waits to be told; its entry is on record already.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Completion completion = new(store, following);

    /// <summary>Goes over the statements of an incident, the newest first.</summary>
    /// <returns>A page; or a refusal: <c>incident-unknown</c>, <c>limit-out-of-range</c>, <c>cursor-malformed</c>.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<DuplicatesShape>> ReadAsync(string incident, DuplicateQuery query, CancellationToken ct)
    {
        if (Asking.Limit(query.Limit) is { } refusal) return refusal;
        var question = $"duplicates/{incident}";
        if (!Cursor.TryReadTime(query.After, question, out var beyond)) return Asking.CursorMalformed;

        return await completion.ReadAsync<Answer<DuplicatesShape>>(incident, async (session, tail) =>
        {
            if (await session.LoadAsync<Incident>(incident, ct) is null) return Asking.IncidentUnknown(incident);
            var stretch = new Stretch(incident, [StatementKey.Of(null, null, null)], Holding.Standing, null, NewestFirst: true, beyond, query.Limit + 1, []);
            var (page, more) = (await session.RowsAsync(stretch, tail, ct)).Cut(query.Limit);
            return new DuplicatesShape(incident, await NoticedAsync(session, incident, page, tail, ct), more ? Cursor.Of(question, Cursor.Of(page[^1].Known)) : null);
        }, ct);
    }

    /// <summary>
    /// What is noticed of a statement that is on record. Whoever logged it is told as a service: where that fails or takes long,
    /// there is nothing to tell, and the list of the incident's duplicates has it.
    /// </summary>
    public async Task<IReadOnlyList<NoticeShape>> OfLoggedAsync(IncidentId incident, EntryId statement, CancellationToken ct)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        waiting.CancelAfter(Patience);
        try
        {
            return await completion.ReadAsync(incident.Value, async (session, tail) =>
                await session.RowAsync(incident.Value, statement, tail, waiting.Token) is { } row ? await NoticedAsync(session, incident.Value, [row], tail, waiting.Token) : [], waiting.Token);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<NoticeShape>> NoticedAsync(IQuerySession session, string incident, IReadOnlyList<StatementRow> rows, Stepping tail, CancellationToken ct)
    {
        var standing = rows.Where(EarlierStatements.IsCompared).ToList();
        var register = await session.RegisterOfAsync(standing, ct);
        var asked = standing.Select(row => new Comparing(EarlierStatements.Told(row, register), row.Known)).ToList();
        var earlier = await session.EarlierAsync(incident, asked, tail, ct);
        return [.. asked.SelectMany(one => Noticing.Of(one.Told, earlier[one.Told.Entry])).Select(notice => NoticeShape.Of(IncidentId.Of(incident), notice))];
    }
}
