using System.Data.Common;
using System.Text.Json;
using AttributionLedger.Incidents;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.SearchIndex;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;
using Npgsql;

namespace AttributionLedger.Searching;

/// <summary>Where something was found.</summary>
internal sealed record Place(string Id, SearchKind Kind, string Incident, string Entry, double Rank);

/// <summary>A page of what was found, with what shows it as it is now.</summary>
/// <param name="Count">Of all pages.</param>
/// <param name="Statements">Rows of the views, by their ids; none for a past moment, in which they were others.</param>
/// <param name="Incidents">By their ids; with their claims where one was found.</param>
internal sealed record FoundPlaces(IReadOnlyList<Place> Places, int Count, IReadOnlyDictionary<string, StatementRow> Statements, IReadOnlyDictionary<string, Incident> Incidents);

/// <summary>What PostgreSQL is asked.</summary>
/// <param name="Matching">What must hold, as a <c>tsquery</c>.</param>
/// <param name="Exact">What puts one before all that have it in another form only; empty where nothing does.</param>
/// <param name="Wide">What makes one fit better than another.</param>
/// <param name="Kinds">What may be found.</param>
/// <param name="Statuses">Of statements.</param>
/// <param name="IsOfNow">Rows of the views show it.</param>
/// <param name="Beyond">The last of the page before; null for the first page.</param>
internal sealed record Asked(
    string Matching, string Exact, string Wide, IReadOnlyCollection<SearchKind> Kinds, IReadOnlyCollection<StatementStatus> Statuses, AsOf AsOf, bool IsOfNow, bool ByRank,
    (double Rank, string Id)? Beyond, int Limit);

internal static class Places
{
    // What a row of the answer is, in their order.
    private const int Total = 0, Hit = 1, Frame = 2;

    /// <summary>
    /// The first places in the order that is asked for, how many there are in all, and what shows them: one look at the index,
    /// of which no more than the latest <see cref="SearchEngine.CountLimit"/> are weighed, and one trip.
    /// </summary>
    public static async Task<FoundPlaces> FindAsync(this IQuerySession session, Asked asked, CancellationToken ct)
    {
        await using var command = Question(asked);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var (places, count, statements, incidents) = (new List<Place>(), 0, new Dictionary<string, StatementRow>(), new Dictionary<string, Incident>());
        while (await reader.ReadAsync(ct))
            switch (reader.GetInt32(0))
            {
                case Total: count = (int)reader.GetDouble(5); break;
                case Frame: incidents[reader.GetString(1)] = Read<Incident>(reader); break;
                default:
                    places.Add(new(reader.GetString(1), (SearchKind)reader.GetInt16(2), reader.GetString(3), reader.GetString(4), reader.GetDouble(5)));
                    if (!reader.IsDBNull(6) && Read<StatementRow>(reader) is var row) statements[row.Id] = row;
                    break;
            }
        return new(places, count, statements, incidents);
    }

    // What is weighed is narrow, and read again where it is shown: what ranks thousands moves no more of them than it must.
    private static NpgsqlCommand Question(Asked asked)
    {
        var isInternal = asked.AsOf.Audience == Audience.Internal;
        var command = PartyTraces.Command($"""
            with hit as materialized (
                select s.ctid as at, s.id, s.known, {Rank(asked)} as rank from {SearchTables.Texts} s
                where s.vector @@ (select @matching::tsquery) and (s.reading = 0 or s.reading = @reading) and (s.clock = 0 or s.clock = @clock) and s.since <= @knownAt and s.until > @knownAt
                    and s.said_from <= @saidBy and s.said_until > @saidBy {Narrowed(asked)}
                    {(isInternal ? "" : $"and s.open_from <= @knownAt and (s.kind <> {(short)SearchKind.Party} or exists (select 1 from (select s.entry) p(id) where {PartyTraces.IsShown}))")}
                order by s.known desc limit {SearchEngine.CountLimit + 1}),
            page as materialized (
                select s.id, s.kind, s.incident, s.entry, s.known, r.rank from (
                    select * from hit {(asked.Beyond is null ? "" : $"where (rank, known, id) < (@beyondRank, coalesce((select max(known) from {SearchTables.Texts} where id = @beyondId), 'infinity'), @beyondId)")}
                    order by rank desc, known desc, id desc limit @limit) r
                join {SearchTables.Texts} s on s.ctid = r.at)
            select {Total} as what, null, null, null, null, count(*)::float8, null::jsonb, null::timestamptz from hit
            union all
            select {Hit}, p.id, p.kind, p.incident, p.entry, p.rank, {(asked.IsOfNow ? "d.data" : "null")}, p.known from page p
            {(asked.IsOfNow ? $"left join {LedgerStore.Schema}.mt_doc_statementrow d on p.kind = {(short)SearchKind.Statement} and d.id = p.incident || '/' || p.entry" : "")}
            union all
            select {Frame}, d.id, null, null, null, null, case when own.has_claims then d.data else d.data || '{Frameless}' end, null
            from (select incident, bool_or(kind = {(short)SearchKind.Claim}) as has_claims from page group by incident) own join {LedgerStore.Schema}.mt_doc_incident d on d.id = own.incident
            order by 1, 6 desc, 8 desc, 2 desc
            """, asked.AsOf.Audience, asked.AsOf.KnownAt);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new("matching", asked.Matching), new("exact", asked.Exact), new("wide", asked.Wide),
            new("reading", (short)(isInternal ? RowReading.Desk : RowReading.Public)), new("clock", (short)(asked.AsOf.Clock == Basics.Clock.Recorded ? RowClock.Recorded : RowClock.Noted)),
            new("knownAt", asked.AsOf.KnownAt), new("saidBy", asked.AsOf.SaidBy),
            new("beyondId", asked.Beyond?.Id ?? ""), new("beyondRank", asked.Beyond?.Rank ?? 0), new("limit", asked.Limit)
        });
        return command;
    }

    /// <summary>What an incident is shown by without what is about its claims, of which there may be hundreds.</summary>
    private const string Frameless = """{"claims": [], "links": [], "independence": []}""";

    // Numbers of the ledger's own, written out: what is asked of each of thousands of rows must be nothing but a comparison.
    private static string Narrowed(Asked asked)
    {
        var kinds = asked.Kinds.Count == Enum.GetValues<SearchKind>().Length ? "" : $"and s.kind in ({string.Join(", ", asked.Kinds.Select(kind => (short)kind))})";
        return $"{kinds} and (s.kind <> {(short)SearchKind.Statement} or s.status in ({string.Join(", ", asked.Statuses.Select(status => (short)status))}))";
    }

    // Where the words have no other forms, everything that matches has them just as they were asked.
    private static string Rank(Asked asked) => asked switch
    {
        { ByRank: false } or { Exact: "" } => "0::float8",
        _ when asked.Exact == asked.Wide => $"({Weighed} + 1)::float8",
        _ => $"({Weighed} + (s.vector @@ (select @exact::tsquery))::int)::float8"
    };

    /// <summary>The weights are of facets, which names stand for; of the texts beside, of the words, of names and headlines.</summary>
    private const string Weighed = "ts_rank('{0.4, 0.2, 0.5, 1}', s.vector, (select @wide::tsquery), 1)";

    private static T Read<T>(DbDataReader reader) => JsonSerializer.Deserialize<T>(reader.GetFieldValue<byte[]>(6), LedgerJson.Options)!;
}
