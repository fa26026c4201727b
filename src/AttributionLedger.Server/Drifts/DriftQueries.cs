using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using Marten;

namespace AttributionLedger.Drifts;

/// <summary>On which incidents a party is heard.</summary>
internal static class DriftQueries
{
    /// <summary>
    /// The incidents on which any of the parties spoke, as the reading of now holds it; the one on which it spoke last first.
    /// Looks once at each incident on which they come up.
    /// </summary>
    /// <param name="before">When and where the party spoke last on the last incident of the page before.</param>
    public static async Task<List<(string Incident, DateTimeOffset LastSpoke)>> HeardOnAsync(
        this IQuerySession session, IEnumerable<string> parties, (DateTimeOffset LastSpoke, string Incident) before, int limit, Audience audience, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = PartyTraces.Command($"""
            select s.incident, max(s.last) from unnest(@parties) as own(id) cross join lateral (
                select a.incident, {PartyTraces.LastSpoke} as last from {LedgerStore.Schema}.mt_doc_appearancerow a where a.party = own.id) s
            where s.last is not null group by s.incident having (max(s.last), s.incident) < (@before, @incident)
            order by 2 desc, 1 desc limit @limit
            """, audience, now);
        command.Parameters.Add(new("parties", parties.ToArray()));
        command.Parameters.Add(new("before", before.LastSpoke));
        command.Parameters.Add(new("incident", before.Incident));
        command.Parameters.Add(new("limit", limit));
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var incidents = new List<(string, DateTimeOffset)>();
        while (await reader.ReadAsync(ct)) incidents.Add((reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1)));
        return incidents;
    }
}
