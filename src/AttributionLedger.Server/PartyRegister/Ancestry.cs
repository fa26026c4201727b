using AttributionLedger.Basics;
using AttributionLedger.Parties;
using Marten;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.PartyRegister;

/// <summary>Loads parties together with all that stand above them, level by level, each once.</summary>
public static class Ancestry
{
    /// <summary>Levels above a party; a real hierarchy has ten.</summary>
    private const int LevelLimit = 64;

    public static async Task<IReadOnlyList<Party>> LoadWithAncestorsAsync(this IQuerySession session, IEnumerable<PartyId> ids, CancellationToken ct)
    {
        var loaded = new Dictionary<string, Party>();
        var wanted = ids.Select(id => id.Value).Distinct().ToArray();
        for (var level = 0; wanted.Length > 0 && level < LevelLimit; level++)
        {
            var found = await session.LoadManyAsync<Party>(ct, wanted);
            foreach (var party in found) loaded[party.Id] = party;
            wanted = found.SelectMany(Above).Where(id => !loaded.ContainsKey(id)).Distinct().ToArray();
        }
        return [.. loaded.Values];
    }

    /// <summary>Everyone above, now or once: an earlier reading needs what was ended or struck since.</summary>
    internal static IEnumerable<string> Above(Party party) => party.Facts.Select(fact => fact.Fact switch
    {
        AffiliationRecorded affiliation => affiliation.To.Value,
        PartyMerged merged => merged.Into.Value,
        _ => null
    }).OfType<string>();
}
