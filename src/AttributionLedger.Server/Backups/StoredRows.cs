using System.Text.Json;
using AttributionLedger.Store;
using Npgsql;
using NpgsqlTypes;

namespace AttributionLedger.Backups;

/// <summary>
/// The rows of streams and events as PostgreSQL keeps them, with every column in which the ledger keeps something. What it
/// never fills (the tenant, the archive) has its default in every row, and a restored row gets it again.
/// </summary>
internal static class StoredRows
{
    // Where an append was cut off, the store leaves a mark in a stream of its own; it is no fact.
    private const string Tombstones = "'mt_tombstone'";

    public const string HoldsEvents = $"select exists (select from {LedgerStore.Schema}.mt_events where stream_id <> {Tombstones})";
    public const string RemoveTombstones = $"delete from {LedgerStore.Schema}.mt_streams where id = {Tombstones}";

    public const string SelectStreams = $"select id, version, created, timestamp from {LedgerStore.Schema}.mt_streams where id <> {Tombstones} order by id collate \"C\"";
    public const string SelectEvents = $"select seq_id, id, stream_id, version, type, timestamp, data::text, mt_dotnet_type, user_name, correlation_id, bdata is not null or is_archived or tenant_id <> '*DEFAULT*' from {LedgerStore.Schema}.mt_events where stream_id <> {Tombstones} order by seq_id";

    public const string CopyStreams = $"copy {LedgerStore.Schema}.mt_streams (id, version, created, timestamp) from stdin (format binary)";
    public const string CopyEvents = $"copy {LedgerStore.Schema}.mt_events (seq_id, id, stream_id, version, type, timestamp, data, mt_dotnet_type, user_name, correlation_id) from stdin (format binary)";

    /// <summary>Columns of an event that neither have a place in a line nor stay at their default.</summary>
    public const string StrangeColumns = $"""
        select coalesce(string_agg(column_name, ', '), '') from information_schema.columns
        where table_schema = '{LedgerStore.Schema}' and table_name = 'mt_events' and column_name not in
            ('seq_id', 'id', 'stream_id', 'version', 'type', 'timestamp', 'data', 'mt_dotnet_type', 'user_name', 'correlation_id', 'bdata', 'tenant_id', 'is_archived')
        """;

    public static BackupLine.Stream Stream(NpgsqlDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3));

    public static BackupLine.Event Event(NpgsqlDataReader row) => row.GetBoolean(10) ? throw Strange($"event {row.GetInt64(0)}") : new(
        row.GetInt64(0), row.GetGuid(1), row.GetString(2), row.GetInt64(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5),
        JsonElement.Parse(row.GetString(6)), Text(row, 7), Text(row, 8), Text(row, 9));

    public static async Task CopyAsync(NpgsqlBinaryImporter rows, BackupLine.Stream stream, CancellationToken ct)
    {
        await rows.StartRowAsync(ct);
        await rows.WriteAsync(stream.Id, NpgsqlDbType.Varchar, ct);
        await rows.WriteAsync(stream.Version, NpgsqlDbType.Bigint, ct);
        await rows.WriteAsync(stream.Created.ToUniversalTime(), NpgsqlDbType.TimestampTz, ct);
        await rows.WriteAsync(stream.Touched.ToUniversalTime(), NpgsqlDbType.TimestampTz, ct);
    }

    public static async Task CopyAsync(NpgsqlBinaryImporter rows, BackupLine.Event line, CancellationToken ct)
    {
        await rows.StartRowAsync(ct);
        await rows.WriteAsync(line.Sequence, NpgsqlDbType.Bigint, ct);
        await rows.WriteAsync(line.Id, NpgsqlDbType.Uuid, ct);
        await rows.WriteAsync(line.Of, NpgsqlDbType.Varchar, ct);
        await rows.WriteAsync(line.Version, NpgsqlDbType.Bigint, ct);
        await rows.WriteAsync(line.Name, NpgsqlDbType.Varchar, ct);
        await rows.WriteAsync(line.Recorded.ToUniversalTime(), NpgsqlDbType.TimestampTz, ct);
        await rows.WriteAsync(line.Body.GetRawText(), NpgsqlDbType.Jsonb, ct);
        foreach (var text in new[] { line.Type, line.User, line.Correlation })
            if (text is null) await rows.WriteNullAsync(ct);
            else await rows.WriteAsync(text, NpgsqlDbType.Varchar, ct);
    }

    /// <summary>What a later version of the store keeps must get its place in a line, and not be lost until somebody restores.</summary>
    public static BackupException Strange(string where) =>
        new(BackupCodes.LedgerDamaged, $"The store keeps something ({where}) that a backup has no place for, so that it would not be whole.");

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
