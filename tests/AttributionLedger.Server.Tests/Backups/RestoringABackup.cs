using AttributionLedger.Attribution;
using AttributionLedger.Backups;
using AttributionLedger.Basics;
using AttributionLedger.Importing;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Histories;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;
using System.Text.Json;

namespace AttributionLedger.Server.Tests.Backups;

/// <summary>A backup that is restored is the ledger that was backed up.</summary>
public class RestoringABackup(SharedPostgres postgres)
{
    [Fact]
    public async Task of_the_samples_brings_back_every_row_and_every_reading()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await using var restored = await postgres.RestoredAsync(samples);
        await ShouldBeTheSameAsync(restored, samples);
    }

    [Theory, InlineData(21), InlineData(22)]
    public async Task of_a_random_history_brings_back_every_row_and_every_reading(int seed)
    {
        await using var source = await postgres.EmptyAsync();
        var sheet = new RandomSheet(seed).Lines();
        await source.TakeInAsync(sheet);
        await using var restored = await postgres.RestoredAsync(source);
        await ShouldBeTheSameAsync(restored, source);
        (await restored.TakeInAsync(sheet)).New.ShouldBe(0);
    }

    [Fact]
    public async Task and_backing_it_up_again_gives_the_same_lines()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await using var restored = await postgres.RestoredAsync(samples);
        BackedUp.Lines(await restored.BackUpAsync())[1..^1].ShouldBe(BackedUp.Lines(await samples.BackUpAsync())[1..^1]);
    }

    [Fact]
    public async Task lets_the_desk_go_on()
    {
        await using var source = await postgres.EmptyAsync();
        await source.TakeInAsync(Samples.Article);
        await using var restored = await postgres.RestoredAsync(source);
        var last = await source.Database.AskAsync<long>("select max(seq_id) from ledger.mt_events");

        await restored.TakeInAsync(Samples.Invented);

        await restored.ShouldVerifyAsync();
        (await restored.Database.AskAsync<long>("select min(seq_id) from ledger.mt_events where stream_id = 'incident/harbour-fire'")).ShouldBeGreaterThan(last);
        (await restored.Ledger.Following.LagAsync(CancellationToken.None)).Events.ShouldBe(0);
        await restored.ShouldReadTheSameFromPositionsAndFromEventsAsync();
        (await restored.Ledger.Board.ReadAsync(100, null, Audience.Internal, CancellationToken.None))!.Incidents.Count.ShouldBe(Samples.Incidents.Count());
    }

    [Fact]
    public async Task keeps_the_gaps_of_appends_that_were_cut_off_and_leaves_their_marks_out()
    {
        await using var source = await postgres.EmptyAsync();
        await source.TakeInAsync(Samples.Article);
        await source.Database.AskAsync<long>("select nextval('ledger.mt_events_sequence') from generate_series(1, 40)");
        await MarkCutOffAppendAsync(source);
        await source.TakeInAsync(Samples.Invented);
        await using var restored = await postgres.EmptyAsync();
        await MarkCutOffAppendAsync(restored);

        await restored.RestoreAsync(await source.BackUpAsync());

        (await restored.Database.ListAsync(Events)).ShouldBe(await source.Database.ListAsync(Events));
        (await restored.Database.AskAsync<long>("select count(*) from ledger.mt_events where stream_id = 'mt_tombstone'")).ShouldBe(0);
        await restored.TakeInAsync([Line.Party("watcher")]);
        await restored.ShouldVerifyAsync();
    }

    [Fact]
    public async Task of_an_empty_ledger_leaves_an_empty_ledger_that_takes_entries()
    {
        await using var source = await postgres.EmptyAsync();
        await using var restored = await postgres.RestoredAsync(source);
        await restored.TakeInAsync(Line.Scene);
        await restored.ShouldVerifyAsync();
    }

    [Fact]
    public async Task that_is_interrupted_leaves_an_empty_ledger_which_takes_it_the_next_time()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var backup = await samples.BackUpAsync();
        await using var restored = await postgres.EmptyAsync();
        foreach (var phase in new[] { "checking", "writing", "making the views" })
        {
            using var stop = new CancellationTokenSource();
            var stopping = new Heeding<RestoreProgress>(progress => { if (progress.Phase == phase && progress.Done > 5) stop.Cancel(); });
            await Should.ThrowAsync<OperationCanceledException>(() => restored.RestoreAsync(backup, stopping, stop.Token));
            (await restored.Database.EventsAsync()).ShouldBe(0, phase);
            (await restored.Database.ViewsAsync()).ShouldBeEmpty(phase);
        }
        (await restored.RestoreAsync(backup)).Verification.Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task keeps_who_begins_to_log_meanwhile_waiting_until_it_is_done()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await using var restored = await postgres.EmptyAsync();
        Task<ImportReport>? fresh = null, known = null;
        await restored.RestoreAsync(await samples.BackUpAsync(), new Heeding<RestoreProgress>(progress =>
        {
            if (progress.Phase != "writing") return;
            fresh ??= Task.Run(() => restored.ImportAsync([Line.Party("watcher"), Line.Opening("watched")]));
            // A party of this id is in the backup, and was not there when this began.
            known ??= Task.Run(() => restored.ImportAsync([Line.Party("brigade")]));
        }));
        (await fresh!).New.ShouldBe(2);
        (await known!).Errors.ShouldHaveSingleItem().Code.ShouldBe("id-taken");
        await restored.ShouldVerifyAsync();
        (await restored.Database.AskAsync<long>("select max(seq_id) from ledger.mt_events where stream_id = 'incident/kharab-al-jir'"))
            .ShouldBeLessThan(await restored.Database.AskAsync<long>("select min(seq_id) from ledger.mt_events where stream_id = 'party/watcher'"));
    }

    [Fact]
    public async Task into_a_ledger_that_holds_events_is_refused_and_changes_nothing()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await using var other = await postgres.EmptyAsync();
        await other.TakeInAsync(Line.Scene);
        var before = await AllAsync(other);
        (await Should.ThrowAsync<BackupException>(async () => await other.RestoreAsync(await samples.BackUpAsync()))).Code.ShouldBe("ledger-not-empty");
        (await AllAsync(other)).ShouldBe(before);
        await other.TakeInAsync([Line.Says("s1", "brigade")]);
        await other.ShouldVerifyAsync();

        static async Task<IEnumerable<string>> AllAsync(TestLedger ledger) =>
            [.. await ledger.Database.ListAsync(Events), .. await ledger.Database.ListAsync(Streams), .. await ledger.Database.ViewsAsync(), .. await ledger.Database.ListAsync("select last_value::text from ledger.mt_events_sequence")];
    }

    private const string Events = "select e::text from ledger.mt_events e where stream_id <> 'mt_tombstone' order by seq_id";
    private const string Streams = "select s::text from ledger.mt_streams s where id <> 'mt_tombstone' order by id";

    private static async Task ShouldBeTheSameAsync(TestLedger restored, TestLedger source)
    {
        foreach (var rows in new[] { Events, Streams, "select name || last_seq_id from ledger.mt_event_progression where name in ('HighWaterMark', 'views:All') order by 1" })
            (await restored.Database.ListAsync(rows)).ShouldBe(await source.Database.ListAsync(rows));
        (await restored.Database.ViewsAsync()).ShouldBe(await source.Database.ViewsAsync());
        var read = 0;
        foreach (var incident in await source.Database.ListAsync("select id from ledger.mt_doc_incident"))
        {
            foreach (var request in await RequestsAsync(source, incident))
            {
                SameReading.Text(await restored.ReadAsync(incident, request)).ShouldBe(SameReading.Text(await source.ReadAsync(incident, request)), $"{incident}, {request}");
                read++;
            }
            Json(await restored.Ledger.History.ReadAsync(incident, 1, 1_000, CancellationToken.None)).ShouldBe(Json(await source.Ledger.History.ReadAsync(incident, 1, 1_000, CancellationToken.None)));
        }
        read.ShouldBeGreaterThan(50);
        foreach (var audience in Enum.GetValues<Audience>())
            Json(await restored.Ledger.Board.ReadAsync(100, null, audience, CancellationToken.None)).ShouldBe(Json(await source.Ledger.Board.ReadAsync(100, null, audience, CancellationToken.None)));
    }

    /// <summary>Now and past moments, on both clocks, for both audiences.</summary>
    private static async Task<IReadOnlyList<ReadingRequest>> RequestsAsync(TestLedger ledger, string incident)
    {
        var known = await ledger.Database.ListAsync($"select to_char(timestamp at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from ledger.mt_events where stream_id = 'incident/{incident}' and version % 12 = 3");
        IEnumerable<(string? SaidBy, string? KnownAt)> moments = [.. known.Select(at => ((string?)null, (string?)at)), (null, null), ("2023-03-05", null), ("2024-04-22", "2025-01-01")];
        return
        [
            .. from audience in Enum.GetValues<Audience>()
               from clock in Enum.GetValues<Clock>()
               from moment in moments
               select new ReadingRequest(moment.SaidBy, moment.KnownAt, clock, audience)
        ];
    }

    private static async Task MarkCutOffAppendAsync(TestLedger ledger)
    {
        await ledger.Database.TellAsync("insert into ledger.mt_streams (id, version) values ('mt_tombstone', 1)");
        await ledger.Database.TellAsync("""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type)
            values (nextval('ledger.mt_events_sequence'), gen_random_uuid(), 'mt_tombstone', 1, '{}', 'tombstone', 'JasperFx.Events.Tombstone, JasperFx.Events')
            """);
    }

    private static string Json<T>(T shape) => JsonSerializer.Serialize(shape, ShapeJson.Options);

    private sealed class Heeding<T>(Action<T> heed) : IProgress<T>
    {
        public void Report(T value) => heed(value);
    }
}
