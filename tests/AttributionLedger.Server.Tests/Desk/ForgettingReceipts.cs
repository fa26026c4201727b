using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;

namespace AttributionLedger.Server.Tests.Desk;

/// <summary>What a request came to is remembered for a day.</summary>
public class ForgettingReceipts(SharedPostgres postgres)
{
    [Fact]
    public async Task of_a_day_ago_leaves_their_keys_free_and_those_of_today_bound()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        (await FrameAsync(ledger, "k8", "old")).IsNew.ShouldBeTrue();
        (await FrameAsync(ledger, "k9", "young")).IsNew.ShouldBeTrue();
        await ledger.Database.TellAsync("update ledger.receipt set at = at - interval '24 hours 1 second' where key = 'old'");

        (await FrameAsync(ledger, "k10", "old")).IsNew.ShouldBeTrue("the key is free again before anybody has tidied");
        (await FrameAsync(ledger, "k10", "old")).ShouldBe(await FrameAsync(ledger, "k10", "old"), "and is bound anew");
        (await FrameAsync(ledger, "k11", "young")).Refusals.Single().Code.ShouldBe("idempotency-key-reused");
    }

    [Fact]
    public async Task is_done_by_whoever_tidies_and_takes_the_old_alone()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        for (var i = 0; i < 3; i++) await FrameAsync(ledger, $"k{10 + i}", $"key-{i}");
        await ledger.Database.TellAsync("update ledger.receipt set at = at - interval '25 hours' where key <> 'key-2'");
        await new Tidying(ledger.Ledger.Store, TimeProvider.System).TidyAsync(CancellationToken.None);
        (await ledger.Database.ListAsync("select key from ledger.receipt")).ShouldBe(["key-2"]);
    }

    private static async Task<EntryOutcome> FrameAsync(TestLedger ledger, string claim, string key) => (await ledger.Ledger.Desk.EnterAsync(
        [new(IncidentId.Of(Line.Incident), [new FrameClaim(new(ClaimId.Of(claim), ClaimKind.Other, "A claim."))], "reporter") { Receipt = new(key, claim) }], CancellationToken.None))[0][0];
}
