using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Desk;

/// <summary>An entry at which PostgreSQL fails does not take those with it that share its transaction.</summary>
public class SparingTheOthers(SharedPostgres postgres)
{
    private const int Reporters = 63;

    [Fact]
    public async Task lets_everybody_through_but_the_one_at_fault()
    {
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        await served.Ledger.Database.TellAsync("""
            create function ledger.fail() returns trigger language plpgsql as $$ begin raise exception 'the words of poison'; end $$;
            create trigger fail before insert on ledger.mt_events for each row when (new.data->>'id' = 'poison') execute function ledger.fail();
            """);
        Task<Answer> ahead, poison;
        Task<Answer[]> others;
        await using (var held = await Held.IncidentAsync(served.Ledger.ConnectionString))
        {
            ahead = served.SendAsync(Line.Says("ahead", "brigade"), "ahead");
            await held.SomebodyWaitsAsync();
            poison = served.SendAsync(Line.Says("poison", "brigade"), "poison");
            others = AtOnce.DoAsync(Reporters, i => served.SendAsync(Line.Says($"s{i}", i % 2 == 0 ? "brigade" : "harbour"), $"s{i}"));
        }
        foreach (var answer in (Answer[])[await ahead, .. await others]) answer.ShouldBe(201);
        (await poison).ShouldBeProblem(500, "fault").Body.ShouldNotContain("words of poison");
        // They were not sent one by one for it: whole halves went through together.
        (await served.Ledger.Database.AskAsync<long>("select count(distinct xmin::text) from ledger.mt_events where type = 'statement_logged'")).ShouldBeLessThan(Reporters / 2);
        (await served.Ledger.Database.AskAsync<long>("select count(*) from ledger.mt_doc_entryrow where id = 'quay/poison'")).ShouldBe(0);
        await served.Ledger.ShouldVerifyAsync();

        await served.Ledger.Database.TellAsync("drop trigger fail on ledger.mt_events");
        (await served.SendAsync(Line.Says("poison", "brigade"), "poison")).ShouldBe(201);
        (await served.Ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'")).ShouldBe(Reporters + 2);
        await served.Ledger.ShouldVerifyAsync();
    }
}
