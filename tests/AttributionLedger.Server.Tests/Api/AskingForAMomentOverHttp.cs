using System.Net;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api;

public class AskingForAMomentOverHttp(SampleApi api) : IClassFixture<SampleApi>
{
    public static TheoryData<string> Reads =>
    [
        "/api/board", "/api/incidents/harbour-fire", "/api/incidents/harbour-fire/state", "/api/incidents/harbour-fire/statements", "/api/incidents/harbour-fire/statements/s8",
        "/api/incidents/harbour-fire/requests", "/api/incidents/harbour-fire/entries/s8", "/api/incidents/harbour-fire/history", "/api/parties", "/api/parties/tide", "/api/parties/tide/affiliates", "/api/parties/tide/appearances"
    ];

    [Theory, MemberData(nameof(Reads))]
    public async Task is_taken_by_every_read_and_has_no_tag_to_change_by(string read)
    {
        using var answer = await api.Host.Http.GetAsync($"{read}?saidBy=2025-01-01&knownAt={Now()}&clock=noted&reading=internal");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        // Who stands where is known again by a tag of its own, which is nothing to repeat in If-Match.
        if (read.EndsWith("/state", StringComparison.Ordinal)) return;
        answer.Headers.ETag.ShouldBeNull("nobody changes what was");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task that_is_none_is_refused_by_every_read(string read)
    {
        foreach (var (query, code, field) in new[]
        {
            ("knownAt=2024-04-22T14:05", "time-without-offset", "knownAt"), ("saidBy=2024-02-30", "time-impossible", "saidBy"), ("knownAt=2190", "moment-in-future", "knownAt"),
            ("saidBy=2024-04-20/2024-04-22", "moment-interval", "saidBy"), ("knownAt=2024-04~", "moment-qualified", "knownAt"), ("clock=sundial", "word-unknown", "clock"), ("knownBy=2024", "parameter-unknown", "knownBy")
        })
        {
            using var answer = await api.Host.Http.GetAsync($"{read}?{query}&reading=internal");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{read}?{query}");
            var error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
            (error.GetProperty("code").GetString(), error.GetProperty("field").GetString()).ShouldBe((code, field), read);
        }
    }

    [Fact]
    public async Task before_anything_was_on_record_finds_nothing_and_says_so()
    {
        const string Before = "knownAt=2024-01-01&reading=internal";
        (await api.Host.GetAsync($"/api/board?{Before}")).GetProperty("incidents").GetArrayLength().ShouldBe(0);
        (await api.Host.GetAsync($"/api/incidents/harbour-fire/statements?{Before}")).GetProperty("statements").GetArrayLength().ShouldBe(0);
        (await api.Host.GetAsync($"/api/incidents/harbour-fire/requests?{Before}")).GetProperty("requests").GetArrayLength().ShouldBe(0);
        (await api.Host.GetAsync($"/api/incidents/harbour-fire/history?{Before}")).GetProperty("events").GetArrayLength().ShouldBe(0);
        (await api.Host.GetAsync($"/api/parties?{Before}")).GetProperty("parties").GetArrayLength().ShouldBe(0);
        (await api.Host.GetAsync($"/api/incidents/harbour-fire?{Before}")).GetProperty("note").GetString().ShouldBe("At this moment nothing of the incident was on record.");
        foreach (var gone in new[] { "/api/incidents/harbour-fire/statements/s8", "/api/incidents/harbour-fire/entries/s8", "/api/parties/tide", "/api/parties/tide/affiliates" })
            (await api.Host.Http.GetAsync($"{gone}?{Before}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, gone);
        (await api.Host.Http.GetAsync($"/api/incidents/nowhere/statements?{Before}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task reads_the_samples_as_the_notebook_had_them()
    {
        var night = await api.Host.GetAsync("/api/incidents/harbour-fire/statements?clock=noted&knownAt=2023-03-05T12:00%2B02:00&reading=internal&limit=100");
        var all = await api.Host.GetAsync("/api/incidents/harbour-fire/statements?reading=internal&limit=100");
        var (then, now) = (Ids(night), Ids(all));
        then.ShouldNotBeEmpty();
        then.Length.ShouldBeLessThan(now.Length);
        night.GetProperty("statements").EnumerateArray().ShouldAllBe(statement => statement.GetProperty("noted").GetDateTimeOffset() <= new DateTimeOffset(2023, 3, 5, 10, 0, 0, TimeSpan.Zero));
    }

    // All of the record as of now, asked for as a moment, is what is read now.
    [Theory]
    [InlineData("internal")]
    [InlineData("publishable")]
    public async Task of_now_reads_as_now(string reading)
    {
        foreach (var incident in Samples.Incidents)
            foreach (var list in new[] { "statements", "requests" })
            {
                var (asked, then) = ($"/api/incidents/{incident}/{list}?reading={reading}&limit=100", $"&knownAt={Now()}");
                (await api.Host.GetAsync(asked + then)).GetRawText().ShouldBe((await api.Host.GetAsync(asked)).GetRawText(), $"{incident} {list}");
            }
        foreach (var party in new[] { "tide", "korvad", "insurer", "marenq" })
            foreach (var part in new[] { "", "/affiliates", "/appearances" })
            {
                var asked = $"/api/parties/{party}{part}?reading={reading}";
                using var now = await api.Host.Http.GetAsync(asked);
                using var then = await api.Host.Http.GetAsync($"{asked}&knownAt={Now()}");
                (then.StatusCode, await then.Content.ReadAsStringAsync()).ShouldBe((now.StatusCode, await now.Content.ReadAsStringAsync()), asked);
            }
    }

    private static string[] Ids(JsonElement page) => [.. page.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetString()!)];

    private static string Now() => DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");
}
