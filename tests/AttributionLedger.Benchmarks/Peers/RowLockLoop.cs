using AttributionLedger.Benchmarks.Loads;
using Npgsql;

namespace AttributionLedger.Benchmarks.Peers;

/// <summary>How one stream is shared without anything clever: lock its row, insert, set its version, commit.</summary>
internal sealed class RowLockLoop : IArm
{
    private const char Letter = 'l';
    private const string Schema = "locked";

    private NpgsqlDataSource source = null!;
    private MartenTables tables = null!;
    private EventInsert insert = null!;
    private Sayings sayings = null!;

    public string Name => "raw row-lock loop";

    public async Task<string?> PrepareAsync(Arena arena)
    {
        source = arena.OpenPrepared();
        tables = await MartenTables.CloneAsync(source, Schema);
        insert = new(Schema, arena.Bodies);
        sayings = arena.Sayings(Letter);
        return null;
    }

    public Task<Turn> TurnAsync(Load load) => Crowd.WorkAsync(load, async writer =>
    {
        var saying = sayings.Next(writer);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var locked = new NpgsqlCommand($"select version from {Schema}.mt_streams where id = $1 for update", connection) { Parameters = { new() { Value = EventInsert.StreamOf(saying) } } };
        var version = (long)(await locked.ExecuteScalarAsync())!;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { insert.For(saying, version), insert.Advance(saying, version) } };
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return true;
    });

    public Task<long?> CountAsync() => tables.CountAsync(Letter);
    public Task<IReadOnlyList<string>> FaultsAsync() => tables.FaultsAsync();
    public ValueTask DisposeAsync() => source.DisposeAsync();
}
