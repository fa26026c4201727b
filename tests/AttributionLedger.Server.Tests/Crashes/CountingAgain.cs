using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Crashes;

/// <summary>
/// A PostgreSQL that was killed may have forgotten how far it had counted for appends that were cut off, while marks with
/// those numbers were written since. What it gives out twice, it gives to nobody's harm.
/// </summary>
public class CountingAgain(SharedPostgres postgres)
{
    [Fact]
    public async Task passes_over_numbers_that_are_taken()
    {
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        await ForgetAsync(served);
        (await served.SendAsync(Line.Says("s1", "brigade"))).ShouldBe(201);
        await ForgetAsync(served);
        (await served.SendAsync(Line.Party("crew"), "a")).ShouldBe(201);
        await ForgetAsync(served);
        await served.Ledger.TakeInAsync([Line.Says("s2", "crew")]);
        (await served.Ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'")).ShouldBe(2);
        await served.Ledger.ShouldVerifyAsync();
    }

    private static Task ForgetAsync(ServedLedger served) =>
        served.Ledger.Database.AskAsync<long>("select setval('ledger.mt_events_sequence', (select max(seq_id) - 3 from ledger.mt_events))");
}
