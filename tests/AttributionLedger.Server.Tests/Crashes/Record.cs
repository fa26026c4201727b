using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Crashes;

/// <summary>Holds what is on record against what was sent and what was answered.</summary>
internal sealed class Record(Database database)
{
    private const string Entries = "type in ('statement_logged', 'comment_sought', 'entry_struck')";

    private IReadOnlyList<string> before = [];

    /// <summary>Takes what is there as given.</summary>
    public async Task BeginAsync() => before = await MarksAsync();

    public async Task ShouldKeepWhatWasPromisedAsync(Newsroom newsroom)
    {
        var marks = await MarksAsync();
        marks.ShouldBeUnique("everything is there once");
        var promised = newsroom.Answered.Select(one => one.Sent.Mark).Where(mark => mark != "").ToHashSet();
        promised.Except(marks).ShouldBeEmpty("what was answered is there");
        marks.Except(before).Except(promised).Except(newsroom.Pending.Select(sent => sent.Mark)).ShouldBeEmpty("nothing is there that nobody sent");

        var sources = await database.ListAsync("select substr(stream_id, 7) from ledger.mt_events where type = 'party_registered' and stream_id like 'party/unnamed-%'");
        var named = newsroom.Answered.Where(one => one.Sent.Mark == "").Select(one => one.Answer.Json.GetProperty("party").GetString()!).ToList();
        sources.ShouldBeUnique();
        named.ShouldBeUnique();
        named.Except(sources).ShouldBeEmpty("every source is there");
        (sources.Count - named.Count).ShouldBeLessThanOrEqualTo(newsroom.Pending.Count(sent => sent.Mark == ""), "no source is there that nobody sent");
        newsroom.Answered.Select(one => one.Sent.Write.Key!).Except(await database.ListAsync("select key from ledger.receipt")).ShouldBeEmpty("every answer can be given again");
        await ShouldHoldNothingHalfAsync();
    }

    private async Task ShouldHoldNothingHalfAsync()
    {
        (await database.ListAsync("""
            select coalesce(said, taken) from (select data->>'id' said from ledger.mt_events where type = 'statement_logged') s
            full join (select data->>'statement' taken, count(*) stances from ledger.mt_events where type in ('claim_asserted', 'actor_accused') group by 1) t on said = taken where stances is distinct from 2
            """)).ShouldBeEmpty("a statement is there with all its stances");
        (await database.ListAsync($"""
            select coalesce(e.id, r.id) from (select substr(stream_id, 10) || '/' || (data->>'id') id from ledger.mt_events where {Entries}) e
            full join (select id from ledger.mt_doc_entryrow where data->'entry'->>'kind' <> 'structure') r on e.id = r.id where e.id is null or r.id is null
            """)).ShouldBeEmpty("an entry is there with its row");
        (await database.ListAsync("""
            select s.id from ledger.mt_streams s left join (select stream_id, count(*) events, max(version) last from ledger.mt_events group by 1) e on e.stream_id = s.id
            where s.id <> 'mt_tombstone' and (s.version is distinct from e.events or s.version is distinct from e.last)
            """)).ShouldBeEmpty("a stream is there without gaps");
        (await database.ListAsync("""
            select coalesce(s.id, p.id) from (select substr(id, 7) id from ledger.mt_streams where id like 'party/%') s full join ledger.mt_doc_party p on p.id = s.id where s.id is null or p.id is null
            """)).ShouldBeEmpty("a party is there with its row");
    }

    private Task<IReadOnlyList<string>> MarksAsync() => database.ListAsync($"""
        select trim(type || ' ' || stream_id || ' ' || coalesce(data->>'id', '')) from ledger.mt_events
        where ({Entries} or type in ('party_registered', 'party_renamed')) and stream_id not like 'party/unnamed-%'
        """);
}
