using AttributionLedger.Benchmarks.Loads;
using Npgsql;

namespace AttributionLedger.Benchmarks.Peers;

/// <summary>Marten's two tables of events, in the ledger's schema or in a clone: the same columns, indexes, keys and rows.</summary>
internal sealed class MartenTables(NpgsqlDataSource source, string schema)
{
    public const string Original = "ledger";

    /// <summary>Makes a clone with all that the ledger's own tables hold.</summary>
    public static async Task<MartenTables> CloneAsync(NpgsqlDataSource source, string schema)
    {
        await source.RunAsync($"""
            create schema {schema};
            create table {schema}.mt_streams (like {Original}.mt_streams including all);
            create table {schema}.mt_events (like {Original}.mt_events including all);
            insert into {schema}.mt_streams select * from {Original}.mt_streams;
            insert into {schema}.mt_events select * from {Original}.mt_events order by seq_id;
            alter table {schema}.mt_events add foreign key (stream_id) references {schema}.mt_streams (id) on delete cascade;
            create sequence {schema}.mt_events_sequence;
            select setval('{schema}.mt_events_sequence', (select max(seq_id) from {schema}.mt_events));
            """);
        return new(source, schema);
    }

    /// <summary>The streams' keys and versions.</summary>
    public async Task<Dictionary<string, long>> VersionsAsync()
    {
        var versions = new Dictionary<string, long>();
        await using var command = source.CreateCommand($"select id, version from {schema}.mt_streams");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) versions[reader.GetString(0)] = reader.GetInt64(1);
        return versions;
    }

    /// <param name="arm">The letter that the ids of the arm's statements begin with.</param>
    public async Task<long?> CountAsync(char arm) =>
        await source.AskAsync<long>($"select count(*) from {schema}.mt_events where type = 'statement_logged' and data->>'id' ~ '^{arm}[0-9]+$'");

    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var twice = await source.AskAsync<long>($"select count(*) - count(distinct (stream_id, data->>'id')) from {schema}.mt_events where type = 'statement_logged'");
        var gaps = await source.AskAsync<long>($"""
            select count(*) from {schema}.mt_streams s join (select stream_id, count(*) as held, max(version) as last from {schema}.mt_events group by stream_id) e on e.stream_id = s.id
            where e.held <> e.last or e.last <> s.version
            """);
        return [.. new[] { (twice, "statements stand there twice"), (gaps, "streams have a gap") }.Where(found => found.Item1 > 0).Select(found => $"{found.Item1} {found.Item2}")];
    }
}
