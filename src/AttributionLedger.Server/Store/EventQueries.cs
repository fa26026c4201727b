using System.Data.Common;
using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using Marten;
using Npgsql;

namespace AttributionLedger.Store;

/// <summary>
/// The part of an incident's stream that bears on a few parties or statements, found by PostgreSQL: a reversal refolds what
/// it touches, and need not bring the whole stream here.
/// </summary>
internal static class EventQueries
{
    private const string Select = $"select type, data, timestamp, version from {LedgerStore.Schema}.mt_events where stream_id = $1 and version < $2 and ";

    private static readonly string[] Narrowing =
        [EventNames.Of<IncidentEvent.TermsRenegotiated>(), EventNames.Of<IncidentEvent.ConsentWithdrawn>(), EventNames.Of<IncidentEvent.ReversalStruck>()];

    private static readonly string[] Reversals =
    [
        EventNames.Of<IncidentEvent.StatementRetracted>(), EventNames.Of<IncidentEvent.StatementCorrected>(), EventNames.Of<IncidentEvent.TermsRenegotiated>(),
        EventNames.Of<IncidentEvent.ConsentWithdrawn>(), EventNames.Of<IncidentEvent.VoiceSettled>(), EventNames.Of<IncidentEvent.EntryStruck>(), EventNames.Of<IncidentEvent.ReversalStruck>(),
        EventNames.Of<IncidentEvent.EvidenceGone>(), EventNames.Of<IncidentEvent.StatementLinked>()
    ];

    private static readonly string[] Frames =
        [EventNames.Of<IncidentEvent.IncidentOpened>(), EventNames.Of<IncidentEvent.IncidentRevised>(), EventNames.Of<IncidentEvent.ClaimFramed>(), EventNames.Of<IncidentEvent.ClaimReworded>()];

    /// <summary>What the parties said and were asked, and every reversal, before a version.</summary>
    public static Task<List<Recorded<IncidentEvent>>> HeardOfAsync(this IQuerySession session, string key, long before, IEnumerable<PartyId> parties, CancellationToken ct) => FetchAsync(session, Select + $"""
        (type = any($4)
         or (type = 'comment_sought' and data->>'of' = any($3))
         or case when type = 'statement_logged' then data->>'id' else data->>'statement' end in (
            select data->>'id' from {LedgerStore.Schema}.mt_events
            where stream_id = $1 and type = 'statement_logged' and (data->'statement'->'by' ?| $3 or data->'statement'->>'channel' = any($3))))
        order by version
        """, key, before, [.. parties.Select(party => party.Value)], ct);

    /// <summary>The incident as the desk framed it: its opening, its claims, and how both were worded since.</summary>
    public static Task<List<Recorded<IncidentEvent>>> FramesAsync(this IQuerySession session, string key, CancellationToken ct) =>
        FetchAsync(session, Select + "type = any($3) and not type = any($4) order by version", key, long.MaxValue, Frames, ct);

    /// <summary>What was logged about the statements, and every strike, before a version.</summary>
    public static Task<List<Recorded<IncidentEvent>>> AboutAsync(this IQuerySession session, string key, long before, IEnumerable<EntryId> statements, CancellationToken ct) => FetchAsync(session, Select + """
        (type = any($4) or case when type = 'statement_logged' then data->>'id' else data->>'statement' end = any($3))
        order by version
        """, key, before, [.. statements.Select(statement => statement.Value)], ct);

    /// <summary>What follows a version in an incident's stream, in its order.</summary>
    public static async Task<List<Recorded<IncidentEvent>>> AfterAsync(this NpgsqlDataSource source, string key, long version, int limit, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand($"select type, data, timestamp, version from {LedgerStore.Schema}.mt_events where stream_id = $1 and version > $2 order by version limit $3", connection)
        {
            Parameters = { new() { Value = key }, new() { Value = version }, new() { Value = limit } }
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var facts = new List<Recorded<IncidentEvent>>();
        while (await reader.ReadAsync(ct)) facts.Add(await FactAsync(reader, ct));
        return facts;
    }

    /// <summary>Whether a stream holds what decides when, or whether ever, an earlier entry may be published.</summary>
    public static async Task<bool> NarrowsAsync(this NpgsqlDataSource source, string key, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand($"""
            select exists (select 1 from {LedgerStore.Schema}.mt_events
            where stream_id = $1 and (type = any($2) or (type = '{EventNames.Of<IncidentEvent.StatementLogged>()}' and data->'statement'->'setting'->>'embargoUntil' is not null)))
            """, connection)
        {
            Parameters = { new() { Value = key }, new() { Value = Narrowing } }
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>The last events of a stream before a version, the newest first, with their place among all events.</summary>
    public static async Task<List<(Recorded<IncidentEvent> Fact, long Sequence)>> LastAsync(this IQuerySession session, string key, long before, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select type, data, timestamp, version, seq_id from {LedgerStore.Schema}.mt_events where stream_id = $1 and version < $2 order by version desc limit $3")
        {
            Parameters = { new() { Value = key }, new() { Value = before }, new() { Value = limit } }
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var last = new List<(Recorded<IncidentEvent>, long)>();
        while (await reader.ReadAsync(ct)) last.Add((await FactAsync(reader, ct), reader.GetInt64(4)));
        return last;
    }

    /// <summary>The events by which entries of these ids came on record; a claim and the opening have no id of that kind.</summary>
    public static Task<List<Recorded<IncidentEvent>>> BegunAsync(this IQuerySession session, string key, IEnumerable<EntryId> entries, CancellationToken ct) =>
        FetchAsync(session, Select + "data->>'id' = any($3) order by version", [key, long.MaxValue, entries.Select(entry => entry.Value).Distinct().ToArray()], ct);

    /// <summary>The statements that were ever corrected, whether that stands or not: what they say now may not be what they said.</summary>
    public static async Task<List<string>> CorrectedAsync(this IQuerySession session, string key, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select distinct data->>'statement' from {LedgerStore.Schema}.mt_events where stream_id = $1 and type = $2")
        {
            Parameters = { new() { Value = key }, new() { Value = EventNames.Of<IncidentEvent.StatementCorrected>() } }
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var corrected = new List<string>();
        while (await reader.ReadAsync(ct)) corrected.Add(reader.GetString(0));
        return corrected;
    }

    private static Task<List<Recorded<IncidentEvent>>> FetchAsync(IQuerySession session, string sql, string key, long before, string[] wanted, CancellationToken ct) =>
        FetchAsync(session, sql, [key, before, wanted, Reversals], ct);

    private static async Task<List<Recorded<IncidentEvent>>> FetchAsync(IQuerySession session, string sql, object[] parameters, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var facts = new List<Recorded<IncidentEvent>>();
        while (await reader.ReadAsync(ct))
            facts.Add(await FactAsync(reader, ct));
        return facts;
    }

    private static async Task<Recorded<IncidentEvent>> FactAsync(DbDataReader reader, CancellationToken ct) =>
        new((IncidentEvent)JsonSerializer.Deserialize((await reader.GetFieldValueAsync<byte[]>(1, ct)).AsSpan(), EventNames.TypeOf(reader.GetString(0)), LedgerJson.Options)!,
            (await reader.GetFieldValueAsync<DateTimeOffset>(2, ct)).ToUniversalTime(), reader.GetInt64(3));
}
