using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Boards;
using AttributionLedger.Histories;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Store;

namespace AttributionLedger.Feeds;

/// <summary>All that feeds read, a few reads at once: those who write go before those who follow.</summary>
internal sealed class FeedSources(LedgerStore store, HistoryReader history, IncidentReader incidents, BoardReader board)
{
    private readonly SemaphoreSlim turns = new(FeedLimits.ReadsAtOnce);

    /// <summary>The version of an incident's last event; null when there is no such incident.</summary>
    public Task<long?> EndAsync(string incident, CancellationToken ct) => InTurnAsync<long?>(async () =>
    {
        await using var session = store.Reading();
        if (await session.LoadAsync<Incident>(incident, ct) is null) return null;
        var key = StreamKeys.Of(IncidentId.Of(incident));
        return (await session.EndsAsync([key], ct))[key].Version;
    }, ct);

    public Task<HistoryPage?> HistoryAsync(string incident, long from, int limit, CancellationToken ct) => InTurnAsync(() => history.PageAsync(incident, from, limit, ct), ct);

    public Task<IncidentAnswer> ReadingAsync(string incident, Audience audience, CancellationToken ct) => InTurnAsync(() => incidents.ReadAsync(incident, new(Audience: audience), ct), ct);

    /// <summary>The first page.</summary>
    public async Task<BoardPage> BoardAsync(Audience audience, CancellationToken ct) => (await InTurnAsync(() => board.PageAsync(BoardReader.DefaultPage, null, audience, ct), ct))!;

    private async Task<T> InTurnAsync<T>(Func<Task<T>> read, CancellationToken ct)
    {
        await turns.WaitAsync(ct);
        try
        {
            return await read();
        }
        finally
        {
            turns.Release();
        }
    }
}
