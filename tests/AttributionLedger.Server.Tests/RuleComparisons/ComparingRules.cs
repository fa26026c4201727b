using System.Net;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.RuleComparisons;

public class ComparingRules(SharedPostgres postgres)
{
    // Until the harbour speaks by name, only an unnamed source accuses.
    private static readonly string[] Story =
    [
        .. Line.Scene, Line.Unnamed("?1"), Line.Says("s1", "?1", "accuses", "k2", terms: "background"), Line.Says("s2", "harbour", "accuses", "k2"),
        Line.Opening("elsewhere"), Line.Claim("e1", incident: "elsewhere"), Line.Says("t1", "brigade", claim: "e1", incident: "elsewhere")
    ];

    [Fact]
    public async Task tells_each_flip_from_when_to_when()
    {
        await using var host = await HostAsync();
        var quay = (await CompareAsync(host, "from=1&to=2")).Single(line => line.GetProperty("incident").GetString() == Line.Incident);
        var flips = quay.GetProperty("flips").EnumerateArray().Where(flip => flip.GetProperty("flip").GetBoolean()).ToList();
        flips.Select(flip => (Kind(flip), Phrase(flip, "one"), Phrase(flip, "other"))).ShouldBe([("status", "accused: The korvad, by 1 source", "unattributed"), ("named", "accused by 1", "not accused")]);
        var spoke = (await host.GetAsync($"/api/incidents/{Line.Incident}/statements/s1?reading=internal")).GetProperty("known").GetDateTimeOffset();
        var again = (await host.GetAsync($"/api/incidents/{Line.Incident}/statements/s2?reading=internal")).GetProperty("known").GetDateTimeOffset();
        flips.ShouldAllBe(flip => flip.GetProperty("since").GetDateTimeOffset() == spoke && flip.GetProperty("until").GetDateTimeOffset() == again);
    }

    [Fact]
    public async Task tells_what_is_counted_otherwise_and_still_is()
    {
        await using var host = await HostAsync();
        var now = (await CompareAsync(host, "from=1&to=2&at=now")).Single(line => line.GetProperty("incident").GetString() == Line.Incident).GetProperty("flips").EnumerateArray().ToList();
        now.ShouldAllBe(flip => !flip.GetProperty("flip").GetBoolean() && flip.GetProperty("until").ValueKind == JsonValueKind.Null);
        now.Where(flip => Kind(flip) == "accused-by").Select(flip => (Count(flip, "one"), Count(flip, "other"))).ShouldBe([(2, 1)]);
    }

    [Fact]
    public async Task has_a_line_for_every_incident_also_where_nothing_flips()
    {
        await using var host = await HostAsync();
        var lines = await CompareAsync(host, "from=1&to=2");
        lines.Select(line => (line.GetProperty("incident").GetString(), line.GetProperty("flips").GetArrayLength() > 0)).ShouldBe([("elsewhere", false), (Line.Incident, true)]);
        (await CompareAsync(host, "incident=elsewhere")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("from=1&to=1&reading=internal", HttpStatusCode.UnprocessableEntity, "rules-same")]
    [InlineData("from=1&to=3&reading=internal", HttpStatusCode.BadRequest, "limit-out-of-range")]
    [InlineData("incident=nowhere&reading=internal", HttpStatusCode.NotFound, "incident-unknown")]
    [InlineData("from=1&to=2", HttpStatusCode.Forbidden, "internal-only")]
    public async Task is_refused_where_there_is_nothing_to_compare(string query, HttpStatusCode status, string code)
    {
        await using var host = await HostAsync();
        using var answer = await host.Http.GetAsync($"/api/rules/comparison?{query}");
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString().ShouldBe(code);
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task on_the_command_line_lists_flips_and_ends_with_how_many()
    {
        await using var ledger = await LedgerAsync();
        var answer = await ledger.RunAsync("rules", "compare", "1", "2");
        answer.ShouldEndWith(0);
        answer.Output.ShouldContain("2 incidents compared; 1 read otherwise, with 2 flips");
        answer.Output.ShouldContain("unattributed");
        (await ledger.RunAsync("rules", "compare", "1", "9")).ShouldEndWith(3).Error.ShouldContain("[rules-unknown]");
    }

    [Fact]
    public async Task on_the_command_line_a_replay_shows_what_changed_and_json_has_a_frame_a_line()
    {
        await using var ledger = await LedgerAsync();
        var page = await ledger.RunAsync("replay", Line.Incident);
        page.Output.Split('\n').Count(line => line.Contains("The korvad: accused by 1")).ShouldBe(1);
        var frames = (await ledger.RunAsync("replay", Line.Incident, "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        frames.Count.ShouldBe(5);
        var rest = await ledger.RunAsync("replay", Line.Incident, "--json", "--after", frames[3].GetProperty("id").GetString()!);
        rest.Output.Trim().ShouldBe(frames[4].GetRawText());
        (await ledger.RunAsync("replay", Line.Incident, "--rules", "7")).ShouldEndWith(2);
        (await ledger.RunAsync("state", Line.Incident, "--rules", "7")).ShouldEndWith(2);
    }

    private async Task<ApiHost> HostAsync() => await ApiHost.OverAsync(await LedgerAsync());

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Story);
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        return ledger;
    }

    private static async Task<List<JsonElement>> CompareAsync(ApiHost host, string query)
    {
        using var answer = await host.Http.GetAsync($"/api/rules/comparison?{query}&reading=internal");
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string Kind(JsonElement flip) => flip.GetProperty("kind").GetString()!;
    private static string Phrase(JsonElement flip, string side) => flip.GetProperty(side).GetProperty("phrase").GetString()!;
    private static int Count(JsonElement flip, string side) => flip.GetProperty(side).GetProperty("count").GetInt32();
}
