using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Store;

public class ReadingNow(SharedPostgres postgres)
{
    [Fact]
    public async Task from_the_positions_says_what_the_events_say()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await samples.ShouldReadTheSameFromPositionsAndFromEventsAsync();
    }

    [Fact]
    public async Task after_a_rebuild_of_the_views_that_follow_finds_the_rows_that_were_there()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var before = await samples.Database.ViewsAsync();
        foreach (var table in new[] { "mt_doc_statementrow", "mt_doc_publicationrow", "mt_doc_boardrow", "mt_doc_appearancerow" })
            (await samples.Database.TellAsync($"delete from ledger.{table}")).ShouldBePositive();
        (await samples.Database.TellAsync($"delete from ledger.mt_event_progression where name like '{ViewsProjection.Name}%'")).ShouldBePositive();
        await samples.Ledger.Following.CatchUpAsync(CancellationToken.None);
        (await samples.Database.ViewsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task the_rows_that_are_kept_step_by_step_are_those_that_a_fold_makes()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await using var session = samples.Ledger.Store.Reading();
        foreach (var incident in Samples.Incidents)
        {
            var stored = await session.Events.FetchStreamAsync(StreamKeys.Of(IncidentId.Of(incident)));
            var book = IncidentBook.Of(incident, [.. stored.Select(e => new Recorded<IncidentEvent>((IncidentEvent)e.Data, e.Timestamp.ToUniversalTime(), e.Version))]);
            (await session.LoadAsync<Incident>(incident)).ShouldBe(book.Incident);
            foreach (var (id, row) in book.Positions) (await session.LoadAsync<PositionRow>(id)).ShouldBe(row);
            foreach (var (id, row) in book.Entries) (await session.LoadAsync<EntryRow>(id)).ShouldBe(row);
        }
    }
}
