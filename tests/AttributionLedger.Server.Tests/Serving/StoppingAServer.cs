using System.Diagnostics;
using System.Net.Sockets;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Serving;

public class StoppingAServer(SharedPostgres postgres)
{
    private const int Writers = 24;

    [Fact]
    public async Task answers_every_write_under_way_and_each_is_on_record()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var server = ServeProcess.Start(new() { ["LEDGER_CONNECTION"] = ledger.ConnectionString });
        using var http = await server.ListeningAsync();
        var bodies = Enumerable.Range(0, Writers).Select(i => Post.Statement($"s{i}")).ToList();
        var wires = new List<Wire>();
        foreach (var body in bodies)
        {
            wires.Add(await Wire.ToAsync(http.BaseAddress!));
            await wires[^1].SendAsync(Wire.Head(body, "Expect: 100-continue"));
            (await wires[^1].StatusAsync()).ShouldBe(100, "the server has begun with it");
        }

        server.Terminate();
        await RefusesConnectionsAsync(http.BaseAddress!);
        foreach (var (wire, body) in wires.Zip(bodies)) await wire.SendAsync(body);
        foreach (var wire in wires) (await wire.StatusAsync()).ShouldBe(201);
        (await server.EndAsync()).ShouldBe(0);
        (await ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'")).ShouldBe(Writers);
        foreach (var wire in wires) wire.Dispose();
    }

    [Fact]
    public async Task twice_ends_it_at_once()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var held = await Held.IncidentAsync(ledger.ConnectionString);
        await using var server = ServeProcess.Start(new() { ["LEDGER_CONNECTION"] = ledger.ConnectionString, ["LEDGER_LOG"] = "information" });
        using var http = await server.ListeningAsync();
        var writing = http.PostAsync(Post.Statements, Post.Json(Post.Statement("s1")));
        await held.SomebodyWaitsAsync();

        var began = Stopwatch.GetTimestamp();
        server.Terminate();
        await server.SaysAsync("\"event\":\"stopping\"");
        server.Terminate();
        (await server.EndAsync()).ShouldBe(130);
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(15), "the write could have been waited for twice as long");
        await Should.ThrowAsync<HttpRequestException>(writing);
    }

    private static async Task RefusesConnectionsAsync(Uri address)
    {
        while (true)
            try
            {
                using var wire = await Wire.ToAsync(address);
                await Task.Yield();
            }
            catch (SocketException)
            {
                return;
            }
    }
}
