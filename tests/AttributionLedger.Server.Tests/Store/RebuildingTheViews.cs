using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Store;

public class RebuildingTheViews(SharedPostgres postgres)
{
    [Fact]
    public async Task mends_whatever_was_done_to_them_and_leaves_the_events_alone()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var events = await samples.Database.EventsAsync();
        await samples.Database.TellAsync("delete from ledger.mt_doc_statementrow");
        await samples.Database.TellAsync("delete from ledger.mt_doc_positionrow where id like 'kharab-al-jir/%'");
        await samples.Database.TellAsync("update ledger.mt_doc_boardrow set data = jsonb_set(data, '{statements}', '99')");
        await samples.Database.TellAsync("insert into ledger.mt_doc_boardrow (id, last_known, data, mt_dotnet_type) select 'nowhere', last_known, jsonb_set(data, '{id}', '\"nowhere\"'), mt_dotnet_type from ledger.mt_doc_boardrow where id = 'jordan-drone'");
        (await samples.VerifyAsync()).Differences.ShouldNotBeEmpty();

        await samples.Ledger.Rebuilder.RunAsync(new Silence<int>(), CancellationToken.None);

        await samples.ShouldVerifyAsync();
        (await samples.Database.EventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task lets_the_views_that_follow_go_on_from_where_they_were()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Samples.Article);
        await ledger.Ledger.Rebuilder.RunAsync(new Silence<int>(), CancellationToken.None);
        await ledger.TakeInAsync(Samples.Invented);
        await ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task is_what_verify_advises()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await samples.Database.TellAsync("delete from ledger.mt_doc_positionrow");
        (await samples.RunAsync("verify")).ShouldEndWith(1).Output.ShouldContain("ledger rebuild");
        (await samples.RunAsync("rebuild")).ShouldEndWith(0);
        (await samples.RunAsync("verify")).ShouldEndWith(0);
    }
}
