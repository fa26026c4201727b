using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Store;

public class VerifyingTheSamples(SharedPostgres postgres)
{
    [Fact]
    public async Task finds_nothing()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var report = await samples.VerifyAsync();
        report.Differences.ShouldBeEmpty();
        report.Incidents.ShouldBe(Samples.Incidents.Count());
        report.Events.ShouldBe(await samples.Database.EventsAsync());
    }

    [Fact]
    public async Task finds_nothing_twice()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var first = await samples.Ledger.Verifier.RunAsync(new Silence<int>(), CancellationToken.None);
        var second = await samples.Ledger.Verifier.RunAsync(new Silence<int>(), CancellationToken.None);
        (second.Incidents, second.Parties, second.Events).ShouldBe((first.Incidents, first.Parties, first.Events));
    }

    [Fact]
    public async Task takes_no_offence_at_the_mark_of_an_append_that_was_cut_off()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await samples.Database.TellAsync("insert into ledger.mt_streams (id, version) values ('mt_tombstone', 1) on conflict do nothing");
        await samples.Database.TellAsync("""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type)
            values (nextval('ledger.mt_events_sequence'), gen_random_uuid(), 'mt_tombstone', 1, '{}', 'tombstone', 'JasperFx.Events.Tombstone, JasperFx.Events')
            """);
        await samples.ShouldVerifyAsync();
    }
}
