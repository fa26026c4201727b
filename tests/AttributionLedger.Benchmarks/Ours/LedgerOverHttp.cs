using System.Text.Json;
using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Peers;
using AttributionLedger.Composition;
using Npgsql;

namespace AttributionLedger.Benchmarks.Ours;

/// <summary>The ledger as a newsroom has it: <c>ledger serve</c>, and a connection kept by each writer.</summary>
internal sealed class LedgerOverHttp : IArm
{
    private const char Letter = 'w';

    private readonly List<HttpLine> lines = [];
    private ServerProcess server = null!;
    private NpgsqlDataSource counting = null!;
    private MartenTables tables = null!;
    private Sayings sayings = null!;

    public string Name => "ledger over HTTP";

    /// <summary>The built program.</summary>
    public static string Program => typeof(Ledger).Assembly.Location;

    public async Task<string?> PrepareAsync(Arena arena)
    {
        server = await StartAsync(arena);
        counting = NpgsqlDataSource.Create(arena.Connection.ConnectionString);
        tables = new(counting, MartenTables.Original);
        sayings = arena.Sayings(Letter);
        for (var writer = 0; writer < arena.Writers; writer++) lines.Add(await HttpLine.OpenAsync(server.Address));
        return await PostAsync(0) switch
        {
            { Status: 201 } => null,
            { Status: 404 } => "not there yet: the route answers 404",
            var answer => $"refused: {answer.Status} {answer.Text}"
        };
    }

    public static Task<ServerProcess> StartAsync(Arena arena) =>
        ServerProcess.StartAsync(Program, address => ["serve", "--url", address.ToString().TrimEnd('/')], arena.Connection.ConnectionString, "/health/ready");

    public Task<Turn> TurnAsync(Load load) => Crowd.WorkAsync(load, async writer => await PostAsync(writer) switch
    {
        { Status: 201 } => true,
        { Status: 409 or 412 or 503 } => false,
        var answer => throw new InvalidOperationException($"{answer.Status} {answer.Text}")
    });

    private async Task<HttpLine.Answer> PostAsync(int writer)
    {
        var saying = sayings.Next(writer);
        var json = JsonSerializer.Serialize(new
        {
            id = saying.Id, by = saying.Party, said = Saying.Said, terms = "on-the-record",
            words = new { form = "verbatim", text = Saying.Words, language = "en" }, stances = new[] { new { stance = "asserts", claim = saying.Claim } }
        });
        return await lines[writer].SendAsync(HttpLine.Post(server.Address, $"/api/incidents/{saying.Incident}/statements", json));
    }

    /// <summary>The server's views go on for a moment after the last answer.</summary>
    public Task SettleAsync() => Views.SettleAsync(server.Address);

    public Task<long?> CountAsync() => tables.CountAsync(Letter);
    public Task<IReadOnlyList<string>> FaultsAsync() => tables.FaultsAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines) line.Dispose();
        if (server is not null) await server.DisposeAsync();
        if (counting is not null) await counting.DisposeAsync();
    }
}
