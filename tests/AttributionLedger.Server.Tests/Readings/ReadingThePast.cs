using System.Net;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Readings;

public class ReadingThePast(SampleApi api) : IClassFixture<SampleApi>
{
    private const string State = "/api/incidents/harbour-fire/state";

    [Fact]
    public async Task what_nothing_can_change_any_more_says_so()
    {
        using var answer = await api.Host.Http.GetAsync($"{State}?reading=internal&knownAt=2024-01-01");
        answer.Headers.CacheControl!.ToString().ShouldBe("max-age=86400, private, immutable");
        answer.Headers.ETag!.IsWeak.ShouldBeFalse();
    }

    [Theory]
    [InlineData("reading=publishable&knownAt=2024-01-01")]
    [InlineData("reading=internal&knownAt=2024-01-01&clock=noted")]
    [InlineData("reading=internal&saidBy=2024-01-01")]
    [InlineData("reading=internal&rules=2")]
    public async Task what_may_yet_change_says_that_it_must_be_asked_for_again(string query)
    {
        using var answer = await api.Host.Http.GetAsync($"{State}?{query}");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        answer.Headers.ETag.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("reading=internal&knownAt=2023-03-08&clock=noted")]
    [InlineData("reading=publishable&knownAt=2023-03-08&clock=noted")]
    [InlineData("reading=internal&knownAt=2024-01-01")]
    public async Task the_same_question_has_the_same_answer_to_the_byte_and_needs_none_the_second_time(string query)
    {
        using var first = await api.Host.Http.GetAsync($"{State}?{query}");
        (await api.Host.Http.GetByteArrayAsync($"{State}?{query}")).ShouldBe(await first.Content.ReadAsByteArrayAsync());
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{State}?{query}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await api.Host.Http.SendAsync(again);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task a_moment_of_knowing_alone_reads_all_that_was_said_by_then()
    {
        var asOf = (await api.Host.GetAsync($"{State}?reading=internal&knownAt=2023-03-08&clock=noted")).GetProperty("asOf");
        asOf.GetProperty("saidBy").GetDateTimeOffset().ShouldBe(asOf.GetProperty("knownAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task a_moment_before_the_incident_reads_empty_and_says_why()
    {
        var state = await api.Host.GetAsync($"{State}?reading=internal&knownAt=1999-12-31");
        state.GetProperty("standings").GetArrayLength().ShouldBe(0);
        state.GetProperty("note").GetString()!.ShouldContain("nothing of the incident was on record");
    }

    [Fact]
    public async Task by_other_rules_says_by_which()
    {
        var state = await api.Host.GetAsync($"{State}?reading=internal&rules=2");
        state.GetProperty("rules").GetInt32().ShouldBe(2);
        (await api.Host.GetAsync($"{State}?reading=internal&rules=1")).GetProperty("rules").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData(Clock.Recorded, Audience.Internal, 11, true)]
    [InlineData(Clock.Recorded, Audience.Internal, 9, false)]
    [InlineData(Clock.Noted, Audience.Internal, 11, false)]
    [InlineData(Clock.Recorded, Audience.Publishable, 11, false)]
    public void is_settled_only_by_the_recorded_clock_for_the_desk_and_after_a_while(Clock clock, Audience audience, int minutesAgo, bool settled)
    {
        var now = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        new AsOf(now.AddMinutes(-minutesAgo), now.AddMinutes(-minutesAgo), clock, audience).IsSettled(now).ShouldBe(settled);
    }
}
