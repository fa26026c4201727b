using AttributionLedger.Basics;
using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Peers;
using AttributionLedger.Composition;
using AttributionLedger.Incidents;
using AttributionLedger.Views;
using Marten;
using Npgsql;

namespace AttributionLedger.Benchmarks.Ours;

/// <summary>The ledger in process with its views following at the same time, as they do in a server.</summary>
internal sealed class FollowedAppend(string name, char letter, IKeptBeside beside) : IArm
{
    private Ledger ledger = null!;
    private NpgsqlDataSource counting = null!;
    private MartenTables tables = null!;
    private Sayings sayings = null!;

    public string Name => name;

    public async Task<string?> PrepareAsync(Arena arena)
    {
        ledger = await Ledger.OpenAsync(new(arena.Connection.ConnectionString), beside, new Progress<string>(), CancellationToken.None);
        counting = NpgsqlDataSource.Create(arena.Connection.ConnectionString);
        tables = new(counting, MartenTables.Original);
        sayings = arena.Sayings(letter);
        return null;
    }

    public async Task<Turn> TurnAsync(Load load)
    {
        using var over = new CancellationTokenSource();
        var following = ledger.Following.FollowAsync(fault => Console.Error.WriteLine(fault.Message), over.Token);
        try
        {
            return await Crowd.WorkAsync(load, writer => ledger.LogAsync(sayings.Next(writer)));
        }
        finally
        {
            await over.CancelAsync();
            await following;
        }
    }

    public Task SettleAsync() => ledger.Following.CatchUpAsync(CancellationToken.None);

    public Task<long?> CountAsync() => tables.CountAsync(letter);
    public Task<IReadOnlyList<string>> FaultsAsync() => tables.FaultsAsync();

    public async ValueTask DisposeAsync()
    {
        await ledger.DisposeAsync();
        await counting.DisposeAsync();
    }
}

/// <summary>Keeps nothing.</summary>
internal sealed class NothingBeside : IKeptBeside
{
    public Task AfterAsync(IDocumentOperations operations, IReadOnlyList<IncidentStep> steps, CancellationToken ct) => Task.CompletedTask;
    public Task AfterAsync(IDocumentOperations operations, IReadOnlyCollection<string> parties, CancellationToken ct) => Task.CompletedTask;
}
