using AttributionLedger.Basics;
using AttributionLedger.Duplicates;

namespace AttributionLedger.Importing;

/// <summary>The statements of one incident that stand earlier in a sheet, found as those on record are: by their words, and by party, claim and stance.</summary>
internal sealed class SheetStatements
{
    private readonly Dictionary<string, List<(int Place, Told Told)>> kept = [];
    private int places;

    /// <summary>Those that one is to be compared with, the newest first.</summary>
    public IEnumerable<Told> Of(Told told) =>
        Keys(told).SelectMany(key => kept.GetValueOrDefault(key) ?? []).DistinctBy(other => other.Place).OrderByDescending(other => other.Place).Select(other => other.Told);

    public void Add(Told told)
    {
        places++;
        foreach (var key in Keys(told))
        {
            if (!kept.TryGetValue(key, out var own)) kept[key] = own = [];
            if (own.Count == Noticing.CandidateLimit) own.RemoveAt(0);
            own.Add((places, told));
        }
    }

    // No digest holds a bar.
    private static IEnumerable<string> Keys(Told told) =>
        told.Digests.Concat(told.Stances.Select(stance => (stance.Claim, stance.Kind)).Distinct().Select(stance => $"{string.Join('|', told.By)}|{stance.Claim}|{stance.Kind}")).ToListing();
}
