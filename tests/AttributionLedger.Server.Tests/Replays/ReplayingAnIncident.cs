using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using AttributionLedger.Replays;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Replays;

public class ReplayingAnIncident(SharedPostgres postgres)
{
    private static readonly string[] Story =
    [
        .. Line.Scene, Line.Says("s1", "brigade", "accuses", "k2", said: "2023-03-05"), Line.Says("s2", "korvad", "declines-to-comment", "k2", said: "2023-03-06"),
        Line.Says("s3", "harbour", "accuses", "k2", terms: "deep-background", said: "2023-03-04"),
        Line.Of(new { entry = "retraction", id = "r1", incident = Line.Incident, statement = "s1", said = "2023-03-08", reason = "It was mistaken." })
    ];

    [Fact]
    public async Task shows_the_reading_after_each_entry_and_ends_with_that_of_the_last()
    {
        await using var host = await HostAsync();
        var frames = await ReplayAsync(host, "reading=internal");
        // The opening, two claims, three statements and a retraction.
        frames.Count.ShouldBe(7);
        frames.Select(frame => frame.GetProperty("id").GetString()).ShouldBeUnique();
        frames.Select(frame => frame.GetProperty("at").GetDateTimeOffset()).ShouldBeInOrder();
        foreach (var frame in frames) Said(frame.GetProperty("reading")).ShouldBe(Said(await StateAsync(host, "internal", frame.GetProperty("at").GetString()!)));
        Said(frames[^1].GetProperty("reading")).ShouldBe(Said(await host.GetAsync($"/api/incidents/{Line.Incident}/state?reading=internal")));
    }

    [Fact]
    public async Task goes_along_what_was_said_as_it_is_known_now()
    {
        await using var host = await HostAsync();
        var frames = await ReplayAsync(host, "reading=internal&along=said");
        frames.Select(frame => frame.GetProperty("at").GetString()!).ShouldBe(["2023-03-04T23:59:59.999999+00:00", "2023-03-05T23:59:59.999999+00:00", "2023-03-06T23:59:59.999999+00:00", "2023-03-08T23:59:59.999999+00:00"]);
        frames.Select(frame => frame.GetProperty("reading").GetProperty("standings")[0].GetProperty("phrase").GetString()).ShouldBe(
            ["accused by 1, not recorded whether asked", "accused by 2, not recorded whether asked", "accused by 2, declined to comment", "accused by 1, declined to comment"]);
    }

    [Fact]
    public async Task goes_on_after_the_frame_that_was_seen_last()
    {
        await using var host = await HostAsync();
        var all = await ReplayAsync(host, "reading=internal");
        var third = all[2].GetProperty("id").GetString();
        (await ReplayAsync(host, $"reading=internal&after={third}")).Select(frame => frame.GetRawText()).ShouldBe(all.Skip(3).Select(frame => frame.GetRawText()));
    }

    [Fact]
    public async Task is_also_told_as_server_sent_events_that_go_on_after_the_last()
    {
        await using var host = await HostAsync();
        var all = await ReplayAsync(host, "reading=internal");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/incidents/{Line.Incident}/replay?reading=internal");
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("Last-Event-ID", all[3].GetProperty("id").GetString());
        using var answer = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var events = new List<SseItem<string>>();
        await foreach (var one in SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync()) events.Add(one);
        events.Select(one => one.EventType).ShouldBe(["frame", "frame", "frame", "end"]);
        events.Take(3).Select(one => one.Data).ShouldBe(all.Skip(4).Select(frame => frame.GetRawText()));
        events.Take(3).Select(one => one.EventId).ShouldBe(all.Skip(4).Select(frame => frame.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task begins_with_the_reading_at_its_beginning_and_ends_where_it_is_told()
    {
        await using var host = await HostAsync();
        var frames = await ReplayAsync(host, "reading=internal&along=said&from=2023-03-05&to=2023-03-06");
        frames.Select(frame => frame.GetProperty("at").GetString()!).ShouldBe(["2023-03-05T00:00:00+00:00", "2023-03-05T23:59:59.999999+00:00", "2023-03-06T23:59:59.999999+00:00"]);
        frames[0].GetProperty("reading").GetProperty("standings")[0].GetProperty("phrase").GetString().ShouldBe("accused by 1, not recorded whether asked");
        frames[0].GetProperty("changed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task begins_anywhere_also_in_a_server_that_has_not_read_the_incident()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. Enumerable.Range(1, 150).Select(i => Line.Says($"s{i}", "brigade", "accuses", "k2", said: $"2023-03-{1 + (i % 28):00}"))]);
        await using var host = await ApiHost.OverAsync(ledger);
        // The first question about it: its events come in pages, and a beginning in the middle needs those before.
        var known = await ledger.Database.ListAsync("select to_char(timestamp at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from ledger.mt_events where stream_id = 'incident/quay' and type = 'statement_logged' order by version");
        var frames = await ReplayAsync(host, $"reading=internal&from={known[140]}");
        frames.Count.ShouldBe(10);
        frames[0].GetProperty("reading").GetProperty("standings")[0].GetProperty("reasons")[0].GetProperty("statements").EnumerateArray().Select(id => id.GetString()).ShouldBe(["s139"]);
    }

    [Fact]
    public async Task in_public_has_no_frame_for_what_is_not_public()
    {
        await using var host = await HostAsync();
        var frames = await ReplayAsync(host, "reading=publishable");
        frames.Count.ShouldBe(6);
        frames.ShouldAllBe(frame => frame.GetProperty("changed").GetBoolean());
        string.Concat(frames.Select(frame => frame.GetRawText())).ShouldNotContain("s3");
        (await ReplayAsync(host, "reading=publishable&along=said")).Select(frame => frame.GetProperty("at").GetString()![..10]).ShouldBe(["2023-03-05", "2023-03-06", "2023-03-08"]);
    }

    [Theory]
    [InlineData("consent-withdrawn")]
    [InlineData("renegotiation")]
    [InlineData("embargo")]
    public async Task in_public_goes_by_what_bears_on_earlier_entries_however_far_behind_it_is(string what)
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(
        [
            .. Line.Scene, Line.Says("hidden", "harbour", "accuses", "k2", setting: what == "embargo" ? new { embargo = "2090-01-01T00:00Z" } : null),
            .. Enumerable.Range(1, 150).Select(i => Line.Says($"s{i}", "brigade")),
            .. what switch
            {
                "consent-withdrawn" => [Line.Of(new { entry = what, id = "w", incident = Line.Incident, statement = "hidden", reason = "For fear." })],
                "renegotiation" => [Line.Of(new { entry = what, id = "w", incident = Line.Incident, statement = "hidden", terms = "deep-background", reason = "By telephone." })],
                _ => Array.Empty<string>()
            }
        ]);
        await using var host = await ApiHost.OverAsync(ledger);
        var frames = await ReplayAsync(host, "reading=publishable");
        frames.Count.ShouldBe(153, "the opening, two claims and what the brigade says");
        string.Concat(frames.Select(frame => frame.GetRawText())).ShouldNotContain("hidden");
    }

    [Fact]
    public async Task in_public_is_the_same_whether_the_incident_was_read_before_or_not()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. Enumerable.Range(1, 150).Select(i => Line.Says($"s{i}", i % 2 == 0 ? "brigade" : "post", i % 3 == 0 ? "denies" : "asserts"))]);
        await using var host = await ApiHost.OverAsync(ledger);
        var first = await ReplayAsync(host, "reading=publishable");
        (await ReplayAsync(host, "reading=publishable")).Select(frame => frame.GetRawText()).ShouldBe(first.Select(frame => frame.GetRawText()));
        Said(first[^1].GetProperty("reading")).ShouldBe(Said(await host.GetAsync($"/api/incidents/{Line.Incident}/state?reading=publishable")));
    }

    [Fact]
    public async Task shows_what_became_known_of_the_parties_in_between()
    {
        await using var host = await HostAsync();
        await host.Ledger.TakeInAsync([Line.Of(new { entry = "affiliation", party = "brigade", partOf = "harbour", counts = true }), Line.Says("s4", "post", claim: "k1")]);
        var phrases = (await ReplayAsync(host, "reading=internal")).Select(frame => frame.GetProperty("reading").GetProperty("standings")).Where(standings => standings.GetArrayLength() > 0)
            .Select(standings => standings[0].GetProperty("phrase").GetString()).ToList();
        phrases.Count.ShouldBe(8 - 1, "the opening and one claim come before the claim that names somebody; the affiliation has a frame of its own");
    }

    [Theory]
    [InlineData("from=2023-03-06&to=2023-03-05", "from-after-to")]
    [InlineData("from=yesterday", "time-unreadable")]
    [InlineData("to=2023-03-05T14:05", "time-without-offset")]
    [InlineData("from=2023-02-30", "time-impossible")]
    [InlineData("to=2999-01-01", "moment-in-future")]
    [InlineData("knownAt=2023-03-05", "moment-moves")]
    [InlineData("along=said&saidBy=2023-03-05", "moment-moves")]
    [InlineData("after=s1", "frame-unknown")]
    [InlineData("after=k99999999999999999999", "frame-unknown")]
    [InlineData("after=k-9223372036854775808", "frame-unknown")]
    [InlineData("after=k-62135596800000001", "frame-unknown")]
    [InlineData("speed=0", "limit-out-of-range")]
    [InlineData("along=backwards", "word-unknown")]
    [InlineData("rules=3", "limit-out-of-range")]
    public async Task is_refused_where_a_moment_is_none(string query, string code)
    {
        await using var host = await HostAsync();
        using var answer = await host.Http.GetAsync($"/api/incidents/{Line.Incident}/replay?{query}");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task of_an_incident_that_nobody_opened_there_is_none()
    {
        await using var host = await HostAsync();
        using var answer = await host.Http.GetAsync("/api/incidents/nowhere/replay");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(3600, 3600, 1)]
    [InlineData(2, 100, 5)]
    [InlineData(0, 3600, 0)]
    public async Task waits_between_frames_as_long_as_it_took_by_the_speed_and_never_longer_than_five_seconds(int times, int secondsBetween, int waited)
    {
        var clock = new PatientClock();
        var frames = new[] { 0, secondsBetween }.Select(second => new ReplayFrameShape($"k{second}", DateTimeOffset.UnixEpoch.AddSeconds(second), true, null!)).ToAsyncEnumerable();
        await foreach (var frame in new Pace(times).HoldAsync(frames, clock, CancellationToken.None)) frame.ShouldNotBeNull();
        clock.Waited.ShouldBe(TimeSpan.FromSeconds(waited));
    }

    private async Task<ApiHost> HostAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Story);
        return await ApiHost.OverAsync(ledger);
    }

    private static Task<JsonElement> StateAsync(ApiHost host, string reading, string knownAt) =>
        host.GetAsync($"/api/incidents/{Line.Incident}/state?reading={reading}&knownAt={Uri.EscapeDataString(knownAt)}");

    private static async Task<List<JsonElement>> ReplayAsync(ApiHost host, string query)
    {
        using var answer = await host.Http.GetAsync($"/api/incidents/{Line.Incident}/replay?{query}");
        answer.EnsureSuccessStatusCode();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/jsonl");
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    // But for the moment that it is of.
    private static string Said(JsonElement reading) => string.Join('\n', reading.EnumerateObject().Where(part => part.Name != "asOf").Select(part => part.Value.GetRawText()));

    /// <summary>A clock by which every wait is over at once, and is counted.</summary>
    private sealed class PatientClock : TimeProvider
    {
        public TimeSpan Waited { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan) Waited += dueTime;
            return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
        }
    }
}
