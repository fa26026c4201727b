using System.Data.Common;
using AttributionLedger.Store;
using Marten;
using Npgsql;

namespace AttributionLedger.Views;

internal static class Progressing
{
    /// <summary>SQL for the sequence of the last event that the views hold.</summary>
    public const string Sql = $"coalesce((select last_seq_id from {LedgerStore.Schema}.mt_event_progression where name = '{ViewsProjection.Name}:All'), 0)";

    /// <summary>The sequence of the last event that the views hold, in the snapshot of a session.</summary>
    public static async Task<long> FollowedAsync(this IQuerySession session, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select {Sql}");
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) ? reader.GetInt64(0) : 0;
    }

    /// <summary>How far both are, asked on a connection of the pool.</summary>
    public static async Task<Standing> StandingAsync(this LedgerStore store, CancellationToken ct)
    {
        await using var connection = await store.Plain.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(Both, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadStandingAsync(ct);
    }

    /// <summary>Asks how far both are, in one trip with what is asked after it.</summary>
    public static NpgsqlBatchCommand Standing() => new(Both);

    private const string Both = $"select coalesce((select max(seq_id) from {LedgerStore.Schema}.mt_events), 0), {Sql}";

    public static async Task<Standing> ReadStandingAsync(this DbDataReader reader, CancellationToken ct)
    {
        await reader.ReadAsync(ct);
        return new(reader.GetInt64(0), reader.GetInt64(1));
    }
}
