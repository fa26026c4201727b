using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Refusals;

public class RefusingAParameter(RefusalDesk desk) : IClassFixture<RefusalDesk>
{
    [Theory]
    [InlineData("/api/incidents/quay/state?knownBy=2023", "parameter-unknown", "knownBy")]
    [InlineData("/api/incidents/quay/state?knownat=2023", "parameter-unknown", "knownat")]
    [InlineData("/api/incidents/quay/state?knownAt=2023&knownAt=2024", "parameter-repeated", "knownAt")]
    [InlineData("/api/incidents/quay/state?knownAt=", "parameter-empty", "knownAt")]
    [InlineData("/api/incidents/quay/state?knownAt=2999-01-01", "moment-in-future", "knownAt")]
    [InlineData("/api/incidents/quay/state?knownAt=2999-01-01T00:00Z", "moment-in-future", "knownAt")]
    [InlineData("/api/incidents/quay/state?saidBy=2999", "moment-in-future", "saidBy")]
    [InlineData("/api/incidents/quay/state?saidBy=yesterday", "time-unreadable", "saidBy")]
    [InlineData("/api/incidents/quay/state?saidBy=2023-13", "time-impossible", "saidBy")]
    [InlineData("/api/incidents/quay/state?saidBy=2023-03-05T12:00", "time-without-offset", "saidBy")]
    [InlineData("/api/incidents/quay/state?knownAt=2023-03-05T12:00", "time-without-offset", "knownAt")]
    [InlineData("/api/incidents/quay/state?clock=sundial", "word-unknown", "clock")]
    [InlineData("/api/incidents/quay/state?clock=Recorded", "word-unknown", "clock")]
    [InlineData("/api/incidents/quay/state?reading=secret", "word-unknown", "reading")]
    [InlineData("/api/incidents/quay/state?reading=publishable&reading=internal", "parameter-repeated", "reading")]
    [InlineData("/api/incidents/quay/history?reading=internal&from=0", "limit-out-of-range", "from")]
    [InlineData("/api/incidents/quay/history?reading=internal&from=99999999999999999999", "limit-out-of-range", "from")]
    [InlineData("/api/incidents/quay/history?reading=internal&limit=0", "limit-out-of-range", "limit")]
    [InlineData("/api/board?limit=-1", "limit-out-of-range", "limit")]
    [InlineData("/api/board?limit=1000000", "limit-out-of-range", "limit")]
    [InlineData("/api/board?limit=%D9%A3", "limit-out-of-range", "limit")]
    [InlineData("/api/board?limit=1e2", "limit-out-of-range", "limit")]
    [InlineData("/api/board?cursor=nonsense", "cursor-malformed", "cursor")]
    [InlineData("/api/board?offset=2", "parameter-unknown", "offset")]
    [InlineData("/api/incidents/quay/statements?party=%00", "text-null-character", "party")]
    [InlineData("/api/incidents/quay/statements?claim=k%001", "text-null-character", "claim")]
    [InlineData("/api/incidents/quay/statements?stance=asserted", "word-unknown", "stance")]
    [InlineData("/api/incidents/quay/statements?limit=101", "limit-out-of-range", "limit")]
    [InlineData("/api/incidents/quay/statements?cursor=nonsense", "cursor-malformed", "cursor")]
    [InlineData("/api/incidents/quay/requests?cursor=%00", "text-null-character", "cursor")]
    [InlineData("/api/parties?name=%00", "text-null-character", "name")]
    [InlineData("/api/parties/brigade/appearances?cursor=nonsense", "cursor-malformed", "cursor")]
    [InlineData("/api/incidents/quay/feed?after=%00", "text-null-character", "after")]
    public async Task of_a_reading_is_told_which_one_and_why(string address, string code, string parameter) =>
        (await desk.RefuseAsync(() => desk.Http.GetAnswerAsync(address))).ShouldRefuse(400, code, parameter, "");

    [Fact]
    public async Task that_is_longer_than_any_name_is_told_by_its_own_name() =>
        (await desk.RefuseAsync(() => desk.Http.GetAnswerAsync($"/api/parties?name={new string('a', 301)}"))).ShouldRefuse(400, "text-too-long", "name", "");

    [Fact]
    public async Task of_a_write_is_told_that_there_are_none() =>
        (await desk.RefuseAsync(new ApiWrite("/api/incidents/quay/statements?dryRun=true", "{}"))).ShouldRefuse(400, "parameter-unknown", "dryRun", "");

    [Theory]
    [InlineData("history")]
    [InlineData("entries/s1")]
    public async Task that_asks_the_public_for_what_is_the_desks(string what) =>
        (await desk.RefuseAsync(() => desk.Http.GetAnswerAsync($"/api/incidents/quay/{what}"))).ShouldRefuse(403, "internal-only", "reading", "");
}
