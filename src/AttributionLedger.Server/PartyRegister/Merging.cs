using AttributionLedger.Parties;
using Marten;

namespace AttributionLedger.PartyRegister;

/// <summary>The ids that one party goes by: its own, and those of parties that were merged into it.</summary>
internal static class Merging
{
    /// <summary>Ids that are followed; the same body under more names is nobody's register.</summary>
    public const int Limit = 100;

    public static async Task<IReadOnlyList<string>> GoingByAsync(this IQuerySession session, string party, CancellationToken ct)
    {
        List<string> ids = [party];
        for (var next = 0; next < ids.Count && ids.Count < Limit; next++)
        {
            var into = ids[next];
            var merged = await session.Query<ListedParty>().Where(row => row.MergedInto == into).OrderBy(row => row.Id).Take(Limit - ids.Count).Select(row => row.Id).ToListAsync(ct);
            ids.AddRange(merged.Where(id => !ids.Contains(id)));
        }
        return ids;
    }
}
