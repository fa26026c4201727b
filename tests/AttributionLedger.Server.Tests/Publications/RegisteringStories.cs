using System.Net.Http.Json;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Publications;

/// <summary>Stories over HTTP and on the command line.</summary>
public class RegisteringStories(SharedPostgres postgres)
{
    private const string Publications = $"/api/incidents/{Line.Incident}/publications", Any = "*";

    [Fact]
    public async Task over_http_and_settling_them_is_seen_by_who_asks_next()
    {
        await using var host = await HostAsync();
        (await PostAsync(host, Publications, new { id = "p1", url = "https://example.org/p1", published = Now(), restsOn = new[] { "s1" } })).ShouldBe(201).Location.ShouldBe($"{Publications}/p1");
        (await PostAsync(host, Publications, new { id = "p2", url = "https://example.org/p1", published = Now() })).ShouldBeProblem(409, "url-taken");
        (await PostAsync(host, $"/api/incidents/{Line.Incident}/statements/s1/retractions", new { said = "2023-03-09", reason = "Not so." }, Any)).ShouldBe(201);
        Needed(await host.GetAsync("/api/attention?reading=internal")).ShouldBe(["p1"]);

        var card = await host.Http.GetAsync($"{Publications}/p1?reading=internal");
        var tag = card.Headers.ETag!.Tag;
        (await PostAsync(host, $"{Publications}/p1/settlement", new { note = "Mended." })).ShouldBeProblem(428, "if-match-missing");
        (await PostAsync(host, $"{Publications}/p9/settlement", new { note = "Mended." }, Any)).ShouldBeProblem(404, "publication-unknown");
        var seen = (await card.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("publication").GetProperty("attention").GetProperty("lookedAt").GetString();
        (await PostAsync(host, $"{Publications}/p1/settlement", new { note = "Mended.", seen = "2023-03-08T00:00Z" }, tag)).ShouldBeProblem(422, "seen-too-early");
        (await PostAsync(host, $"{Publications}/p1/settlement", new { note = "Mended.", seen }, tag)).ShouldBe(201);
        (await PostAsync(host, $"{Publications}/p1/settlement", new { note = "Mended otherwise." }, tag)).ShouldBeProblem(412, "state-changed");
        Needed(await host.GetAsync("/api/attention?reading=internal")).ShouldBeEmpty();
        (await host.GetAsync($"{Publications}/p1?reading=internal")).GetProperty("settlements").EnumerateArray().Select(settlement => settlement.GetProperty("note").GetString()).ShouldBe(["Mended."]);
        await host.Ledger.ShouldVerifyAsync();
    }

    [Theory, InlineData(Publications), InlineData($"{Publications}/p1"), InlineData("/api/attention")]
    public async Task is_for_the_desk(string path)
    {
        await using var host = await HostAsync();
        await host.Ledger.TakeInAsync([Line.Story("p1")]);
        (await host.Http.GetAnswerAsync(path)).ShouldBeProblem(403, "internal-only");
        (await host.Http.GetAnswerAsync($"{path}?reading=publishable")).ShouldBeProblem(403, "internal-only");
        (await host.Http.GetAnswerAsync($"{path}?reading=internal")).ShouldBe(200);
    }

    [Fact]
    public async Task on_the_command_line()
    {
        await using var ledger = await LedgerAsync();
        (await ledger.RunAsync("publication", "list", Line.Incident)).ShouldEndWith(0).Output.ShouldContain("No story about this incident is registered.");
        string[] register = ["publication", "register", Line.Incident, "--url", "https://example.org/p1", "--published", Now(), "--rests-on", "s1, s2", "--headline", "Invented: a story", "--id", "p1", "--as", "sam"];
        (await ledger.RunAsync(register)).ShouldEndWith(0).Output.Trim().ShouldBe("p1: registered.");
        (await ledger.RunAsync(register)).ShouldEndWith(0).Output.Trim().ShouldBe("p1: on record already.");
        (await ledger.RunAsync("attention")).ShouldEndWith(0).Output.Trim().ShouldBe("No story needs attention.");

        await ledger.TakeInAsync([Line.Retracts("s1")]);
        var told = (await ledger.RunAsync("attention", "--incident", Line.Incident)).ShouldEndWith(0).Output;
        foreach (var part in new[] { "quay/p1  Invented: a story", "https://example.org/p1", "s1 withdrawn by the speaker on 9 March 2023: Not s1.", "it was accused: The korvad", "--seen 20" }) told.ReplaceLineEndings(" ").ShouldContain(part);
        var seen = told.Split("--seen ")[1].Split(' ')[0];
        (await ledger.RunAsync("publication", "settle", Line.Incident, "p1", "--note", "Mended.", "--seen", "yesterday")).ShouldEndWith(2).Error.ShouldContain("seen: ");
        Needed((await ledger.RunAsync("attention", "--json")).ShouldEndWith(0).Json).ShouldBe(["p1"]);
        (await ledger.RunAsync("publication", "list", Line.Incident, "--json")).ShouldEndWith(0).Json.GetProperty("publications")[0].GetProperty("attention").GetProperty("needed").GetBoolean().ShouldBeTrue();

        (await ledger.RunAsync("publication", "settle", Line.Incident, "p1", "--note", "Mended.", "--seen", seen, "--as", "sam")).ShouldEndWith(0).Output.ShouldStartWith("p1: settled (");
        (await ledger.RunAsync("attention")).ShouldEndWith(0).Output.Trim().ShouldBe("No story needs attention.");
        (await ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type in ('publication_registered', 'attention_settled') and user_name = 'sam'")).ShouldBe(2);
    }

    [Fact]
    public async Task on_the_command_line_is_refused_with_the_field_and_the_code_of_a_sheet()
    {
        await using var ledger = await LedgerAsync();
        foreach (var (args, code, error) in new (string[], int, string)[]
        {
            (["register", Line.Incident, "--url", "https://example.org/p1", "--published", "2023-03-08"], 2, "published: "), (["register", Line.Incident, "--url", "https://example.org/p1", "--published", "2023-03-08"], 2, "[time-not-instant]"),
            (["register", Line.Incident, "--url", "ftp://example.org", "--published", Now()], 1, "[url-malformed]"), (["register", Line.Incident, "--url", "https://example.org/p1", "--published", Now(), "--rests-on", "s9"], 1, "[statement-unknown]"),
            (["register", "nowhere", "--url", "https://example.org/p1", "--published", Now()], 3, "[incident-unknown]"), (["settle", Line.Incident, "p9", "--note", "Mended."], 3, "[publication-unknown]"),
            (["register", Line.Incident, "--url", "https://example.org/p1"], 2, "[usage]"), (["list", "nowhere"], 3, "[incident-unknown]"), (["list", Line.Incident, "--limit", "0"], 2, "[limit-out-of-range]")
        })
            (await ledger.RunAsync(["publication", .. args])).ShouldEndWith(code).Error.ShouldContain(error);
        (await ledger.RunAsync("attention", "--after", "x")).ShouldEndWith(2).Error.ShouldContain("[cursor-malformed]");
    }

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade", "accuses", "k2"), Line.Says("s2", "harbour")]);
        return ledger;
    }

    private async Task<ApiHost> HostAsync() => await ApiHost.OverAsync(await LedgerAsync());

    private static async Task<Answer> PostAsync(ApiHost host, string path, object body, string? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = System.Net.Http.Json.JsonContent.Create(body) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await host.Http.AnswerAsync(request);
    }

    private static string Now() => $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.ffffff}Z";

    private static IEnumerable<string?> Needed(JsonElement attention) => attention.GetProperty("publications").EnumerateArray().Select(publication => publication.GetProperty("id").GetString());
}
