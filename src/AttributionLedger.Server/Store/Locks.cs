using Marten;
using Npgsql;

namespace AttributionLedger.Store;

/// <summary>How far a stream has come.</summary>
/// <param name="Version">The number of its last event.</param>
/// <param name="Recorded">UTC, when that was recorded.</param>
internal readonly record struct StreamEnd(long Version, DateTimeOffset Recorded);

/// <summary>Locks that end with the transaction, and what they are taken for.</summary>
internal static class Locks
{
    /// <summary>
    /// Makes this session the only writer of <paramref name="keys"/> until it commits, whether their streams are there yet or
    /// not. Writers queue here, so that none of them meets a conflict; all take several in one order, so that no two wait for
    /// each other.
    /// </summary>
    public static async Task BecomeOnlyWriterAsync(this IDocumentSession session, string[] keys, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(key) from (select distinct hashtextextended(name, 0) as key from unnest($1) as name order by 1) as keys") { Parameters = { new() { Value = keys } } };
        await session.ExecuteAsync(command, ct);
    }

    /// <summary>The ends of those of the streams that hold events.</summary>
    public static async Task<Dictionary<string, StreamEnd>> EndsAsync(this IQuerySession session, string[] keys, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select name, last.version, last.timestamp from unnest($1) as name
            cross join lateral (select version, timestamp from {LedgerStore.Schema}.mt_events where stream_id = name order by version desc limit 1) as last
            """) { Parameters = { new() { Value = keys } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var ends = new Dictionary<string, StreamEnd>();
        while (await reader.ReadAsync(ct)) ends[reader.GetString(0)] = new(reader.GetInt64(1), await reader.GetFieldValueAsync<DateTimeOffset>(2, ct));
        return ends;
    }

    /// <summary>The latest time at which an event of the stream was recorded, UTC; null for a stream without events.</summary>
    public static async Task<DateTimeOffset?> LastRecordedAsync(this IQuerySession session, string key, CancellationToken ct) =>
        (await session.EndsAsync([key], ct)).TryGetValue(key, out var end) ? end.Recorded : null;
}
