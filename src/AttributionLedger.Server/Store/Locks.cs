using Marten;
using Npgsql;

namespace AttributionLedger.Store;

/// <summary>Locks that end with the transaction.</summary>
internal static class Locks
{
    /// <summary>
    /// Makes this session the only writer of <paramref name="key"/> until it commits, whether its stream is there yet or not.
    /// Writers queue here, so that none of them meets a conflict.
    /// </summary>
    public static async Task BecomeOnlyWriterAsync(this IDocumentSession session, string key, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))") { Parameters = { new() { Value = key } } };
        await session.ExecuteAsync(command, ct);
    }

    /// <summary>The latest time at which an event of the stream was recorded; null for a stream without events.</summary>
    public static async Task<DateTimeOffset?> LastRecordedAsync(this IDocumentSession session, string key, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select timestamp from {LedgerStore.Schema}.mt_events where stream_id = $1 order by version desc limit 1") { Parameters = { new() { Value = key } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) ? await reader.GetFieldValueAsync<DateTimeOffset>(0, ct) : null;
    }
}
