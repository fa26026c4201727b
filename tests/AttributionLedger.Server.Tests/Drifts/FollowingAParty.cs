using System.Net;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Drifts;

public class FollowingAParty(SharedPostgres postgres)
{
    private const string Hidden = "zyxhidden";

    private static readonly string[] Sheet =
    [
        .. Line.Scene, Line.Opening("pier"), Line.Claim("k1", incident: "pier"), Line.Opening("mole"), Line.Claim("k1", incident: "mole"), Line.Claim("k9", incident: "mole"),
        Line.Says("s1", "brigade", said: "2023-03-05", text: "We saw it burn."), Line.Says("s2", "brigade", "confirms", said: "2023-03-06", text: "We saw two tanks burn."),
        Line.Says("s3", "brigade", "denies", said: "2023-03-07", text: $"Nothing burned, {Hidden}.", terms: "deep-background"),
        Line.Says("s4", "brigade", "denies", said: "2023-03-08", text: "Nothing burned."),
        Line.Of(new { entry = "correction", id = "c1", incident = Line.Incident, statement = "s1", whose = "outlet", reason = "Misheard.", noted = "2023-03-09T22:00Z", words = new { form = "paraphrase", text = "We saw a tank burn." } }),
        Line.Of(new { entry = "retraction", id = "r1", incident = Line.Incident, statement = "s4", said = "2023-03-09", reason = Hidden }),
        Line.Says("s1", "brigade", said: "2023-04-01", incident: "pier"),
        Line.Says("s1", "brigade", said: "2023-05-01", incident: "mole", claim: "k9", terms: "deep-background", text: Hidden)
    ];

    [Fact]
    public async Task lists_its_steps_and_compares_the_words()
    {
        await using var host = await HostAsync();
        var drift = await host.GetAsync($"/api/parties/brigade/drift?incident={Line.Incident}&claim=k1&reading=internal");
        var steps = Steps(drift).ToList();
        steps.Select(step => (Text(step, "entry"), Text(step, "step"))).ShouldBe([("s1", "first-said"), ("s2", "hardened"), ("s3", "reversed"), ("s4", "said-again"), ("r1", "retracted")]);
        string.Concat(steps[1].GetProperty("wording").GetProperty("difference").EnumerateArray().Select(segment => $"{Text(segment, "change")[0]}:{Text(segment, "text")}|")).ShouldBe("s:We saw |r:a tank|a:two tanks|s: burn.|");
        steps[0].GetProperty("reworded")[0].ShouldSatisfyAllConditions(
            reworded => Text(reworded, "phrase").ShouldBe("corrected by the outlet on 9 March 2023"), reworded => reworded.GetProperty("wording").GetProperty("difference").GetArrayLength().ShouldBe(4));
    }

    [Fact]
    public async Task says_nothing_in_public_of_what_may_not_be_published()
    {
        await using var host = await HostAsync();
        var answer = await host.Http.GetStringAsync("/api/parties/brigade/drift");
        answer.ShouldNotContain(Hidden);
        using var drift = JsonDocument.Parse(answer);
        drift.RootElement.GetProperty("incidents").EnumerateArray().Select(incident => Text(incident, "incident")).ShouldBe(["pier", Line.Incident]);
        Steps(drift.RootElement, 1).Select(step => (Text(step, "entry"), Text(step, "step"))).ShouldBe([("s1", "first-said"), ("s2", "hardened"), ("s4", "reversed"), ("r1", "retracted")]);
        Steps(drift.RootElement, 1).First().GetProperty("reworded")[0].GetProperty("wording").ValueKind.ShouldBe(JsonValueKind.Null);
        // One incident a page: the third, of which nothing may be published, shows in no page and in no cursor.
        var first = await host.GetAsync("/api/parties/brigade/drift?limit=1");
        var second = await host.GetAsync($"/api/parties/brigade/drift?limit=1&cursor={Text(first, "next")}");
        (Text(first.GetProperty("incidents")[0], "incident"), Text(second.GetProperty("incidents")[0], "incident")).ShouldBe(("pier", Line.Incident));
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task holds_nothing_more_once_consent_is_withdrawn_at_any_moment()
    {
        await using var host = await HostAsync(Line.Of(new { entry = "consent-withdrawn", id = "w1", incident = Line.Incident, statement = "s2", reason = "Asked." }));
        Steps(await host.GetAsync($"/api/parties/brigade/drift?incident={Line.Incident}&saidBy=2023-03-06")).Select(step => Text(step, "entry")).ShouldBe(["s1"]);
        Steps(await host.GetAsync($"/api/parties/brigade/drift?incident={Line.Incident}&saidBy=2023-03-06&reading=internal")).Select(step => Text(step, "entry")).ShouldBe(["s1", "s2"]);
    }

    [Fact]
    public async Task goes_under_the_name_that_it_was_merged_into()
    {
        await using var host = await HostAsync(Line.Says("s9", "harbour", "denies", said: "2023-03-10"), Line.Of(new { entry = "merge-party", id = "m1", party = "harbour", into = "brigade", reason = "One body." }));
        foreach (var id in new[] { "harbour", "brigade" })
        {
            var drift = await host.GetAsync($"/api/parties/{id}/drift?incident={Line.Incident}");
            Text(drift.GetProperty("party"), "id").ShouldBe("brigade");
            Steps(drift).Select(step => Text(step, "entry")).ShouldBe(["s1", "s2", "s4", "r1", "s9"]);
        }
    }

    [Theory]
    [InlineData("?1"), InlineData("unnamed-000000000000"), InlineData("outlaws")]
    public async Task is_refused_for_who_is_not_named(string party)
    {
        await using var host = await HostAsync(Line.Unnamed("?1"), Line.Says("s8", "?1", terms: "background"), Line.Party("outlaws", "described"), Line.Says("s9", "outlaws"));
        if (party == "?1") party = Text((await host.GetAsync($"/api/incidents/{Line.Incident}/statements/s8")).GetProperty("by")[0], "id");
        foreach (var reading in new[] { "internal", "publishable" })
        {
            using var answer = await host.Http.GetAsync($"/api/parties/{party}/drift?reading={reading}");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("drift-of-unnamed");
        }
    }

    [Theory]
    [InlineData("korvad/drift", HttpStatusCode.OK, "\"incidents\":[]")]
    [InlineData("nobody/drift", HttpStatusCode.NotFound, "party-unknown")]
    [InlineData("brigade/drift?incident=none", HttpStatusCode.NotFound, "incident-unknown")]
    [InlineData("brigade/drift?incident=quay&claim=none", HttpStatusCode.NotFound, "claim-unknown")]
    [InlineData("brigade/drift?claim=k1", HttpStatusCode.BadRequest, "parameter-missing")]
    [InlineData("brigade/drift?limit=21", HttpStatusCode.BadRequest, "limit-out-of-range")]
    [InlineData("brigade/drift?cursor=x", HttpStatusCode.BadRequest, "cursor-malformed")]
    [InlineData("brigade/drift?saidBy=yesterday", HttpStatusCode.BadRequest, "time-")]
    public async Task answers_a_question_that_is_put_wrongly_with_what_to_do(string path, HttpStatusCode status, string told)
    {
        await using var host = await HostAsync();
        using var answer = await host.Http.GetAsync($"/api/parties/{path}");
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(told);
    }

    private async Task<ApiHost> HostAsync(params string[] more)
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Sheet, .. more]);
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        return await ApiHost.OverAsync(ledger);
    }

    private static IEnumerable<JsonElement> Steps(JsonElement drift, int incident = 0) => drift.GetProperty("incidents")[incident].GetProperty("claims")[0].GetProperty("steps").EnumerateArray();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
