using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Verification;

namespace AttributionLedger.Server.Tests.Store;

/// <summary>What somebody with the rights of a superuser changes past the product is found, and named.</summary>
public class FindingDamage(SharedPostgres postgres)
{
    [Fact]
    public async Task names_a_position_that_was_changed() => (await AfterAsync(
        "update ledger.mt_doc_positionrow set data = replace(data::text, '\"flat\"', '\"hedged\"')::jsonb where id = 'kharab-al-jir/osdh/k9'"))
        .ShouldBe([new("different", "position", "kharab-al-jir", "kharab-al-jir/osdh/k9")]);

    [Fact]
    public async Task names_a_position_that_was_put_in() => (await AfterAsync(
        "insert into ledger.mt_doc_positionrow (id, incident, data, mt_dotnet_type) select 'kharab-al-jir/us/k9', incident, replace(data::text, 'osdh', 'us')::jsonb, mt_dotnet_type from ledger.mt_doc_positionrow where id = 'kharab-al-jir/osdh/k9'"))
        .ShouldContain(new Difference("unexpected", "position", "kharab-al-jir", "kharab-al-jir/us/k9"));

    [Fact]
    public async Task names_a_statement_row_that_is_gone() => (await AfterAsync(
        "delete from ledger.mt_doc_statementrow where id = 'kharab-al-jir/s4'"))
        .ShouldBe([new("missing", "statement", "kharab-al-jir", "kharab-al-jir/s4")]);

    [Fact]
    public async Task names_a_way_to_a_statement_that_is_gone() => (await AfterAsync(
        "delete from ledger.statement_key where incident = 'kharab-al-jir' and entry = 's4' and key = '||'"))
        .ShouldBe([new("missing", "statement key", "kharab-al-jir", "kharab-al-jir/||/1/s4")]);

    [Fact]
    public async Task names_a_statement_that_was_moved_to_where_anybody_sees_it()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var hidden = await samples.Database.ListAsync("select incident || '/' || entry from ledger.statement_key where shelf = 5 and key = '||' limit 1");
        await samples.Database.TellAsync($"update ledger.statement_key set shelf = 1 where incident || '/' || entry = '{hidden.Single()}' and key = '||'");
        (await samples.VerifyAsync()).Differences.Select(difference => (difference.Kind, difference.View)).ShouldBe([("missing", "statement key"), ("unexpected", "statement key")], ignoreOrder: true);
        await samples.Ledger.Rebuilder.RunAsync(new Silence<int>(), CancellationToken.None);
        await samples.ShouldVerifyAsync();
    }

    [Fact]
    public async Task names_a_way_to_a_statement_of_no_incident() => (await AfterAsync(
        "insert into ledger.statement_key select 'nowhere', key, shelf, known, entry, open_from from ledger.statement_key where incident = 'kharab-al-jir' and entry = 's4' and key = '||'"))
        .ShouldBe([new("unexpected", "statement key", "incident/nowhere", "nowhere/||/1/s4")]);

    [Fact]
    public async Task names_a_party_that_is_missing_from_the_list() => (await AfterAsync(
        "delete from ledger.mt_doc_listedparty where id = 'centcom'"))
        .ShouldBe([new("missing", "listed party", "centcom", "centcom")]);

    [Fact]
    public async Task names_an_entry_that_is_gone() => (await AfterAsync(
        "delete from ledger.mt_doc_entryrow where id = 'kharab-al-jir/s4'"))
        .ShouldBe([new("missing", "entry", "kharab-al-jir", "kharab-al-jir/s4")]);

    [Fact]
    public async Task names_a_party_whose_name_was_changed() => (await AfterAsync(
        "update ledger.mt_doc_party set data = replace(data::text, 'Centcom', 'Nobody')::jsonb where id = 'centcom'"))
        .ShouldBe([new("different", "party", "centcom", "centcom")]);

    [Fact]
    public async Task names_a_row_of_the_board_that_has_no_events() => (await AfterAsync(
        "insert into ledger.mt_doc_boardrow (id, last_known, data, mt_dotnet_type) select 'nowhere', last_known, jsonb_set(data, '{id}', '\"nowhere\"'), mt_dotnet_type from ledger.mt_doc_boardrow where id = 'jordan-drone'"))
        .ShouldBe([new("unexpected", "board", "incident/nowhere", "nowhere")]);

    [Fact]
    public async Task names_an_appearance_that_no_event_made() => (await AfterAsync(
        "insert into ledger.mt_doc_appearancerow (id, party, incident, data, mt_dotnet_type) select 'us/jordan-drone', 'us', 'jordan-drone', '{\"id\":\"us/jordan-drone\",\"party\":\"us\",\"incident\":\"jordan-drone\",\"statements\":1,\"last\":\"2024-04-22T00:00:00+00:00\"}'::jsonb, mt_dotnet_type from ledger.mt_doc_appearancerow limit 1"))
        .ShouldBe([new("unexpected", "appearance", "jordan-drone", "us/jordan-drone")]);

    [Fact]
    public async Task names_what_an_event_that_was_changed_had_made()
    {
        var found = await AfterAsync("update ledger.mt_events set data = jsonb_set(data, '{verb}', '\"shouted at\"') where stream_id = 'incident/kharab-al-jir' and type = 'actor_accused' and data->>'claim' = 'k9'");
        found.ShouldContain(new Difference("different", "entry", "kharab-al-jir", "kharab-al-jir/s4"));
        found.ShouldContain(new Difference("different", "position", "kharab-al-jir", "kharab-al-jir/osdh/k9"));
        found.ShouldContain(new Difference("different", "statement", "kharab-al-jir", "kharab-al-jir/s4"));
        found.ShouldAllBe(difference => difference.Stream == "kharab-al-jir");
    }

    [Fact]
    public async Task names_the_version_of_an_event_that_is_gone_and_no_other()
    {
        var found = await AfterAsync("delete from ledger.mt_events where stream_id = 'incident/kharab-al-jir' and version = 5");
        found.Where(difference => difference.View == "event").ShouldBe([new("missing", "event", "incident/kharab-al-jir", "version 5")]);
    }

    [Theory]
    [InlineData("every event", "delete from ledger.mt_events where stream_id = 'incident/jordan-drone'")]
    [InlineData("the stream with its events", "delete from ledger.mt_streams where id = 'incident/jordan-drone'")]
    [InlineData("a body", "update ledger.mt_events set data = '{\"claim\": 7}' where stream_id = 'incident/jordan-drone' and version = 2")]
    [InlineData("a name", "update ledger.mt_events set type = 'incident_moved' where stream_id = 'incident/jordan-drone' and version = 2")]
    [InlineData("a name for another of the ledger's", "update ledger.mt_events set type = 'claim_denied' where stream_id = 'incident/jordan-drone' and type = 'claim_asserted'")]
    public async Task names_the_incident_when_this_is_gone_or_cannot_be_read(string what, string sql)
    {
        var found = await AfterAsync(sql);
        found.ShouldNotBeEmpty(what);
        found.ShouldAllBe(difference => difference.Stream == "jordan-drone" || difference.Stream == "incident/jordan-drone");
    }

    [Theory]
    [InlineData("missing", "version 1", "delete from ledger.mt_events where stream_id = 'incident/jordan-drone' and version = 1")]
    [InlineData("missing", "version {last}", "delete from ledger.mt_events where (stream_id, version) in (select id, version from ledger.mt_streams where id = 'incident/jordan-drone')")]
    [InlineData("missing", "version 2", "update ledger.mt_events set is_archived = true where stream_id = 'incident/jordan-drone' and version = 2")]
    [InlineData("missing", "version 2", "update ledger.mt_events set version = 0 where stream_id = 'incident/jordan-drone' and version = 2")]
    [InlineData("missing", "version 2", "update ledger.mt_events set stream_id = 'incident/us-strikes', version = 1000 where stream_id = 'incident/jordan-drone' and version = 2")]
    [InlineData("missing", "version {next}", "update ledger.mt_streams set version = version + 1 where id = 'incident/jordan-drone'")]
    [InlineData("unexpected", "version {last}, of which the stream does not know", "update ledger.mt_streams set version = version - 1 where id = 'incident/jordan-drone'")]
    [InlineData("unexpected", "version 1, of which the stream does not know", "update ledger.mt_streams set version = 0 where id = 'incident/jordan-drone'")]
    [InlineData("unexpected", "version 1, of which the stream does not know", "update ledger.mt_streams set version = null where id = 'incident/jordan-drone'")]
    [InlineData("unexpected", "version {next}, of which the stream does not know", "update ledger.mt_events set version = (select version + 1 from ledger.mt_streams where id = 'incident/jordan-drone') where stream_id = 'incident/jordan-drone' and version = 2")]
    [InlineData("different", "version 3 was recorded before the one that it follows", "update ledger.mt_events set timestamp = timestamp - interval '1 day' where stream_id = 'incident/jordan-drone' and version = 3")]
    [InlineData("different", "version 3 was written before the one that it follows", "update ledger.mt_events set seq_id = -seq_id where stream_id = 'incident/jordan-drone' and version = 3")]
    [InlineData("different", "version 3 was written before the one that it follows", "update ledger.mt_events set version = case version when 2 then -3 else -2 end where stream_id = 'incident/jordan-drone' and version in (2, 3)", "update ledger.mt_events set version = -version where version < 0")]
    public async Task names_the_event_whose_place_in_the_stream_was_changed(string kind, string row, params string[] sql)
    {
        await using var samples = await postgres.WithSamplesAsync();
        var last = await samples.Database.AskAsync<long>("select version from ledger.mt_streams where id = 'incident/jordan-drone'");
        foreach (var damage in sql) (await samples.Database.TellAsync(damage)).ShouldBePositive("the damage must be done to be found");
        (await samples.VerifyAsync()).Differences.ShouldContain(new Difference(kind, "event", "incident/jordan-drone", row.Replace("{last}", $"{last}").Replace("{next}", $"{last + 1}")));
    }

    [Fact]
    public async Task names_what_shows_that_an_event_was_put_later()
    {
        // A time between those of its neighbours breaks no order; the position that it made knows better.
        var found = await AfterAsync("update ledger.mt_events set timestamp = timestamp - interval '1 microsecond' where stream_id = 'incident/kharab-al-jir' and type = 'statement_logged' and data->>'id' = 's4'");
        found.ShouldAllBe(difference => difference.View != "event");
        found.ShouldContain(new Difference("different", "position", "kharab-al-jir", "kharab-al-jir/osdh/k9"));
    }

    [Fact]
    public async Task names_an_event_that_was_put_in_behind_the_streams_back()
    {
        var found = await AfterAsync("""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
            select nextval('ledger.mt_events_sequence'), gen_random_uuid(), stream_id, version + 1, data, type, timestamp, mt_dotnet_type from ledger.mt_events where stream_id = 'incident/jordan-drone' order by version desc limit 1
            """);
        found.ShouldContain(difference => difference.Kind == "unexpected" && difference.View == "event" && difference.Stream == "incident/jordan-drone");
    }

    private async Task<IReadOnlyList<Difference>> AfterAsync(params string[] damage)
    {
        await using var samples = await postgres.WithSamplesAsync();
        var touched = 0;
        foreach (var sql in damage) touched += await samples.Database.TellAsync(sql);
        touched.ShouldBePositive("the damage must be done to be found");
        return (await samples.VerifyAsync()).Differences;
    }
}
