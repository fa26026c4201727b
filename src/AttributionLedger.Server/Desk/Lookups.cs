using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Store;
using Marten;

namespace AttributionLedger.Desk;

/// <summary>
/// The rows that a batch of commands asks for. Decisions are pure, so the batch is simply decided again until it asks for
/// nothing that was not looked up: every row is fetched by key, many at a time, and none that no decision wants.
/// </summary>
internal sealed class Lookups
{
    /// <summary>Rounds until a batch asks for nothing new; a chain of affiliations takes one a level.</summary>
    private const int RoundLimit = 80;

    private readonly Dictionary<string, Party?> parties = [];
    private readonly Dictionary<string, EntryRow?> entries = [];
    private readonly Dictionary<string, bool> incidents = [];
    private readonly HashSet<string> wantedParties = [], wantedEntries = [], wantedIncidents = [];

    public Party? Party(PartyId id) => Look(parties, wantedParties, id.Value);
    public EntryRow? Entry(string rowId) => Look(entries, wantedEntries, rowId);
    public bool Holds(IncidentId id) => Look(incidents, wantedIncidents, id.Value);

    /// <summary>Decides until nothing more is wanted, and returns the last outcome.</summary>
    public async Task<TOutcome> SettleAsync<TOutcome>(IQuerySession session, Func<TOutcome> decide, CancellationToken ct)
    {
        for (var round = 0; round < RoundLimit; round++)
        {
            var outcome = decide();
            if (wantedParties.Count + wantedEntries.Count + wantedIncidents.Count == 0) return outcome;
            await FetchAsync(session, ct);
        }
        throw new InvalidOperationException("A batch of commands asks for ever more rows.");
    }

    private async Task FetchAsync(IQuerySession session, CancellationToken ct)
    {
        if (wantedParties.Count > 0) Fill(parties, wantedParties, (await session.LoadManyAsync<Party>(ct, [.. wantedParties])).ToDictionary(party => party.Id));
        if (wantedEntries.Count > 0) Fill(entries, wantedEntries, (await session.LoadManyAsync<EntryRow>(ct, [.. wantedEntries])).ToDictionary(row => row.Id));
        if (wantedIncidents.Count > 0) Fill(incidents, wantedIncidents, (await session.LoadManyAsync<Incident>(ct, [.. wantedIncidents])).ToDictionary(incident => incident.Id, _ => true));
    }

    private static T? Look<T>(Dictionary<string, T?> known, HashSet<string> wanted, string id)
    {
        if (known.TryGetValue(id, out var found)) return found;
        wanted.Add(id);
        return default;
    }

    private static void Fill<T>(Dictionary<string, T?> known, HashSet<string> wanted, Dictionary<string, T> found)
    {
        foreach (var id in wanted) known[id] = found.GetValueOrDefault(id);
        wanted.Clear();
    }
}
