using System.Net;
using System.Text.Json;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Feeds;

public class FollowingAnIncident(SharedPostgres postgres)
{
    [Fact]
    public async Task tells_each_event_as_the_history_shows_it()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade")]);
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        await using var feed = await host.FollowAsync(Line.Incident, Audience.Internal, after: "0");
        var before = await HistoryAsync(host);
        var told = await feed.NextAsync(before.Count);

        await ledger.TakeInAsync([Line.Says("s2", "harbour", "denies")]);
        var all = await HistoryAsync(host);
        told.AddRange(await feed.NextAsync(all.Count - before.Count));
        told.Select(e => e.Data).ShouldBe(all.Select(e => e.GetRawText()));
        told.Select(e => e.EventType).ShouldBe(all.Select(e => e.GetProperty("event").GetString()!));
        told.Select(e => e.EventId).ShouldBe(all.Select(e => e.GetProperty("version").GetRawText()));
    }

    [Fact]
    public async Task begins_with_what_comes_next_and_with_the_place_to_go_on_from()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade")]);
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        var end = (await HistoryAsync(host)).Count;
        using var answer = await host.AskAsync("/api/incidents/quay/feed?reading=internal");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await lines.ReadLineAsync())!.ShouldStartWith("retry: ");
        (await lines.ReadLineAsync()).ShouldBe($"id: {end}");

        await using var feed = await host.FollowAsync(Line.Incident, Audience.Internal);
        await ledger.TakeInAsync([Line.Says("s2", "harbour")]);
        (await feed.NextAsync()).EventId.ShouldBe($"{end + 1}");
    }

    [Fact]
    public async Task goes_on_after_the_last_event_that_the_client_has_got_wherever_it_once_began()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. Enumerable.Range(1, 200).Select(i => Line.Says($"s{i}", "brigade"))]);
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        await using var again = await host.FollowAsync(Line.Incident, Audience.Internal, last: "5", after: "1");
        (await again.NextAsync(398)).Select(e => e.EventId).ShouldBe(Enumerable.Range(6, 398).Select(version => $"{version}"));
    }

    [Fact]
    public async Task tells_of_what_is_off_the_record_only_that_it_is_there()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        await using var live = await host.FollowAsync(Line.Incident, Audience.Internal);
        await ledger.TakeInAsync([Line.Says("s1", "brigade", terms: "off-the-record", text: "The zyxsecret.")]);
        await ledger.TakeInAsync([Line.Says("s2", "brigade")]);
        await using var later = await host.FollowAsync(Line.Incident, Audience.Internal, after: "3");
        foreach (var feed in new[] { live, later })
        {
            var told = await feed.NextAsync(3);
            told.Select(e => e.EventType).ShouldBe(["off_the_record", "statement_logged", "claim_asserted"]);
            told.ShouldAllBe(e => !e.Data.Contains("zyxsecret"));
        }
    }

    [Fact]
    public async Task tells_nobody_again_what_went_off_the_record_since()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        await using var live = await host.FollowAsync(Line.Incident, Audience.Internal);
        await ledger.TakeInAsync([Line.Says("s1", "brigade", text: "The zyxsecret.")]);
        await ledger.TakeInAsync([Line.Of(new { entry = "renegotiation", incident = Line.Incident, statement = "s1", terms = "off-the-record", reason = "They asked." })]);
        (await live.NextAsync(3))[0].Data.ShouldContain("zyxsecret", Case.Sensitive, "it was on the record then");
        await using var late = await host.FollowAsync(Line.Incident, Audience.Internal, last: "3");
        (await late.NextAsync(2)).ShouldAllBe(e => e.EventType == "off_the_record" && !e.Data.Contains("zyxsecret"));
    }

    [Fact]
    public async Task tells_what_another_process_appends()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        await using var feed = await host.FollowAsync(Line.Incident, Audience.Internal);
        var sheet = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(sheet, Line.Says("s1", "brigade"));
            (await ledger.RunAsync("import", sheet)).ShouldEndWith(0);
        }
        finally
        {
            File.Delete(sheet);
        }
        (await feed.NextAsync(2)).Select(e => e.EventType).ShouldBe(["statement_logged", "claim_asserted"]);
    }

    [Theory]
    [InlineData("/api/incidents/nowhere/feed?reading=internal", null, HttpStatusCode.NotFound, "incident-unknown")]
    [InlineData("/api/incidents/nowhere/feed", null, HttpStatusCode.NotFound, "incident-unknown")]
    [InlineData("/api/incidents/quay/feed?reading=internal", "nonsense", HttpStatusCode.BadRequest, "event-id-malformed")]
    [InlineData("/api/incidents/quay/feed?reading=internal", "-1", HttpStatusCode.BadRequest, "event-id-malformed")]
    [InlineData("/api/incidents/quay/feed?reading=internal&after=99", null, HttpStatusCode.BadRequest, "event-id-unknown")]
    [InlineData("/api/incidents/quay/feed?reading=internal&from=1", null, HttpStatusCode.BadRequest, "parameter-unknown")]
    [InlineData("/api/board/feed?reading=private", null, HttpStatusCode.BadRequest, "word-unknown")]
    public async Task refuses_what_it_cannot_follow(string address, string? last, HttpStatusCode status, string code)
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        using var answer = await host.AskAsync(address, last);
        answer.StatusCode.ShouldBe(status);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString().ShouldBe(code);
    }

    private static async Task<List<JsonElement>> HistoryAsync(FeedHost host) =>
        [.. JsonDocument.Parse(await host.Http.GetStringAsync("/api/incidents/quay/history?reading=internal&limit=1000")).RootElement.GetProperty("events").EnumerateArray()];
}
