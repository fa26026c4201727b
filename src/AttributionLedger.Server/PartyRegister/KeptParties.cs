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
        return await LoadWithAncestorsAsync(session, ids, null, ct);
    }

    /// <summary>The same at the moment of a session.</summary>
    /// <param name="last">The last event of the ledger, where none before it can still come to light; null where that is not known. What was looked up at the same needs no look.</param>
    public async Task<IReadOnlyList<Party>> LoadWithAncestorsAsync(IQuerySession session, IEnumerable<PartyId> ids, long? last, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0) return [];
        var known = Known(wanted);
        if (known is not null && ((last is not null && known.All(one => one.SeenAt == last)) || await AreUnchangedAsync(session, known, ct)))
        {
            foreach (var one in known) one.SeenAt = last ?? one.SeenAt;
            return [.. known.Select(one => one.Party)];
        }
        var loaded = await session.LoadWithAncestorsAsync(wanted, ct);
        foreach (var party in loaded) kept.Set(PartyId.Of(party.Id), new Kept(party) { SeenAt = last }, new MemoryCacheEntryOptions { Size = party.Facts.Count });
        return loaded;
    }

    /// <summary>Null where one of them, or of those above them, is not kept.</summary>
    private List<Kept>? Known(List<PartyId> wanted)
    {
        var seen = new HashSet<PartyId>(wanted);
        var todo = new Queue<PartyId>(wanted);
        var known = new List<Kept>();
        while (todo.TryDequeue(out var id))
        {
            if (!kept.TryGetValue(id, out Kept? one)) return null;
            known.Add(one!);
            foreach (var above in Ancestry.Above(one!.Party).Select(PartyId.Of).Where(seen.Add)) todo.Enqueue(above);
        }
        return known;
    }

    private static Task<bool> AreUnchangedAsync(IQuerySession session, List<Kept> parties, CancellationToken ct) => session.EndAtAsync(
        [.. parties.Select(one => StreamKeys.Of(PartyId.Of(one.Party.Id)))], [.. parties.Select(one => (long)one.Party.Facts.Count)], ct);

    /// <param name="Party">As it was read.</param>
    private sealed record Kept(Party Party)
    {
        /// <summary>The last event of the ledger when it was still so.</summary>
        public long? SeenAt { get; set; }
    }

    public void Dispose() => kept.Dispose();
}
