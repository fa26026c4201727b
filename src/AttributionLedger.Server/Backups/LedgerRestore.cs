using System.Text.Json;
using AttributionLedger.Store;
using AttributionLedger.Verification;
using AttributionLedger.Views;
using Npgsql;
using EventDeserializationFailureException = Marten.Exceptions.EventDeserializationFailureException;

namespace AttributionLedger.Backups;

/// <summary>How far a restore has come.</summary>
public sealed record RestoreProgress(string Phase, long Done);

/// <summary>What was restored.</summary>
/// <param name="Made">UTC, the moment of which the backup was.</param>
/// <param name="By">The version of the product that wrote it.</param>
/// <param name="Verification">What <c>verify</c> found afterwards.</param>
public sealed record RestoreReport(DateTimeOffset Made, string By, long Streams, long Events, long LastSequence, VerificationReport Verification);

/// <summary>
/// Puts a backup into a ledger that holds no events: the file is checked whole, then events and views are written in one
/// transaction, so that an interrupted restore leaves an empty ledger. Sequences, versions and recorded times stay as they were.
/// </summary>
public sealed class LedgerRestore(LedgerStore store, Following following, Verifier verifier)
{
    /// <param name="file">Read from its start, twice.</param>
    /// <exception cref="BackupException">The file is not a whole backup, or the ledger holds events. Nothing was written.</exception>
    /// <exception cref="AccessException">There is no way in as the maintenance role.</exception>
    /// <exception cref="TimeoutException">A server keeps the views of this ledger.</exception>
    public async Task<RestoreReport> RunAsync(FileStream file, IProgress<RestoreProgress> progress, CancellationToken ct)
    {
        var reader = new BackupReader(file);
        BackupLine.Header? header = null;
        await foreach (var line in reader.ReadAsync(ct))
        {
            header ??= line as BackupLine.Header;
            if (line is BackupLine.Event) progress.Report(new("checking", reader.Tally.Events));
        }
        await WriteAsync(reader, progress, ct);
        var verification = await verifier.RunAsync(new Told(done => progress.Report(new("verifying", done))), ct);
        return new(header!.Made, header.By, reader.Tally.Streams, reader.Tally.Events, reader.Tally.LastSequence, verification);
    }

    /// <summary>The one place where events are written past the desk; it needs the rights of who maintains the ledger.</summary>
    private async Task WriteAsync(BackupReader reader, IProgress<RestoreProgress> progress, CancellationToken ct)
    {
        await using var turn = await following.TakeTurnAsync(ct);
        var maintenance = await store.MaintenanceAsync(ct);
        await using var connection = await maintenance.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await BecomeOnlyWriterAsync(connection, ct);
        await CopyAsync(connection, reader, progress, ct);
        await GoOnAfterAsync(connection, reader.Tally.LastSequence, ct);
        await MakeViewsAsync(maintenance, transaction, reader.Tally, progress, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Waits for whoever is writing, and has everybody else wait: who decides reads incidents and parties first, and must not
    /// go on from what they were before. Then for the numbers that somebody drew for an append. In this order, which is the
    /// desk's, nobody waits for us whom we wait for.
    /// </summary>
    private static async Task BecomeOnlyWriterAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await connection.RunAsync($"lock table {LedgerStore.Schema}.mt_doc_incident, {LedgerStore.Schema}.mt_doc_party in access exclusive mode", ct);
        await connection.RunAsync($"alter sequence {LedgerStore.Schema}.mt_events_sequence restart", ct);
        await connection.RunAsync($"lock table {LedgerStore.Schema}.mt_streams, {LedgerStore.Schema}.mt_events in share row exclusive mode", ct);
        if (await connection.AskAsync<bool>(StoredRows.HoldsEvents, ct))
            throw new BackupException(BackupCodes.LedgerNotEmpty, "This ledger holds events, and a backup is restored into an empty one only. Give another with --connection or LEDGER_DATA.");
        await connection.RunAsync(StoredRows.RemoveTombstones, ct);
    }

    // The file is held against the rules a second time, for it may have changed since it was checked.
    private static async Task CopyAsync(NpgsqlConnection connection, BackupReader reader, IProgress<RestoreProgress> progress, CancellationToken ct)
    {
        var rows = await BeginAsync(connection, StoredRows.CopyStreams, ct);
        try
        {
            await foreach (var line in reader.ReadAsync(ct))
                if (line is BackupLine.Stream stream) await StoredRows.CopyAsync(rows, stream, ct);
                else if (line is BackupLine.Event happened)
                {
                    if (reader.Tally.Events == 1) rows = await NextAsync(rows, connection, ct);
                    await StoredRows.CopyAsync(rows, happened, ct);
                    progress.Report(new("writing", reader.Tally.Events));
                }
            await rows.CompleteAsync(ct);
        }
        finally
        {
            await rows.DisposeAsync();
        }
    }

    private static async Task<NpgsqlBinaryImporter> NextAsync(NpgsqlBinaryImporter streams, NpgsqlConnection connection, CancellationToken ct)
    {
        await streams.CompleteAsync(ct);
        await streams.DisposeAsync();
        return await BeginAsync(connection, StoredRows.CopyEvents, ct);
    }

    // The server gives no sign while it looks up the stream of every event at the end, so that no time would be the right limit.
    private static async Task<NpgsqlBinaryImporter> BeginAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        var rows = await connection.BeginBinaryImportAsync(sql, ct);
        rows.Timeout = TimeSpan.Zero;
        return rows;
    }

    /// <summary>The next event comes after the last, and the views that follow behind have come up to it.</summary>
    private static async Task GoOnAfterAsync(NpgsqlConnection connection, long last, CancellationToken ct)
    {
        if (last == 0) return;
        await connection.RunAsync($"select setval('{LedgerStore.Schema}.mt_events_sequence', {last})", ct);
        foreach (var name in new[] { "HighWaterMark", $"{ViewsProjection.Name}:All" })
            await connection.RunAsync($"insert into {LedgerStore.Schema}.mt_event_progression (name, last_seq_id) values ('{name}', {last}) on conflict (name) do update set last_seq_id = excluded.last_seq_id", ct);
    }

    private static async Task MakeViewsAsync(Maintenance maintenance, NpgsqlTransaction transaction, BackupTally tally, IProgress<RestoreProgress> progress, CancellationToken ct)
    {
        var done = 0L;
        foreach (var key in tally.Keys)
            try
            {
                await using var session = maintenance.Within(transaction);
                if (StreamKeys.IncidentIn(key) is { } incident) await Rebuilder.MakeIncidentAsync(session, incident, tally.LastSequence, ct);
                else await Rebuilder.MakePartyAsync(session, StreamKeys.PartyIn(key)!, ct);
                await session.SaveChangesAsync(ct);
                progress.Report(new("making the views", ++done));
            }
            catch (Exception fault) when (fault is InvalidOperationException or JsonException or EventDeserializationFailureException)
            {
                throw new BackupException(BackupCodes.Unreadable, $"The events of the stream {key} cannot be read by this version of the ledger. A newer version may.", fault);
            }
    }

    private sealed class Told(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
