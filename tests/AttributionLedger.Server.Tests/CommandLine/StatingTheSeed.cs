using System.Text.Json;
using System.Text.RegularExpressions;

namespace AttributionLedger.Server.Tests.CommandLine;

/// <summary>The state that the seed article must yield, as a reader of the terminal and a program get it.</summary>
public class StatingTheSeed(SampleLedger samples) : IClassFixture<SampleLedger>
{
    [Fact]
    public async Task the_rockets_are_accused_of_the_islamic_resistance_by_one_source_not_recorded_whether_asked()
    {
        var page = await PageAsync("kharab-al-jir");
        page.ShouldContain("Status: accused: Islamic Resistance in Iraq, by 1 source");
        page.ShouldMatch(@"Islamic Resistance in\s+accused by 1\s+not recorded whether\s+Syrian Observatory for");

        var json = await JsonAsync("kharab-al-jir");
        json.GetProperty("status").GetProperty("status").GetString().ShouldBe("accused");
        json.GetProperty("status").GetProperty("count").GetInt32().ShouldBe(1);
        var accused = Standing(json, "iri");
        accused.GetProperty("accusedBy").GetInt32().ShouldBe(1);
        accused.GetProperty("phrase").GetString().ShouldBe("accused by 1, not recorded whether asked");
        Standing(json, "outlaws").GetProperty("actor").GetProperty("kind").GetString().ShouldBe("described");
        Ids(json.GetProperty("status").GetProperty("actors")).ShouldBe(["iri"], "who is only described does not compete");
    }

    [Fact]
    public async Task the_origin_has_two_sources_of_which_one_is_unnamed_and_neither_is_called_independent()
    {
        var origin = (await JsonAsync("kharab-al-jir")).GetProperty("claims").EnumerateArray().Single(claim => claim.GetProperty("id").GetString() == "k3");
        origin.GetProperty("supportedBy").GetInt32().ShouldBe(2);
        origin.GetProperty("sources").EnumerateArray().Count(source => source.GetProperty("root").ValueKind == JsonValueKind.Null).ShouldBe(1);
        origin.GetProperty("independence").GetArrayLength().ShouldBe(0);
        Ids(origin.GetProperty("statedAsFactBy")).ShouldBe(["paper"]);
    }

    [Fact]
    public async Task the_anonymous_official_appears_only_by_description()
    {
        foreach (var reading in new[] { "internal", "publishable" })
        {
            var text = (await samples.RunAsync("state", "kharab-al-jir", "--json", "--reading", reading)).ShouldEndWith(0).Output;
            text.ShouldContain("an official in Ninawa province");
            text.ShouldNotContain("?1");
            Regex.Matches(text, "\"name\": \"([^\"]*)\",\\s*\"kind\": \"unnamed\"").Select(match => match.Groups[1].Value).Distinct().ShouldBe(["an official in Ninawa province"]);
        }
        var page = Flat(await PageAsync("kharab-al-jir"));
        page.ShouldContain("official in Ninawa");
        page.ShouldNotContain("unnamed-");
    }

    [Fact]
    public async Task the_explosion_is_unattributed_and_a_denial_without_an_accusation_reads_as_none()
    {
        var page = await PageAsync("iraq-base-explosion");
        page.ShouldContain("Status: unattributed");
        Flat(page).ShouldContain("Answered, and no claim names it: Israeli army: declined to comment (Israeli army, asked by Agence France-Presse)");

        var json = await JsonAsync("iraq-base-explosion");
        json.GetProperty("status").GetProperty("status").GetString().ShouldBe("unattributed");
        Standing(json, "us").GetProperty("phrase").GetString().ShouldBe("not accused, denies any involvement");
        Standing(json, "us").GetProperty("answer").GetProperty("stance").GetProperty("party").GetProperty("id").GetString().ShouldBe("centcom");
        json.GetProperty("standings").GetArrayLength().ShouldBe(1, "a refusal to comment makes nobody a suspect");
        var answered = json.GetProperty("answered").EnumerateArray().ShouldHaveSingleItem();
        answered.GetProperty("party").GetProperty("id").GetString().ShouldBe("israeli-army");
        answered.GetProperty("answer").GetProperty("phrase").GetString().ShouldBe("declined to comment");
    }

    [Fact]
    public async Task the_drone_in_jordan_is_unattributed_and_nobody_is_named()
    {
        (await PageAsync("jordan-drone")).ShouldContain("Status: unattributed");
        (await JsonAsync("jordan-drone")).GetProperty("standings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task the_strikes_are_unattributed_and_stated_as_fact_by_the_paper()
    {
        (await PageAsync("us-strikes")).ShouldContain("Status: unattributed; stated as fact by");
        var json = await JsonAsync("us-strikes");
        Ids(json.GetProperty("status").GetProperty("statedAsFactBy")).ShouldBe(["paper"]);
        Standing(json, "us").GetProperty("phrase").GetString().ShouldBe("not accused, not recorded whether asked");
    }

    [Fact]
    public async Task the_attacks_of_the_winter_are_unattributed_and_a_comment_is_no_claim()
    {
        var page = await PageAsync("winter-attacks");
        page.ShouldContain("Status: unattributed; stated as fact by");
        page.ShouldContain("Commented, taking no position: Islamic Resistance in Iraq");
        var json = await JsonAsync("winter-attacks");
        Ids(json.GetProperty("status").GetProperty("statedAsFactBy")).ShouldBe(["paper"]);
        foreach (var actor in new[] { "iri", "pro-iran" }) Standing(json, actor).GetProperty("named").GetString().ShouldBe("not-accused");
        json.GetProperty("comments").EnumerateArray().ShouldHaveSingleItem().GetProperty("party").GetProperty("id").GetString().ShouldBe("iri");
    }

    private async Task<string> PageAsync(string incident) => (await samples.RunAsync("state", incident)).ShouldEndWith(0).Output;
    private async Task<JsonElement> JsonAsync(string incident) => (await samples.RunAsync("state", incident, "--json")).ShouldEndWith(0).Json;

    private static JsonElement Standing(JsonElement reading, string actor) =>
        reading.GetProperty("standings").EnumerateArray().Single(standing => standing.GetProperty("actor").GetProperty("id").GetString() == actor);

    private static IEnumerable<string?> Ids(JsonElement parties) => parties.EnumerateArray().Select(party => party.GetProperty("id").GetString());
    private static string Flat(string page) => Regex.Replace(page, @"\s+", " ");
}
