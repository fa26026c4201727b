using System.Diagnostics;
using AttributionLedger.Basics;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Views;

public class FollowingBehind(SharedPostgres postgres)
{
    [Fact]
    public async Task begins_when_this_process_has_committed_and_waits_for_no_look_at_the_clock()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        // What another ledger commits stands for another process: nothing of it is told here.
        await using var other = await Ledger.OpenAsync(ledger.Access, new Silence<string>(), CancellationToken.None);
        using var stopping = new CancellationTokenSource();
        var following = ledger.Ledger.Following.FollowAsync(_ => { }, stopping.Token);
        await BehindAsync(ledger.Ledger, "c0");

        var (here, there) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 1; i <= 9; i++)
        {
            here.Add(await BehindAsync(ledger.Ledger, $"here{i}"));
            there.Add(await BehindAsync(other, $"there{i}"));
        }
        await stopping.CancelAsync();
        await following;
        TestContext.Current.TestOutputHelper!.WriteLine($"here {Median(here).TotalMilliseconds:F1} ms, there {Median(there).TotalMilliseconds:F1} ms");
        Median(here).ShouldBeLessThan(Median(there) / 2);
    }

    [Fact]
    public async Task is_woken_by_a_commit_that_came_before_it_waited()
    {
        await using var ledger = await postgres.EmptyAsync();
        using var awakening = new Awakening(ledger.Ledger.Commits);
        await ledger.TakeInAsync([Line.Opening()]);
        await awakening.WaitAsync(TimeSpan.FromHours(1), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
        var waiting = awakening.WaitAsync(TimeSpan.FromHours(1), CancellationToken.None);
        waiting.IsCompleted.ShouldBeFalse("one commit wakes once");
        await ledger.TakeInAsync([Line.Claim("k1")]);
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>How long after its commit an entry is in the views.</summary>
    private static async Task<TimeSpan> BehindAsync(Ledger ledger, string claim)
    {
        var framed = new FrameClaim(new Claim(ClaimId.Of(claim), ClaimKind.Occurrence, $"The claim {claim}."));
        (await ledger.Desk.EnterAsync([new(IncidentId.Of(Line.Incident), [framed], "reporter")], CancellationToken.None))[0][0].IsNew.ShouldBeTrue();
        var committed = Stopwatch.StartNew();
        while ((await ledger.Following.LagAsync(CancellationToken.None)).Events > 0) await Task.Yield();
        return committed.Elapsed;
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
