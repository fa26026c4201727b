using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Peers;
using AttributionLedger.Composition;
using Npgsql;

namespace AttributionLedger.Benchmarks.Ours;

/// <summary>The ledger without HTTP: the whole command, from the state that it is decided on to the positions that it leaves.</summary>
internal sealed class LedgerInProcess : IArm
{
    private const char Letter = 'm';

    private Ledger ledger = null!;
    private NpgsqlDataSource counting = null!;
    private MartenTables tables = null!;
    private Sayings sayings = null!;

    public string Name => "ledger in process";

    public async Task<string?> PrepareAsync(Arena arena)
    {
        ledger = await Ledger.OpenAsync(new(arena.Connection.ConnectionString), new Progress<string>(), CancellationToken.None);
        counting = NpgsqlDataSource.Create(arena.Connection.ConnectionString);
        tables = new(counting, MartenTables.Original);
        sayings = arena.Sayings(Letter);
        return null;
    }

    public Task<Turn> TurnAsync(Load load) => Crowd.WorkAsync(load, writer => ledger.LogAsync(sayings.Next(writer)));

    /// <summary>Where a server runs beside, its views would catch up at the next arm's expense.</summary>
    public Task SettleAsync() => ledger.Following.CatchUpAsync(CancellationToken.None);

    public Task<long?> CountAsync() => tables.CountAsync(Letter);
    public Task<IReadOnlyList<string>> FaultsAsync() => tables.FaultsAsync();

    public async ValueTask DisposeAsync()
    {
        await ledger.DisposeAsync();
        await counting.DisposeAsync();
    }
}
