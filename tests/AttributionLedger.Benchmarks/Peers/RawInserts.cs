using AttributionLedger.Benchmarks.Loads;
using Npgsql;

namespace AttributionLedger.Benchmarks.Peers;

/// <summary>
/// The floor: the events of one statement and the stream's new version, prepared, in one transaction and one trip to the
/// server. It decides nothing and reads nothing: each writer remembers how far its streams are.
/// </summary>
internal sealed class RawInserts : IArm
{
    private const char Letter = 'r';

    private NpgsqlDataSource source = null!;
    private MartenTables tables = null!;
    private EventInsert insert = null!;
    private Sayings sayings = null!;
    private Dictionary<string, long[]> versions = null!;

    public string Name => "raw Npgsql";

    public async Task<string?> PrepareAsync(Arena arena)
    {
        source = arena.OpenPrepared();
        tables = await MartenTables.CloneAsync(source, "raw");
        insert = new("raw", arena.Bodies);
        sayings = arena.Sayings(Letter);
        versions = (await tables.VersionsAsync()).ToDictionary(stream => stream.Key, stream => new[] { stream.Value });
        return null;
    }

    public Task<Turn> TurnAsync(Load load) => Crowd.WorkAsync(load, async writer =>
    {
        var saying = sayings.Next(writer);
        var version = versions[EventInsert.StreamOf(saying)];
        await using var connection = await source.OpenConnectionAsync();
        // Commands of one batch outside of a transaction are one transaction.
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { insert.Advance(saying, version[0]), insert.For(saying, version[0]) } };
        await batch.ExecuteNonQueryAsync();
        if (batch.BatchCommands[0].Rows != 1) throw new InvalidOperationException("Another writer had the stream.");
        version[0] += insert.Events;
        return true;
    });

    public Task<long?> CountAsync() => tables.CountAsync(Letter);
    public Task<IReadOnlyList<string>> FaultsAsync() => tables.FaultsAsync();
    public ValueTask DisposeAsync() => source.DisposeAsync();
}
