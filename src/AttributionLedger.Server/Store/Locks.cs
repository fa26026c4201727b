using Marten;
using Npgsql;

namespace AttributionLedger.Store;

/// <summary>How far a stream has come.</summary>
/// <param name="Version">The number of its last event.</param>
/// <param name="Recorded">UTC, when that was recorded.</param>
internal readonly record struct StreamEnd(long Version, DateTimeOffset Recorded);

/// <summary>Locks that end with the transaction, and what is asked under them. Each is one command, so that several make one trip.</summary>
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
        await using var batch = new NpgsqlBatch(session.Connection) { BatchCommands = { Taking(keys) } };
        await batch.ExecuteNonQueryAsync(ct);
    }

    public static NpgsqlBatchCommand Taking(string[] keys) =>
        new("select pg_advisory_xact_lock(key) from (select distinct hashtextextended(name, 0) as key from unnest($1) as name order by 1) as keys") { Parameters = { new() { Value = keys } } };

    public static NpgsqlBatchCommand Ends(string[] keys) => new($"""
        select name, last.version, last.timestamp from unnest($1) as name
        cross join lateral (select version, timestamp from {LedgerStore.Schema}.mt_events where stream_id = name order by version desc limit 1) as last
        """) { Parameters = { new() { Value = keys } } };

    public static NpgsqlBatchCommand Versions(string[] keys) =>
        new($"select id, version from {LedgerStore.Schema}.mt_streams where id = any($1)") { Parameters = { new() { Value = keys } } };

    public static async Task<Dictionary<string, StreamEnd>> ReadEndsAsync(this NpgsqlDataReader reader, CancellationToken ct)
    {
        var ends = new Dictionary<string, StreamEnd>();
        while (await reader.ReadAsync(ct)) ends[reader.GetString(0)] = new(reader.GetInt64(1), await reader.GetFieldValueAsync<DateTimeOffset>(2, ct));
        return ends;
    }

    public static async Task<Dictionary<string, long>> ReadVersionsAsync(this NpgsqlDataReader reader, CancellationToken ct)
    {
        var versions = new Dictionary<string, long>();
        while (await reader.ReadAsync(ct)) versions[reader.GetString(0)] = reader.GetInt64(1);
        return versions;
    }

    /// <summary>The ends of those of the streams that hold events.</summary>
    public static Task<Dictionary<string, StreamEnd>> EndsAsync(this IQuerySession session, string[] keys, CancellationToken ct) => AskAsync(session, Ends(keys), ReadEndsAsync, ct);

    /// <summary>The numbers of the last events of those of the streams that hold any.</summary>
    public static Task<Dictionary<string, long>> VersionsAsync(this IQuerySession session, string[] keys, CancellationToken ct) => AskAsync(session, Versions(keys), ReadVersionsAsync, ct);

    private static async Task<T> AskAsync<T>(IQuerySession session, NpgsqlBatchCommand command, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(session.Connection) { BatchCommands = { command } };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await read(reader, ct);
    }
}
