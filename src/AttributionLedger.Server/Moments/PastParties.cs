using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using Marten;
using Npgsql;

namespace AttributionLedger.Moments;

/// <summary>
/// Parties by what was ever recorded of them, also what was undone since: the lists of the register hold what is so now. Each
/// query goes over the whole register at the most, which grows with parties and never with what they say.
/// </summary>
internal static class PastParties
{
    private const string Snapshots = $"{LedgerStore.Schema}.mt_doc_party d join {LedgerStore.Schema}.mt_doc_listedparty p on p.id = d.id";

    /// <summary>The ids that a party went by at a moment: its own, and those of parties that were merged into it then.</summary>
    public static async Task<IReadOnlyList<string>> GoingByAsync(this IQuerySession session, string party, AsOf asOf, CancellationToken ct)
    {
        List<string> ids = [party];
        for (var next = 0; next < ids.Count && ids.Count < Merging.Limit; next++)
        {
            var merged = await session.PartiesAsync(new NpgsqlCommand($"select d.data from {Snapshots} where d.data @> $1::jsonb order by d.id") { Parameters = { new() { Value = Holding("into", ids[next]) } } }, ct);
            ids.AddRange(merged.Where(one => one.At(asOf.KnownAt, asOf.Clock)?.MergedInto?.Value == ids[next] && !ids.Contains(one.Id)).Select(one => one.Id).Take(Merging.Limit - ids.Count));
        }
        return ids;
    }

    /// <summary>Parties in the order of their ids, which no later name changes, as far as a reading of now shows them.</summary>
    /// <param name="after">The id that they come after.</param>
    public static Task<List<Party>> RegisteredAsync(this IQuerySession session, PartyQuery query, string after, DateTimeOffset now, int limit, CancellationToken ct)
    {
        var command = PartyTraces.Command($"""
            select d.data from {Snapshots}
            where p.id > @after and (@kind = '' or p.data->>'kind' = @kind) and (@text = '' or position(@text in p.data->>'search') > 0) and {PartyTraces.IsShown}
            order by p.id limit @limit
            """, query.Audience, now);
        foreach (var (name, value) in new (string, object)[] { ("after", after), ("kind", query.Kind is { } kind ? Spelling.Spelt(kind) : ""), ("text", query.Text ?? ""), ("limit", limit) })
            command.Parameters.Add(new(name, value));
        return session.PartiesAsync(command, ct);
    }

    /// <summary>Parties that were ever said to belong to any of those above, in the order of their ids, as far as a reading of now shows them.</summary>
    /// <param name="from">The first id.</param>
    public static Task<List<Party>> EverBelowAsync(this IQuerySession session, IEnumerable<string> above, string from, Audience audience, DateTimeOffset now, int limit, CancellationToken ct)
    {
        var command = PartyTraces.Command($"select d.data from {Snapshots} where d.data @> any(@above::jsonb[]) and p.id >= @from and {PartyTraces.IsShown} order by p.id limit @limit", audience, now);
        foreach (var (name, value) in new (string, object)[] { ("above", above.Select(id => Holding("to", id)).ToArray()), ("from", from), ("limit", limit) })
            command.Parameters.Add(new(name, value));
        return session.PartiesAsync(command, ct);
    }

    /// <summary>Whether the reading shows the party, and it was registered by then.</summary>
    public static async Task<bool> IsShownAsync(this IQuerySession session, string id, AsOf asOf, DateTimeOffset now, CancellationToken ct) =>
        (await session.ShownAsync([id], asOf.Audience, now, ct)).Contains(id) && (await session.LoadAsync<Party>(id, ct))?.At(asOf.KnownAt, asOf.Clock) is not null;

    /// <summary>What the snapshot of a party holds one of whose facts names another under a field.</summary>
    private static string Holding(string field, string party) =>
        JsonSerializer.Serialize(new { facts = new[] { new { fact = new { body = new Dictionary<string, string> { [field] = party } } } } });

    private static async Task<List<Party>> PartiesAsync(this IQuerySession session, NpgsqlCommand command, CancellationToken ct)
    {
        await using var own = command;
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var parties = new List<Party>();
        while (await reader.ReadAsync(ct)) parties.Add(JsonSerializer.Deserialize<Party>(reader.GetString(0), LedgerJson.Options)!);
        return parties;
    }
}
