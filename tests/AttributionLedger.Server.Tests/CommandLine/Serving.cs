using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AttributionLedger.Importing;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.CommandLine;

public class Serving(SharedPostgres postgres)
{
    [Fact]
    public async Task answers_until_it_is_told_to_stop()
    {
        await using var samples = await postgres.WithSamplesAsync();
        using var server = LedgerProcess.Start(new() { ["LEDGER_CONNECTION"] = samples.ConnectionString }, "dotnet", LedgerProcess.Dll, "serve", "--url", "http://127.0.0.1:0");
        try
        {
            using var http = new HttpClient { BaseAddress = await AddressOfAsync(server) };
            (await http.GetFromJsonAsync<JsonElement>("/health")).GetProperty("status").GetString().ShouldBe("alive");
            (await http.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("status").GetString().ShouldBe("ready");
            (await http.GetFromJsonAsync<JsonElement>("/api/board")).GetProperty("incidents").GetArrayLength().ShouldBe(Samples.Incidents.Count());
            (await http.GetFromJsonAsync<JsonElement>("/ledger-sheet.schema.json")).ValueKind.ShouldBe(JsonValueKind.Object);

            foreach (var (path, problem) in new[] { ("/api/board?limit=0", "limit-out-of-range"), ("/api/board?cursor=nonsense", "cursor-malformed") })
            {
                var refused = await http.GetAsync(path);
                refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
                (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString().ShouldBe($"/problems/{problem}");
            }
            (await http.GetAsync("/nowhere")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

            // The server keeps the views: what another command logs is on its board without anybody's help.
            await samples.Ledger.Import.RunAsync(await SheetAsync(Line.Opening("later")), false, "tester", new Silence<ImportProgress>(), CancellationToken.None);
            (await http.GetFromJsonAsync<JsonElement>("/api/board?limit=1")).GetProperty("incidents")[0].GetProperty("id").GetString().ShouldBe("later");

            using var told = Process.Start("kill", ["-TERM", $"{server.Id}"]);
            var ended = (await server.EndAsync()).ShouldEndWith(0);
            ended.Error.ShouldBeEmpty();
        }
        finally
        {
            if (!server.HasExited) server.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task on_an_address_that_is_taken_is_an_error_of_usage()
    {
        await using var ledger = await postgres.EmptyAsync();
        var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        try
        {
            (await ledger.RunAsync("serve", "--url", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}")).ShouldEndWith(2).Error.ShouldContain("[address-in-use]");
        }
        finally
        {
            taken.Stop();
        }
    }

    [Theory]
    [InlineData("host-missing", null, "--url", "http://0.0.0.0:0", "--trust-network")]
    [InlineData("host-malformed", null, "--host", "http://desk.example")]
    [InlineData("host-malformed", "desk.example, *", "--url", "http://0.0.0.0:0", "--trust-network")]
    [InlineData("trust-contradictory", null, "--trust-network", "--publishable-only")]
    public async Task to_whom_it_cannot_tell_is_an_error_of_usage(string code, string? hosts, params string[] args)
    {
        // It is said before PostgreSQL is asked: nothing is there.
        var environment = new Dictionary<string, string?> { ["LEDGER_CONNECTION"] = "Host=127.0.0.1;Port=1", ["LEDGER_HOSTS"] = hosts };
        (await LedgerProcess.RunWithAsync(environment, null, ["serve", .. args])).ShouldEndWith(2).Error.ShouldContain($"[{code}]");
    }

    private static async Task<SheetFile> SheetAsync(params string[] lines) =>
        await SheetFile.SpoolAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))), CancellationToken.None);

    private static async Task<Uri> AddressOfAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
            if (Regex.Match(line, @"http://\S+?:\d+") is { Success: true, Value: var address }) return new Uri(address);
        throw new InvalidOperationException(await server.StandardError.ReadToEndAsync());
    }
}
