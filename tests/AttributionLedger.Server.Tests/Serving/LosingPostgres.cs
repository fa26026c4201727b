using System.Diagnostics;
using System.Net;
using AttributionLedger.PrivatePostgres;
using AttributionLedger.Server.Tests.Support;
using Npgsql;

namespace AttributionLedger.Server.Tests.Serving;

public class LosingPostgres : IAsyncLifetime
{
    private static readonly TimeSpan WithinSeconds = TimeSpan.FromSeconds(30);

    private readonly ClusterSettings settings = new() { DataFolder = Path.Combine(Path.GetTempPath(), $"ledger-lost-{Guid.NewGuid():N}") };

    [Fact]
    public async Task of_its_own_a_server_starts_it_again_and_goes_on_by_itself()
    {
        await using var server = ServeProcess.Start(new() { ["LEDGER_DATA"] = settings.DataFolder });
        using var http = await server.ListeningAsync();
        await OpenAsync(http, "before");
        KillPostmaster();

        // Nobody writes: the server finds out for itself.
        await server.SaysAsync("\"event\":\"postgres-back\"");
        var began = Stopwatch.GetTimestamp();
        await OpenAsync(http, "after");
        while (!(await http.GetStringAsync("/api/board")).Contains("after")) Stopwatch.GetElapsedTime(began).ShouldBeLessThan(WithinSeconds, "the views are followed again");

        KillPostmaster();
        await OpenAsync(http, "meanwhile");
        server.Terminate();
        (await server.EndAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task that_is_still_to_come_up_a_server_waits_for_it()
    {
        var connection = (await PrivateCluster.StartAsync(settings)).Maintenance.ConnectionString;
        await PrivateCluster.StopAsync(settings);
        await using var server = ServeProcess.Start(new() { ["LEDGER_CONNECTION"] = connection });
        await server.SaysAsync("PostgreSQL is away");
        (await PrivateCluster.StartAsync(settings)).Maintenance.ConnectionString.ShouldBe(connection);
        using var http = await server.ListeningAsync();
        await OpenAsync(http, "before");

        // Somebody else's PostgreSQL is for somebody else to start.
        await PrivateCluster.StopAsync(settings);
        await server.SaysAsync("\"event\":\"postgres-away\"");
        var read = await http.GetAsync("/api/board");
        (read.StatusCode, await read.CodeAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, "postgres-unreachable"));
        read.Headers.RetryAfter.ShouldNotBeNull();
        await PrivateCluster.StartAsync(settings);
        await server.SaysAsync("\"event\":\"postgres-back\"");
        await OpenAsync(http, "after");
    }

    [Theory]
    [InlineData("Password", "wrong")]
    [InlineData("Database", "elsewhere")]
    public async Task that_refuses_is_not_waited_for(string part, string wrong)
    {
        var connection = new NpgsqlConnectionStringBuilder((await PrivateCluster.StartAsync(settings)).Maintenance.ConnectionString) { [part] = wrong }.ConnectionString;
        await using var server = ServeProcess.Start(new() { ["LEDGER_CONNECTION"] = connection });
        (await server.EndAsync()).ShouldBe(4);
        await server.SaysAsync("[postgres-refused]");
        server.Errors.ShouldNotContain("PostgreSQL is away");
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        try
        {
            await PrivateCluster.StopAsync(settings);
        }
        finally
        {
            if (Directory.Exists(settings.DataFolder)) Directory.Delete(settings.DataFolder, recursive: true);
        }
    }

    private static async Task OpenAsync(HttpClient http, string id) =>
        (await http.PostAsync("/api/incidents", Post.Json($$"""{"id": "{{id}}", "headline": "Invented: {{id}}", "zone": "Etc/UTC", "invented": true}"""))).StatusCode.ShouldBe(HttpStatusCode.Created);

    private void KillPostmaster()
    {
        using var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(settings.DataFolder!, "postgres", "data", "postmaster.pid")).First()));
        postmaster.Kill();
    }
}
