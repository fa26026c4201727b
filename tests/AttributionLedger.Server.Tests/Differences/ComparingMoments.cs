using System.Net;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Differences;

/// <summary>Two moments of the samples, compared over HTTP.</summary>
public class ComparingMoments(SampleApi api) : IClassFixture<SampleApi>
{
    [Fact]
    public async Task tells_who_said_what_in_between_in_an_editors_words()
    {
        var diff = await DiffAsync("harbour-fire", "from=2023-03-05T12:00%2B02:00&to=2023-03-09&along=said");
        Change(diff, "answer", "elmere").GetProperty("phrase").GetString().ShouldBe("Kingdom of Elmere, which had been asked and had not answered, denied any involvement on 6 March at 08:00");
        Change(diff, "named", "korvad").GetProperty("phrase").GetString().ShouldBe("Korvad Brigade is now accused by 1, was claim purported, because Odo Tresk accused Korvad Brigade on 5 March at 16:00");
        Change(diff, "named", "korvad").GetProperty("flip").GetBoolean().ShouldBeTrue();
        Change(diff, "named", "korvad").GetProperty("because")[0].GetProperty("parties")[0].GetProperty("id").GetString().ShouldBe("tresk");
    }

    [Fact]
    public async Task tells_that_a_statement_was_taken_back_and_by_whom()
    {
        var status = Changes(await DiffAsync("sluice-gate", "from=2023-05-04&to=2023-05-11&along=said")).First();
        status.GetProperty("phrase").GetString().ShouldBe("The status is now withdrawn: what named Ninth Lantern was taken back; it was claimed by Ninth Lantern, because the statement of Ninth Lantern of 3 May was withdrawn by the speaker on 10 May");
        var because = status.GetProperty("because")[0];
        because.GetProperty("kind").GetString().ShouldBe("statement_retracted");
        because.GetProperty("whose").GetString().ShouldBe("speaker");
        because.GetProperty("statement").GetString().ShouldBe("s1");
    }

    [Fact]
    public async Task along_the_known_clock_tells_when_it_was_learnt() =>
        Phrases(await DiffAsync("harbour-fire", "fromKnownAt=2023&reading=internal")).ShouldContain(phrase => phrase.Contains("denied any involvement on 6 March at 08:00, which we learned only on "));

    [Fact]
    public async Task from_before_the_incident_makes_everything_new_and_says_so()
    {
        var diff = await DiffAsync("harbour-fire", "from=2020");
        diff.GetProperty("note").GetString().ShouldBe("At the earlier moment nothing of the incident was on record: everything is new.");
        Changes(diff).ShouldAllBe(change => change.GetProperty("before").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task between_which_nothing_happened_says_so()
    {
        var diff = await DiffAsync("harbour-fire", "from=2024&to=2025&along=said");
        diff.GetProperty("changes").GetArrayLength().ShouldBe(0);
        diff.GetProperty("note").GetString().ShouldBe("Between the two moments nothing changed.");
    }

    [Fact]
    public async Task counts_the_changes_beyond_the_limit()
    {
        var all = Changes(await DiffAsync("harbour-fire", "from=2023-03-05&to=2023-03-09&along=said")).Count();
        var some = await DiffAsync("harbour-fire", "from=2023-03-05&to=2023-03-09&along=said&limit=3");
        some.GetProperty("changes").GetArrayLength().ShouldBe(3);
        some.GetProperty("leftOut").GetInt32().ShouldBe(all - 3);
    }

    [Fact]
    public async Task by_other_rules_counts_otherwise()
    {
        (await DiffAsync("harbour-fire", "from=2023-03-05T12:00%2B02:00&to=2023-03-09&along=said&rules=2")).GetProperty("rules").GetInt32().ShouldBe(2);
        Phrases(await DiffAsync("harbour-fire", "from=2023-03-05T12:00%2B02:00&to=2023-03-09&along=said&rules=2")).ShouldContain(phrase => phrase.StartsWith("Claim f2 is now supported by 1: Ministry of the Interior of Tarsova"));
    }

    [Fact]
    public async Task warnings_are_for_the_desk()
    {
        Kinds(await DiffAsync("kharab-al-jir", "from=2020&reading=internal")).ShouldContain("guard");
        Kinds(await DiffAsync("kharab-al-jir", "from=2020")).ShouldNotContain("guard");
    }

    [Theory]
    [InlineData("", "from-missing", "from")]
    [InlineData("to=2023", "from-missing", "from")]
    [InlineData("from=2024&to=2023", "from-after-to", "from")]
    [InlineData("fromSaidBy=2024&toSaidBy=2023", "from-after-to", "fromSaidBy")]
    [InlineData("fromKnownAt=2024&toKnownAt=2023", "from-after-to", "fromKnownAt")]
    [InlineData("from=yesterday", "time-unreadable", "from")]
    [InlineData("fromKnownAt=yesterday", "time-unreadable", "fromKnownAt")]
    [InlineData("from=2023&toSaidBy=2023-13", "time-impossible", "toSaidBy")]
    [InlineData("from=2023&to=2999", "moment-in-future", "to")]
    [InlineData("from=2023&along=never", "word-unknown", "along")]
    [InlineData("from=2023&rules=3", "limit-out-of-range", "rules")]
    [InlineData("from=2023&limit=1001", "limit-out-of-range", "limit")]
    public async Task that_cannot_be_compared_is_refused(string query, string code, string field)
    {
        var answer = await api.Host.Http.GetAsync($"/api/incidents/harbour-fire/diff?{query}");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
        (error.GetProperty("code").GetString(), error.GetProperty("field").GetString()).ShouldBe((code, field));
    }

    [Fact]
    public async Task of_an_unknown_incident_finds_nothing() => (await api.Host.Http.GetAsync("/api/incidents/nowhere/diff?from=2023")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private Task<JsonElement> DiffAsync(string incident, string query) => api.Host.GetAsync($"/api/incidents/{incident}/diff?{query}");

    private static IEnumerable<JsonElement> Changes(JsonElement diff) => diff.GetProperty("changes").EnumerateArray();
    private static IEnumerable<string> Phrases(JsonElement diff) => Changes(diff).Select(change => change.GetProperty("phrase").GetString()!);
    private static IEnumerable<string> Kinds(JsonElement diff) => Changes(diff).Select(change => change.GetProperty("kind").GetString()!);

    private static JsonElement Change(JsonElement diff, string kind, string actor) => Changes(diff)
        .Where(change => change.GetProperty("kind").GetString() == kind && change.GetProperty("act").ValueKind == JsonValueKind.Null && change.GetProperty("actor").GetProperty("id").GetString() == actor).ShouldHaveSingleItem();
}
