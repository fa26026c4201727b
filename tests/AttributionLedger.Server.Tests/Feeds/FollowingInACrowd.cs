using System.Net;
using System.Net.Sockets;
using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Feeds;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.PrivatePostgres;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Server.Tests.Feeds;

public class FollowingInACrowd(SharedPostgres postgres)
{
    [Fact]
    public async Task hundreds_who_come_while_others_write_each_get_every_event_once_and_in_order()
    {
        const int clients = 300, writers = 4, statements = 40;
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        var start = await ledger.Database.AskAsync<long>("select version from ledger.mt_streams where id = 'incident/quay'");

        var coming = Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            // Some begin with the first event, some go on from somewhere, some begin with what comes next.
            var last = client % 3 == 0 ? "0" : client % 3 == 1 ? $"{start}" : null;
            return (Last: last, Feed: await host.FollowAsync(Line.Incident, Audience.Internal, last));
        })).ToList();
        var all = Task.WhenAll(coming);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < statements || !all.IsCompleted; i++) await LogAsync(ledger, $"s{writer}-{i}");
        })));
        await LogAsync(ledger, "last");
        await Task.WhenAll((await all).Select(client => Task.Run(async () =>
        {
            await using var feed = client.Feed;
            var told = await feed.NextAsync();
            if (client.Last is { } last) told.EventId.ShouldBe($"{long.Parse(last) + 1}");
            for (var next = long.Parse(told.EventId!) + 1; !(told.EventType == "claim_asserted" && told.Data.Contains("\"entry\":\"last\"")); next++)
                (told = await feed.NextAsync()).EventId.ShouldBe($"{next}");
        })));
    }

    [Fact]
    public async Task who_finds_it_full_is_told_to_come_again_and_finds_a_seat_when_another_has_left()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var host = await FeedHost.StartAsync(ledger.Ledger, FeedHost.Quick with { Subscribers = 2 });
        var first = await host.FollowAsync(Line.Incident, Audience.Internal);
        await using var second = await host.FollowBoardAsync(Audience.Publishable);
        using (var full = await host.AskAsync("/api/incidents/quay/feed"))
        {
            full.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            full.Headers.RetryAfter.ShouldNotBeNull();
            (await full.Content.ReadAsStringAsync()).ShouldContain("too-many-feeds");
        }
        await first.DisposeAsync();
        while (true)
        {
            using var answer = await host.AskAsync("/api/incidents/quay/feed");
            if (answer.StatusCode == HttpStatusCode.OK) break;
        }
    }

    [Fact]
    public async Task one_address_takes_no_more_than_its_part_of_the_seats()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var host = await FeedHost.StartAsync(ledger.Ledger, FeedHost.Quick with { Subscribers = 10, PerAddress = 1 });
        var first = await host.FollowAsync(Line.Incident, Audience.Internal);
        using (var full = await host.AskAsync("/api/board/feed"))
        {
            full.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await full.Content.ReadAsStringAsync()).ShouldContain("from this address");
        }
        await first.DisposeAsync();
        while (true)
        {
            using var answer = await host.AskAsync("/api/board/feed");
            if (answer.StatusCode == HttpStatusCode.OK) break;
        }
    }

    [Fact]
    public async Task who_takes_nothing_is_cut_off_and_goes_on_where_it_was()
    {
        // Events of several kilobytes: more than the connection takes in while nobody reads.
        const int statements = 700;
        var chorus = Enumerable.Range(1, 20).Select(i => $"voice{i}").ToArray();
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. chorus.Select(voice => Line.Party(voice, name: voice + new string('e', 180))), .. Enumerable.Range(1, statements).Select(i => Line.Says($"s{i}", chorus))]);
        await using var host = await FeedHost.StartAsync(ledger.Ledger, FeedHost.Quick with { WriteLimit = TimeSpan.FromSeconds(1) });
        using var lazy = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await lazy.ConnectAsync(IPAddress.Loopback, host.Http.BaseAddress!.Port);
        await lazy.SendAsync(Encoding.ASCII.GetBytes("GET /api/incidents/quay/feed?reading=internal&after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
        // The server lets go while nothing is read: what its client asks of a connection that is gone is refused.
        while (lazy.Connected && !lazy.Poll(TimeSpan.FromMilliseconds(50), SelectMode.SelectError))
            try
            {
                await lazy.SendAsync("\r\n"u8.ToArray());
            }
            catch (SocketException)
            {
                break;
            }

        await using var feed = await host.FollowAsync(Line.Incident, Audience.Internal, last: "100");
        (await feed.NextAsync(2 * statements + 3 - 100)).Select(e => e.EventId).ShouldBe(Enumerable.Range(101, 2 * statements + 3 - 100).Select(version => $"{version}"));
    }

    [Fact]
    public async Task who_hears_nothing_is_told_that_the_feed_is_alive()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var host = await FeedHost.StartAsync(ledger.Ledger, FeedHost.Quick with { Heartbeat = TimeSpan.FromMilliseconds(200) });
        using var answer = await host.AskAsync("/api/incidents/quay/feed");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (await lines.ReadLineAsync() is { } line && line != ":") line.ShouldNotStartWith("data");
    }

    [Fact]
    public async Task ends_when_the_server_stops()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        await using var incident = await host.FollowAsync(Line.Incident, Audience.Internal);
        await using var board = await host.FollowBoardAsync(Audience.Publishable);
        var ends = Task.WhenAll(incident.EndsAsync(), board.EndsAsync());
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(15));
        (await ends).ShouldBe([true, true]);
    }

    [Fact]
    public async Task goes_on_when_postgresql_has_been_away()
    {
        var settings = new ClusterSettings { DataFolder = Path.Combine(Path.GetTempPath(), $"ledger-feeds-{Guid.NewGuid():N}") };
        try
        {
            var access = await Ledger.StartOwnAsync(settings, new Silence<string>(), CancellationToken.None);
            await using var ledger = await Ledger.OpenAsync(access, new Silence<string>(), CancellationToken.None);
            await OpenSceneAsync(ledger);
            await using var host = await FeedHost.StartAsync(ledger);
            await using var events = await host.FollowAsync(Line.Incident, Audience.Internal);
            await using var reading = await host.FollowAsync(Line.Incident, Audience.Publishable);
            await PrivateCluster.StopAsync(settings);
            (await PrivateCluster.StartAsync(settings)).Application.ConnectionString.ShouldBe(access.Application);
            await ledger.Lanes.EnterAsync(new(IncidentId.Of(Line.Incident), [Framed("k9")], "reporter"));
            (await events.NextAsync()).EventType.ShouldBe("claim_framed");
            (await reading.NextAsync()).EventType.ShouldBe("reading");
        }
        finally
        {
            await PrivateCluster.StopAsync(settings);
            if (Directory.Exists(settings.DataFolder)) Directory.Delete(settings.DataFolder, recursive: true);
        }
    }

    private static async Task OpenSceneAsync(Ledger ledger)
    {
        var opening = new OpenIncident("Invented: quay", "Etc/UTC", null, null, null, Invented: true);
        await ledger.Lanes.EnterAsync(new(IncidentId.Of(Line.Incident), [opening], "reporter"));
    }

    private static FrameClaim Framed(string id) => new(new Claim(ClaimId.Of(id), ClaimKind.Occurrence, $"The claim {id}."));

    private static async Task LogAsync(TestLedger ledger, string id)
    {
        var statement = new Statement([PartyId.Of("brigade")], ((WorldTimeReading.Read)WorldTime.Read("2023-03-05", "Etc/UTC")).Time, new(GroundRule.OnTheRecord), Setting.NotRecorded, new(WordsForm.Paraphrase, $"Words {id}."));
        (await ledger.Ledger.Lanes.EnterAsync(new(IncidentId.Of(Line.Incident), [new LogStatement(EntryId.Of(id), statement, [new(StanceKind.Asserts, ClaimId.Of("k1"))])], "reporter"))).IsNew.ShouldBeTrue();
    }
}
