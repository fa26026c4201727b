using System.Text.Json;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using Marten;
using Npgsql;

namespace AttributionLedger.PartyRegister;

/// <summary>The lists of the register, as one reading shows them.</summary>
internal static class PartyQueries
{
    /// <param name="after">The name and the id of the last party of the page before.</param>
    public static Task<List<ListedPartyShape>> ListedAsync(this IQuerySession session, PartyQuery query, (string Name, string Id) after, DateTimeOffset now, CancellationToken ct)
    {
        var command = PartyTraces.Command($"""
            select p.id, p.name, p.data->>'kind', p.merged_into from {LedgerStore.Schema}.mt_doc_listedparty p
            where (p.name, p.id) > (@name, @id) and (@kind = '' or p.data->>'kind' = @kind) and (@text = '' or position(@text in p.data->>'search') > 0) and {PartyTraces.IsShown}
            order by p.name, p.id limit @limit
            """, query.Audience, now);
        command.With("name", after.Name).With("id", after.Id).With("kind", query.Kind is { } kind ? Spelling.Spelt(kind) : "").With("text", query.Text ?? "").With("limit", query.Limit + 1);
        return session.FetchAsync(command, reader => new ListedPartyShape(
            reader.GetString(0), reader.GetString(1), JsonSerializer.Deserialize<PartyKind>($"\"{reader.GetString(2)}\"", LedgerJson.Options), reader.IsDBNull(3) ? null : reader.GetString(3)), ct);
    }

    /// <summary>Those of the parties that the reading shows.</summary>
    public static async Task<IReadOnlySet<string>> ShownAsync(this IQuerySession session, IEnumerable<string> ids, Audience audience, DateTimeOffset now, CancellationToken ct) =>
        (await session.FetchAsync(PartyTraces.Command($"select p.id from {LedgerStore.Schema}.mt_doc_listedparty p where p.id = any(@ids) and {PartyTraces.IsShown}", audience, now)
            .With("ids", ids.Distinct().ToArray()), reader => reader.GetString(0), ct)).ToHashSet();

    /// <summary>Who belongs to any of the parties, in the order of the rows' ids.</summary>
    public static Task<List<AffiliationRow>> BelowAsync(this IQuerySession session, IEnumerable<string> above, string after, int limit, Audience audience, DateTimeOffset now, CancellationToken ct) =>
        session.FetchAsync(PartyTraces.Command($"""
            select b.data from unnest(@above) as own(id) cross join lateral (
                select p.row_id, p.data from (select r.id as row_id, r.party as id, r.data from {LedgerStore.Schema}.mt_doc_affiliationrow r where r.above = own.id and r.id > @after) p
                where {PartyTraces.IsShown} order by p.row_id limit @limit) b
            order by b.row_id limit @limit
            """, audience, now).With("above", above.ToArray()).With("after", after).With("limit", limit),
            reader => JsonSerializer.Deserialize<AffiliationRow>(reader.GetString(0), LedgerJson.Options)!, ct);

    /// <summary>The incidents on which any of the parties comes up, in the order of their ids.</summary>
    public static Task<List<(string Incident, bool Asked, bool Named, DateTimeOffset? LastSpoke)>> AppearancesAsync(
        this IQuerySession session, IEnumerable<string> parties, string after, int limit, Audience audience, DateTimeOffset now, CancellationToken ct) =>
        session.FetchAsync(PartyTraces.Command($"""
            select s.incident, bool_or(s.asked), bool_or(s.named), max(s.last) from unnest(@parties) as own(id) cross join lateral (
                select * from (
                    select a.incident, {PartyTraces.Asked} as asked, ({PartyTraces.Named} or {PartyTraces.Raised}) as named, {PartyTraces.LastSpoke} as last
                    from {LedgerStore.Schema}.mt_doc_appearancerow a where a.party = own.id and a.incident > @after) seen
                where seen.asked or seen.named or seen.last is not null order by seen.incident limit @limit) s
            group by s.incident order by s.incident limit @limit
            """, audience, now).With("parties", parties.ToArray()).With("after", after).With("limit", limit),
            reader => (reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2), reader.IsDBNull(3) ? (DateTimeOffset?)null : reader.GetFieldValue<DateTimeOffset>(3)), ct);

    private static NpgsqlCommand With(this NpgsqlCommand command, string name, object value)
    {
        command.Parameters.Add(new(name, value));
        return command;
    }

    private static async Task<List<T>> FetchAsync<T>(this IQuerySession session, NpgsqlCommand command, Func<System.Data.Common.DbDataReader, T> read, CancellationToken ct)
    {
        await using var own = command;
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }
}
