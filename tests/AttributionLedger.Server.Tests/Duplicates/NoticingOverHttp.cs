using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Duplicates;

public class NoticingOverHttp(SharedPostgres postgres)
{
    private const string Denial = "We lit no fire, and we never would.", Incident = $"/api/incidents/{Line.Incident}", List = $"{Incident}/duplicates?reading=internal";

    [Fact]
    public async Task answers_a_statement_with_what_may_be_the_same()
    {
        await using var host = await HostAsync();
        (await LogAsync(host, Line.Says("s1", "brigade", text: Denial))).Json.GetProperty("notices").GetArrayLength().ShouldBe(0);
        var again = await LogAsync(host, Line.Says("s2", "brigade", text: Denial));
        again.ShouldBe(201);
        again.Json.GetProperty("notices")[0].GetProperty("other").GetString().ShouldBe("s1");
        // Whoever repeats the request is told again; it is on record once.
        var repeated = await LogAsync(host, Line.Says("s2", "brigade", text: Denial));
        repeated.ShouldBe(200).Json.GetProperty("notices")[0].GetProperty("code").GetString().ShouldBe("same-words");
    }

    [Fact]
    public async Task has_no_notices_beside_any_other_entry()
    {
        await using var host = await HostAsync();
        (await ApiWrite.Of(Line.Claim("k9")).SendAsync(host.Http)).ShouldBe(201).Json.TryGetProperty("notices", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task lists_a_pair_until_it_is_linked()
    {
        await using var host = await HostAsync();
        await LogAsync(host, Line.Says("s1", "brigade", text: Denial));
        var offer = (await LogAsync(host, Line.Says("s2", "brigade", text: Denial))).Json.GetProperty("notices")[0].GetProperty("offers")[0].GetProperty("line").GetString()!;
        (await PairsAsync(host)).ShouldBe(["s2 s1"]);
        (await ApiWrite.Of(offer).SendAsync(host.Http)).ShouldBe(201);
        (await PairsAsync(host)).ShouldBeEmpty();
        (await host.GetAsync($"{Incident}/statements/s2?reading=internal")).GetProperty("sameAs").GetString().ShouldBe("s1");
        (await host.Http.GetAsync($"{Incident}/statements/s2")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await host.Ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task lists_a_pair_again_once_the_link_is_struck()
    {
        await using var host = await HostAsync();
        await host.Ledger.TakeInAsync([Line.Says("s1", "brigade", text: Denial), Line.Says("s2", "brigade", text: Denial), Link("l1", "s1", "s2", "not-same")]);
        (await PairsAsync(host)).ShouldBeEmpty();
        (await ApiWrite.Of(Line.Of(new { entry = "strike", incident = Line.Incident, target = "l1", reason = "They are one." })).SendAsync(host.Http)).ShouldBe(201);
        (await PairsAsync(host)).ShouldBe(["s2 s1"]);
        await host.Ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task goes_from_page_to_page_and_finds_every_pair_once()
    {
        await using var host = await HostAsync();
        await host.Ledger.TakeInAsync([.. Enumerable.Range(0, 12).SelectMany(i => new[] { Line.Says($"a{i}", "brigade", text: $"The fire of quay {i} was none of ours."), Line.Says($"b{i}", "harbour", text: $"Quay {i} burned.") }),
            .. Enumerable.Range(0, 12).Select(i => Line.Says($"c{i}", "brigade", text: $"The fire of quay {i} was none of ours"))]);
        var (pairs, address) = (new List<string>(), $"{List}&limit=5");
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await host.GetAsync(cursor == "" ? address : $"{address}&cursor={cursor}");
            pairs.AddRange(Pairs(page));
            cursor = page.GetProperty("next").GetString();
        }
        pairs.Order().ShouldBe(Enumerable.Range(0, 12).Select(i => $"c{i} a{i}").Order());
    }

    [Fact]
    public async Task is_for_the_desk_alone()
    {
        await using var host = await HostAsync();
        (await host.Http.GetAnswerAsync($"{Incident}/duplicates")).ShouldBeProblem(403, "internal-only");
        (await host.Http.GetAnswerAsync("/api/incidents/none/duplicates?reading=internal")).ShouldBeProblem(404, "incident-unknown");
        (await host.Http.GetAnswerAsync($"{List}&cursor=none")).ShouldBeProblem(400, "cursor-malformed");
    }

    [Fact]
    public async Task finds_what_was_logged_a_moment_ago_by_many_at_once()
    {
        await using var host = await HostAsync();
        var answers = await AtOnce.DoAsync(20, i => LogAsync(host, Line.Says($"s{i}", "brigade", text: Denial)));
        foreach (var answer in answers) answer.ShouldBe(201);
        (await PairsAsync(host)).Count.ShouldBe(45 + 10 * 10);
    }

    [Fact]
    public async Task prints_the_list_with_lines_to_be_taken_in()
    {
        await using var host = await HostAsync();
        await host.Ledger.TakeInAsync([Line.Says("s1", "brigade", text: Denial), Line.Says("s2", "brigade", text: Denial)]);
        var printed = (await host.Ledger.RunAsync("duplicates", Line.Incident)).ShouldEndWith(0).Output;
        printed.ShouldContain("[same-words]");
        var line = printed.Split('\n').First(text => text.Contains("same-as", StringComparison.Ordinal)).Trim();
        await host.Ledger.TakeInAsync([line]);
        (await host.Ledger.RunAsync("duplicates", Line.Incident, "--json")).ShouldEndWith(0).Json.GetProperty("pairs").GetArrayLength().ShouldBe(0);
        (await host.Ledger.RunAsync("duplicates", "none")).ShouldEndWith(3);
    }

    private static Task<Answer> LogAsync(ApiHost host, string line) => ApiWrite.Of(line).SendAsync(host.Http);

    private static string Link(string id, string statement, string other, string link) => Line.Of(new { entry = "link-statement", id, incident = Line.Incident, statement, other, link, reason = "Looked at." });

    private static async Task<List<string>> PairsAsync(ApiHost host) => Pairs(await host.GetAsync($"{List}&limit=100"));

    private static List<string> Pairs(JsonElement page) => [.. page.GetProperty("pairs").EnumerateArray().Select(pair => $"{pair.GetProperty("statement")} {pair.GetProperty("other")}")];

    private async Task<ApiHost> HostAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        return await ApiHost.OverAsync(ledger);
    }
}
