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
/// <param name="memory">What this process remembers of parties, to be confirmed; null to remember none.</param>
internal sealed class Lookups(Memory? memory = null)
{
    /// <summary>Rounds until a batch asks for nothing new; a chain of affiliations takes one a level.</summary>
    private const int RoundLimit = 80;

    private readonly Dictionary<string, Party?> parties = [];
    private readonly Dictionary<string, EntryRow?> entries = [];
    private readonly Dictionary<string, bool> incidents = [];
    private readonly HashSet<string> wantedParties = [], wantedEntries = [], wantedIncidents = [], remembered = [];

    public Party? Party(PartyId id)
    {
        if (parties.TryGetValue(id.Value, out var found)) return found;
        if (memory?.Party(id) is not { } party)
        {
            wantedParties.Add(id.Value);
            return null;
        }
        remembered.Add(id.Value);
        return parties[id.Value] = party;
    }

    public EntryRow? Entry(string rowId) => Look(entries, wantedEntries, rowId);
    public bool Holds(IncidentId id) => Look(incidents, wantedIncidents, id.Value);

    /// <summary>The streams of the parties that were remembered and are to be confirmed.</summary>
    public string[] Unconfirmed => [.. remembered.Select(id => StreamKeys.Of(PartyId.Of(id)))];

    /// <summary>Forgets the parties of which more is on record than was remembered.</summary>
    public void Confirm(IReadOnlyDictionary<string, long> versions)
    {
        foreach (var id in remembered.Where(id => versions.GetValueOrDefault(StreamKeys.Of(PartyId.Of(id))) != parties[id]!.Facts.Count))
        {
            parties.Remove(id);
            wantedParties.Add(id);
        }
        remembered.Clear();
    }

    /// <summary>Decides until nothing more is wanted, and returns the last outcome.</summary>
    public async Task<TOutcome> SettleAsync<TOutcome>(IQuerySession session, Func<TOutcome> decide, CancellationToken ct)
    {
        for (var round = 0; round < RoundLimit; round++)
        {
            await FetchAsync(session, ct);
            var outcome = decide();
            if (remembered.Count > 0) Confirm(await session.VersionsAsync(Unconfirmed, ct));
            if (wantedParties.Count + wantedEntries.Count + wantedIncidents.Count == 0) return outcome;
        }
        throw new InvalidOperationException("A batch of commands asks for ever more rows.");
    }

    /// <summary>Fetches all that is wanted in one trip.</summary>
    private async Task FetchAsync(IQuerySession session, CancellationToken ct)
    {
        if (wantedParties.Count + wantedEntries.Count + wantedIncidents.Count == 0) return;
        var batch = session.CreateBatchQuery();
        var (foundParties, foundEntries, foundIncidents) = (Load<Party>(batch, wantedParties), Load<EntryRow>(batch, wantedEntries), Load<Incident>(batch, wantedIncidents));
        await batch.Execute(ct);
        foreach (var party in await foundParties) memory?.Keep(party);
        Fill(parties, wantedParties, (await foundParties).ToDictionary(party => party.Id));
        Fill(entries, wantedEntries, (await foundEntries).ToDictionary(row => row.Id));
        Fill(incidents, wantedIncidents, (await foundIncidents).ToDictionary(incident => incident.Id, _ => true));
    }

    private static Task<IReadOnlyList<T>> Load<T>(Marten.Services.BatchQuerying.IBatchedQuery batch, HashSet<string> wanted) where T : class =>
        wanted.Count > 0 ? batch.LoadMany<T>().ById(wanted.ToArray()) : Task.FromResult<IReadOnlyList<T>>([]);

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
