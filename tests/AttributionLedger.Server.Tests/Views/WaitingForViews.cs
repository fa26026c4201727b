using System.Net;
using AttributionLedger.Server.Tests.Serving;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Views;

public class WaitingForViews(SharedPostgres postgres)
{
    /// <summary>More than a pool has connections, and fewer than would leave the tests beside it none.</summary>
    private const int Crowd = 40;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60), Short = TimeSpan.FromMilliseconds(50), Pause = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task takes_a_crowd_of_strangers_no_connections_of_their_own()
    {
        var ledger = await postgres.EmptyAsync();
        var held = await Held.ViewsAsync(ledger.ConnectionString);
        await using var served = await Served.OfAsync(ledger, new());
        // Before the server goes, and its database, which would wait for it.
        await using var released = held;
        (await served.Http.PostAsync("/api/parties", Post.Json("""{"id": "brigade", "name": "Brigade", "kind": "organisation"}"""))).StatusCode.ShouldBe(HttpStatusCode.Created);
        var asking = Enumerable.Range(0, Crowd).Select(_ => served.Http.GetAsync("/api/parties")).ToList();
        for (var giveUp = DateTime.UtcNow.AddSeconds(9); ledger.Ledger.Following.Waiting.Count < Crowd; await Task.Yield()) DateTime.UtcNow.ShouldBeLessThan(giveUp, "all wait together");
        (await ledger.Database.AskAsync<long>("select count(*) from pg_stat_activity where datname = current_database()")).ShouldBeLessThan(2 * 24 + 5, "those of the two pools, the follower and this one, and no more");
        await held.DisposeAsync();
        // The tests beside share PostgreSQL: who finds all its connections taken when everybody goes on at once is told to come again.
        foreach (var answer in await Task.WhenAll(asking))
            (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null ? await served.Http.GetAsync("/api/parties") : answer).StatusCode.ShouldBe(HttpStatusCode.OK);
        ledger.Ledger.Following.Waiting.Count.ShouldBe(0);
    }

    [Fact]
    public async Task looks_once_for_all_and_ends_for_each_when_what_was_there_is_held()
    {
        var (logged, heldTo, atOnce, most, looks) = (5L, 4L, 0, 0, 0);
        var room = new WaitingRoom(async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Yield();
            Interlocked.Decrement(ref atOnce);
            Interlocked.Increment(ref looks);
            return new(Volatile.Read(ref logged), Volatile.Read(ref heldTo));
        }, Long, Pause);
        var early = Enumerable.Range(0, Crowd).Select(_ => room.WaitAsync(CancellationToken.None)).ToList();
        for (var seen = looks; looks < seen + 3;) await Task.Yield();
        early.ShouldAllBe(waiting => !waiting.IsCompleted);
        Volatile.Write(ref logged, 9);
        var late = room.WaitAsync(CancellationToken.None);
        Volatile.Write(ref heldTo, 5);
        await Task.WhenAll(early);
        late.IsCompleted.ShouldBeFalse("it came when there was more");
        Volatile.Write(ref heldTo, 9);
        await late;
        (most, room.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task lasts_no_longer_than_it_may()
    {
        var room = new WaitingRoom(_ => Task.FromResult(new Standing(1, 0)), Short, Pause);
        await Should.ThrowAsync<TimeoutException>(room.WaitAsync(CancellationToken.None));
        var deaf = new WaitingRoom(async ct => { await Task.Delay(Timeout.Infinite, ct); return default; }, Short, Pause);
        await Should.ThrowAsync<TimeoutException>(deaf.WaitAsync(CancellationToken.None));
        (room.Count, deaf.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task ends_with_what_went_wrong_and_begins_anew_after_it()
    {
        var isAway = true;
        var room = new WaitingRoom(_ => isAway ? Task.FromException<Standing>(new Npgsql.NpgsqlException("away")) : Task.FromResult(new Standing(1, 1)), Long, Pause);
        await Should.ThrowAsync<Npgsql.NpgsqlException>(room.WaitAsync(CancellationToken.None));
        isAway = false;
        await room.WaitAsync(CancellationToken.None);
    }

    [Fact]
    public async Task ends_when_who_waits_leaves()
    {
        var room = new WaitingRoom(_ => Task.FromResult(new Standing(1, 0)), Long, Pause);
        using var leaving = new CancellationTokenSource();
        var waiting = room.WaitAsync(leaving.Token);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        room.Count.ShouldBe(0);
    }
}
