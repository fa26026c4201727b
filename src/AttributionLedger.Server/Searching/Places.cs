using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.SearchIndex;
using AttributionLedger.Views;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace AttributionLedger.Searching;

/// <summary>Where something was found.</summary>
internal sealed record Place(string Id, SearchKind Kind, string Incident, string Entry, double Rank);

/// <summary>What PostgreSQL is asked.</summary>
/// <param name="Matching">What must hold, as a <c>tsquery</c>.</param>
/// <param name="Exact">What puts one before all that have it in another form only; empty where nothing does.</param>
/// <param name="Wide">What makes one fit better than another.</param>
/// <param name="Kinds">What may be found.</param>
/// <param name="Statuses">Of statements.</param>
/// <param name="Beyond">The last of the page before; null for the first page.</param>
internal sealed record Asked(
    string Matching, string Exact, string Wide, IReadOnlyCollection<SearchKind> Kinds, IReadOnlyCollection<StatementStatus> Statuses, AsOf AsOf, bool ByRank, (double Rank, string Id)? Beyond, int Limit);

internal static class Places
{
    /// <summary>
    /// The first places in the order that is asked for, and how many there are in all: one look at the index, of which no
    /// more than the latest <see cref="SearchEngine.CountLimit"/> are weighed.
    /// </summary>
    public static async Task<(List<Place> Places, int Count)> FindAsync(this IQuerySession session, Asked asked, CancellationToken ct)
    {
        var isInternal = asked.AsOf.Audience == Audience.Internal;
        var rank = asked is { ByRank: true, Exact.Length: > 0 } ? "(ts_rank(@weights, s.vector, @wide::tsquery, 1) + (s.vector @@ @exact::tsquery)::int)::float8" : "0::float8";
        var command = PartyTraces.Command($"""
            with hit as materialized (
                select s.id, s.kind, s.incident, s.entry, s.known, {rank} as rank from {SearchTables.Texts} s
                where s.vector @@ @matching::tsquery and s.reading in (0, @reading) and s.clock in (0, @clock) and s.since <= @knownAt and s.until > @knownAt
                    and s.said_from <= @saidBy and s.said_until > @saidBy and s.kind = any(@kinds) and (s.kind <> 1 or s.status = any(@statuses))
                    {(isInternal ? "" : $"and s.open_from <= @knownAt and (s.kind <> 4 or exists (select 1 from (select s.entry) p(id) where {PartyTraces.IsShown}))")}
                order by s.known desc limit {SearchEngine.CountLimit + 1})
            select total.count, r.id, r.kind, r.incident, r.entry, r.rank from (select count(*) as count from hit) total
            left join (
                select * from hit where @beyondId = '' or (rank, known, id) < (@beyondRank, coalesce((select max(known) from {SearchTables.Texts} where id = @beyondId), 'infinity'), @beyondId)
                order by rank desc, known desc, id desc limit @limit) r on true
            order by r.rank desc, r.known desc, r.id desc
            """, asked.AsOf.Audience, asked.AsOf.KnownAt);
        await using (command)
        {
            command.Parameters.AddRange(new NpgsqlParameter[]
            {
                new("matching", asked.Matching), new("exact", asked.Exact), new("wide", asked.Wide), new("weights", NpgsqlDbType.Array | NpgsqlDbType.Real) { Value = Weights },
                new("reading", (short)(isInternal ? RowReading.Desk : RowReading.Public)), new("clock", (short)(asked.AsOf.Clock == Basics.Clock.Recorded ? RowClock.Recorded : RowClock.Noted)),
                new("knownAt", asked.AsOf.KnownAt), new("saidBy", asked.AsOf.SaidBy), new("kinds", asked.Kinds.Select(kind => (short)kind).ToArray()), new("statuses", asked.Statuses.Select(status => (short)status).ToArray()),
                new("beyondId", asked.Beyond?.Id ?? ""), new("beyondRank", asked.Beyond?.Rank ?? 0), new("limit", asked.Limit)
            });
            await using var reader = await session.ExecuteReaderAsync(command, ct);
            var (places, count) = (new List<Place>(), 0);
            while (await reader.ReadAsync(ct))
            {
                count = (int)reader.GetInt64(0);
                if (!reader.IsDBNull(1)) places.Add(new(reader.GetString(1), (SearchKind)reader.GetInt16(2), reader.GetString(3), reader.GetString(4), reader.GetDouble(5)));
            }
            return (places, count);
        }
    }

    /// <summary>Of facets, which names stand for; of the texts beside, of the words, of names and headlines.</summary>
    private static readonly float[] Weights = [0.4f, 0.2f, 0.5f, 1f];
}
