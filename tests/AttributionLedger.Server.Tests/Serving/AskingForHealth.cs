using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Serving;

public class AskingForHealth(SharedPostgres postgres)
{
    [Fact]
    public async Task of_a_sound_server_finds_it_alive_and_ready()
    {
        await using var served = await Served.StartAsync(postgres);
        foreach (var path in new[] { "/health", "/health/live" })
            (await served.Http.GetFromJsonAsync<JsonElement>(path)).GetProperty("status").GetString().ShouldBe("alive");
        var ready = await served.BecomesAsync("ready");
        ready.GetProperty("viewsBehind").GetInt64().ShouldBe(0);
        ready.GetProperty("reasons").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task of_a_server_whose_database_is_gone_finds_it_alive_and_not_ready()
    {
        await using var served = await Served.StartAsync(postgres);
        await served.BecomesAsync("ready");
        await postgres.DropAsync(new Npgsql.NpgsqlConnectionStringBuilder(served.Ledger.ConnectionString).Database!);
        (await served.BecomesAsync("not-ready")).GetProperty("reasons")[0].GetProperty("code").GetString().ShouldBeOneOf("postgres-refused", "postgres-unreachable");
        (await served.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await served.Http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task of_a_server_whose_schema_is_gone_says_that_it_is_gone()
    {
        var ledger = await postgres.EmptyAsync();
        // Whoever follows the events might make their tables anew.
        await using var held = await Held.ViewsAsync(ledger.ConnectionString);
        await using var served = await Served.OfAsync(ledger, new());
        await served.Ledger.Database.TellAsync("alter schema ledger rename to elsewhere");
        (await served.BecomesAsync("not-ready")).GetProperty("reasons")[0].GetProperty("code").GetString().ShouldBe("schema-missing");
    }

    [Fact]
    public async Task of_a_server_whose_views_stand_still_finds_it_degraded_until_they_move()
    {
        var ledger = await postgres.EmptyAsync();
        var held = await Held.ViewsAsync(ledger.ConnectionString);
        await using var served = await Served.OfAsync(ledger, new() { BehindEvents = 0 });
        await served.BecomesAsync("ready");
        await served.Http.PostAsync("/api/incidents", Post.Json("""{"id": "quay", "headline": "Invented: quay", "zone": "Etc/UTC", "invented": true}"""));
        var degraded = await served.BecomesAsync("degraded");
        degraded.GetProperty("reasons")[0].GetProperty("code").GetString().ShouldBe("views-behind");
        degraded.GetProperty("viewsBehind").GetInt64().ShouldBeGreaterThan(0);
        (await served.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK, "it serves all the same");
        await held.DisposeAsync();
        await served.BecomesAsync("ready");
    }
}
