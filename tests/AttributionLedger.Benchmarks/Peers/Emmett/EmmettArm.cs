using System.Diagnostics;
using System.Text.Json;
using AttributionLedger.Benchmarks.Loads;
using Npgsql;

namespace AttributionLedger.Benchmarks.Peers.Emmett;

/// <summary>Emmett's event store for PostgreSQL, in Node, with the same bodies; started once and told when it is its turn.</summary>
/// <param name="projected">Whether each command reads state and keeps a position in the transaction that appends.</param>
internal sealed class EmmettArm(bool projected) : IArm
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peers", "Emmett");

    private Process? node;
    private NpgsqlDataSource? counting;

    public string Name => projected ? "Emmett with inline projection" : "Emmett";

    public async Task<string?> PrepareAsync(Arena arena)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) return "missing: npm has not installed it";
        var start = new ProcessStartInfo("node", ["arm.mjs"]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            node = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "missing: there is no node";
        }
        counting = NpgsqlDataSource.Create(arena.Connection.ConnectionString);
        await AskAsync(new { open = new
        {
            connection = $"postgres://{arena.Connection.Username}:{arena.Connection.Password}@{arena.Connection.Host}:{arena.Connection.Port}/{arena.Connection.Database}",
            pool = arena.Connection.MaxPoolSize, projected, arena.Incidents, arena.Writers, MadeUp.Parties, MadeUp.Claims,
            sample = EventBody.Sample, bodies = arena.Bodies.Select(body => new { body.Type, body.Json })
        } });
        return null;
    }

    public async Task<Turn> TurnAsync(Load load) => (await AskAsync(new { turn = load })).Deserialize<Turn>(JsonSerializerOptions.Web)!;

    private async Task<JsonElement> AskAsync(object command)
    {
        await node!.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command, JsonSerializerOptions.Web));
        await node.StandardInput.FlushAsync();
        var line = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Emmett's process ended.");
        var answer = JsonDocument.Parse(line).RootElement;
        return answer.TryGetProperty("fault", out var fault) ? throw new InvalidOperationException(fault.GetString()) : answer;
    }

    public async Task<long?> CountAsync() => await counting!.AskAsync<long>("select count(*) from emt_messages where message_type = 'statement_logged'");

    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var faults = new List<string>();
        if (await counting!.AskAsync<long>("select count(*) - count(distinct message_data->>'id') from emt_messages where message_type = 'statement_logged'") is > 0 and var twice)
            faults.Add($"{twice} statements stand there twice");
        // A projection whose lock is not had is passed over without a word; then the arm would have done half of the work.
        if (projected && await counting!.AskAsync<long>("select (select count(distinct (stream_id, message_data->'by', message_data->'claim')) from emt_messages where message_type = 'claim_asserted') - (select count(*) from positions)") is not 0 and var missing)
            faults.Add($"{missing} positions are missing");
        return faults;
    }

    public async ValueTask DisposeAsync()
    {
        if (node is not null)
        {
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            node.Dispose();
        }
        if (counting is not null) await counting.DisposeAsync();
    }
}
