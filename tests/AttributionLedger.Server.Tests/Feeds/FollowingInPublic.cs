using System.Globalization;
using System.Text.Json;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Feeds;

public class FollowingInPublic(SharedPostgres postgres) : IAsyncLifetime
{
    private const string Other = "elsewhere";

    private TestLedger ledger = null!;
    private FeedHost host = null!;
    private Feed fence = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Unnamed("?1"), Line.Opening(Other), Line.Claim("k1", incident: Other), Line.Says("s0", "brigade"), Line.Says("u0", "?1", terms: "background")]);
        host = await FeedHost.StartAsync(ledger.Ledger);
        fence = await host.FollowAsync(Other, Audience.Publishable);
    }

    [Fact]
    public async Task what_may_not_be_published_makes_no_event()
    {
        await using var feed = await host.FollowAsync(Line.Incident, Audience.Publishable);
        await using var board = await host.FollowBoardAsync(Audience.Publishable);
        await ledger.TakeInAsync(Hidden);
        await TwoBeatsAsync();
        await using var late = await host.FollowAsync(Line.Incident, Audience.Publishable);
        await ledger.TakeInAsync([Line.Says("s9", "harbour", "denies")]);
        var told = await feed.NextAsync();
        late.LastEventId.ShouldBeNullOrEmpty();
        told.Data.ShouldBe((await late.NextAsync()).Data, "nothing came before it");
        told.EventId!.Length.ShouldBe(32);

        // Of the board all that was told is of the other incident, and then of this one.
        var rows = new List<string>();
        while (rows.LastOrDefault() != Line.Incident) rows.Add(JsonDocument.Parse((await board.NextAsync()).Data).RootElement.GetProperty("id").GetString()!);
        rows.SkipLast(1).ShouldAllBe(id => id == Other);
    }

    [Fact]
    public async Task who_comes_again_is_told_once_if_the_reading_has_changed_and_nothing_if_not()
    {
        await using var before = await host.FollowAsync(Line.Incident, Audience.Publishable);
        await ledger.TakeInAsync([Line.Says("s1", "harbour")]);
        var now = (await before.NextAsync()).EventId!;
        await using var changed = await host.FollowAsync(Line.Incident, Audience.Publishable, last: "0123456789abcdef0123456789abcdef");
        (await changed.NextAsync()).EventId.ShouldBe(now);
        await using var same = await host.FollowAsync(Line.Incident, Audience.Publishable, last: now);
        await ledger.TakeInAsync([Line.Says("s2", "harbour", "denies")]);
        var next = (await changed.NextAsync()).EventId;
        next.ShouldNotBe(now);
        (await same.NextAsync()).EventId.ShouldBe(next);
    }

    [Fact]
    public async Task an_embargo_that_ends_changes_the_reading_though_nothing_is_logged()
    {
        await using var feed = await host.FollowAsync(Line.Incident, Audience.Publishable);
        await using var board = await host.FollowBoardAsync(Audience.Publishable);
        var ends = DateTimeOffset.UtcNow.AddSeconds(5);
        await ledger.TakeInAsync([Line.Says("s1", "harbour", "denies", setting: new { embargo = ends.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) })]);
        var logged = await ledger.Database.EventsAsync();
        (await feed.NextAsync()).EventType.ShouldBe("reading");
        (await board.NextAsync()).EventType.ShouldBe("incident");
        (await ledger.Database.EventsAsync()).ShouldBe(logged);
        DateTimeOffset.UtcNow.ShouldBeGreaterThanOrEqualTo(ends.AddSeconds(-1));
    }

    [Fact]
    public async Task a_party_that_is_renamed_changes_the_readings_that_name_it_and_no_other()
    {
        await using var feed = await host.FollowAsync(Line.Incident, Audience.Publishable);
        await ledger.TakeInAsync([Line.Of(new { entry = "rename", party = "post", name = "The New Post", reason = "It did." })]);
        await TwoBeatsAsync();
        await using var late = await host.FollowAsync(Line.Incident, Audience.Publishable);
        await ledger.TakeInAsync([Line.Of(new { entry = "rename", party = "brigade", name = "The New Brigade", reason = "It did." })]);
        (await feed.NextAsync()).Data.ShouldBe((await late.NextAsync()).Data);
    }

    [Fact]
    public async Task what_consent_is_withdrawn_for_leaves_the_reading_as_if_it_had_never_been_there()
    {
        await using var feed = await host.FollowAsync(Line.Incident, Audience.Publishable);
        await ledger.TakeInAsync([Line.Says("s1", "harbour", "denies")]);
        await feed.NextAsync();
        var before = feed.LastEventId;
        await ledger.TakeInAsync([Line.Unnamed("?2"), Line.Says("u1", "?2", "denies", terms: "background")]);
        (await feed.NextAsync()).EventId.ShouldNotBe(before);
        await ledger.TakeInAsync([Line.Of(new { entry = "consent-withdrawn", incident = Line.Incident, statement = "u1", reason = "For fear." })]);
        (await feed.NextAsync()).EventId.ShouldBe(before);
    }

    [Fact]
    public async Task the_board_is_told_whole_to_whom_it_has_got_away_from_and_row_by_row_to_the_others()
    {
        await using var board = await host.FollowBoardAsync(Audience.Internal);
        await ledger.TakeInAsync([Line.Says("s1", "harbour", "denies")]);
        var row = await board.NextAsync();
        row.EventType.ShouldBe("incident");
        JsonDocument.Parse(row.Data).RootElement.GetProperty("id").GetString().ShouldBe(Line.Incident);

        await using var late = await host.FollowBoardAsync(Audience.Internal, last: "0");
        var whole = await late.NextAsync();
        whole.EventType.ShouldBe("board");
        JsonElement.DeepEquals(JsonDocument.Parse(whole.Data).RootElement, JsonDocument.Parse(await host.Http.GetStringAsync("/api/board?reading=internal")).RootElement).ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        await fence.DisposeAsync();
        await host.DisposeAsync();
        await ledger.DisposeAsync();
    }

    private static string[] Hidden =>
    [
        Line.Says("h1", "harbour", "denies", terms: "off-the-record"), Line.Says("h2", "korvad", "acknowledges", "k2", terms: "deep-background"),
        Line.Says("h3", "harbour", "denies", setting: new { embargo = "2090-01-01T00:00Z" }), Line.Unnamed("?5"), Line.Says("h4", "?5", "denies", terms: "not-stated"),
        Line.Of(new { entry = "retraction", incident = Line.Incident, statement = "h2", said = "2023-03-06", reason = "They did." }),
        Line.Of(new { entry = "strike", incident = Line.Incident, target = "h1", reason = "Ours." }),
        Line.Story("p1"), Line.Of(new { entry = "attention-settled", incident = Line.Incident, publication = "p1", note = "It says so." }), Line.Of(new { entry = "strike", incident = Line.Incident, target = "p1", reason = "Another story." })
    ];

    /// <summary>Returns when everything that was committed before was looked at: another incident's change was told, and the one after it.</summary>
    private async Task TwoBeatsAsync()
    {
        foreach (var id in new[] { "f1", "f2" })
        {
            await ledger.TakeInAsync([Line.Says(id, id == "f1" ? "brigade" : "harbour", incident: Other)]);
            await fence.NextAsync();
        }
    }
}
