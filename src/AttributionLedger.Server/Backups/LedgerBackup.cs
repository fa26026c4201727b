using System.Data;
using System.Reflection;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Npgsql;

namespace AttributionLedger.Backups;

/// <summary>What was written.</summary>
/// <param name="Made">UTC, the moment of which the backup is.</param>
/// <param name="LastSequence">The sequence of the last event in it; 0 where there is none.</param>
/// <param name="Sha256">Over the lines, uncompressed, as the last line says it too.</param>
public sealed record BackupReport(DateTimeOffset Made, long Streams, long Events, long LastSequence, string Sha256);

/// <summary>
/// Writes everything that is on record into a file: a snapshot of one moment, while others go on logging. Views are not in
/// it, for they are made of the events.
/// </summary>
public sealed class LedgerBackup(LedgerStore store, TimeProvider clock)
{
    /// <param name="target">Written through, and left open.</param>
    /// <param name="progress">Told of the events that are written.</param>
    /// <exception cref="BackupException">The ledger holds what no restore would take.</exception>
    public async Task<BackupReport> WriteAsync(Stream target, IProgress<long> progress, CancellationToken ct)
    {
        await using var connection = await store.Plain.OpenConnectionAsync(ct);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        if (await connection.AskAsync<string>(StoredRows.StrangeColumns, ct) is { Length: > 0 } columns) throw StoredRows.Strange(columns);
        // The first question fixes the moment.
        var made = Microseconds.Of(clock.GetUtcNow());

        await using var backup = new BackupWriter(target);
        await backup.WriteAsync(new BackupLine.Header(BackupFormat.Number, made, Version), ct);
        await foreach (var stream in RowsAsync(connection, StoredRows.SelectStreams, StoredRows.Stream, ct)) await backup.WriteAsync(stream, ct);
        await foreach (var happened in RowsAsync(connection, StoredRows.SelectEvents, StoredRows.Event, ct))
        {
            await backup.WriteAsync(happened, ct);
            progress.Report(backup.Tally.Events);
        }
        var end = await backup.CloseAsync(ct);
        return new(made, end.Streams, end.Events, backup.Tally.LastSequence, end.Sha256);
    }

    private static string Version => typeof(LedgerBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static async IAsyncEnumerable<T> RowsAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) yield return read(reader);
    }
}
