using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Store;
using Marten;
using Microsoft.Extensions.Caching.Memory;

namespace AttributionLedger.PartyRegister;

/// <summary>
/// Parties as they were read last, for those who look them up again and again. Whether one has changed is asked of PostgreSQL
/// each time, for all of them in one look-up by key.
/// </summary>
public sealed class KeptParties(LedgerStore store) : IDisposable
{
    /// <summary>Parties, weighed by their facts: some tens of megabytes at most.</summary>
    private const int WeightLimit = 200_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = WeightLimit });

    /// <summary>The parties with all that stand above them, or once did. Ids under which nobody is registered are left out.</summary>
    public async Task<IReadOnlyList<Party>> LoadWithAncestorsAsync(IEnumerable<PartyId> ids, CancellationToken ct)
    {
        await using var session = store.Reading();
        return await LoadWithAncestorsAsync(session, ids, ct);
    }

    /// <summary>The same at the moment of a session.</summary>
    public async Task<IReadOnlyList<Party>> LoadWithAncestorsAsync(IQuerySession session, IEnumerable<PartyId> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0) return [];
        var known = Known(wanted);
        if (known is not null && await AreUnchangedAsync(session, known, ct)) return known;
        var loaded = await session.LoadWithAncestorsAsync(wanted, ct);
        foreach (var party in loaded) kept.Set(PartyId.Of(party.Id), party, new MemoryCacheEntryOptions { Size = party.Facts.Count });
        return loaded;
    }

    /// <summary>Null where one of them, or of those above them, is not kept.</summary>
    private List<Party>? Known(List<PartyId> wanted)
    {
        var seen = new HashSet<PartyId>(wanted);
        var todo = new Queue<PartyId>(wanted);
        var known = new List<Party>();
        while (todo.TryDequeue(out var id))
        {
            if (!kept.TryGetValue(id, out Party? party)) return null;
            known.Add(party!);
            foreach (var above in Ancestry.Above(party!).Select(PartyId.Of).Where(seen.Add)) todo.Enqueue(above);
        }
        return known;
    }

    private static Task<bool> AreUnchangedAsync(IQuerySession session, List<Party> parties, CancellationToken ct) => session.EndAtAsync(
        [.. parties.Select(party => StreamKeys.Of(PartyId.Of(party.Id)))], [.. parties.Select(party => (long)party.Facts.Count)], ct);

    public void Dispose() => kept.Dispose();
}
