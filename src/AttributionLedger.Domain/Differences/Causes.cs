using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Differences;

/// <summary>
/// Finds what caused a change: the step of the way at which the part came to what it is at the end, and of what happened there
/// that which the part speaks of. It reads as many moments as the logarithm of the steps for each change, never one per step.
/// </summary>
public sealed class Causes(IWay way)
{
    private readonly Dictionary<int, Dictionary<PartKey, Part>> read = [];

    /// <summary>
    /// What caused <paramref name="change"/>, which is one between the two ends of the way. Several where they happened at one
    /// moment, or where several speakers came or went.
    /// </summary>
    public Listing<Happening> Of(Change change) => Looks(change).SelectMany(look => Of(change, look)).Distinct().ToListing();

    /// <summary>The step at which a part, as one looks at it, came to what it is at the end; where that was so several times, one of them.</summary>
    internal int Step(PartKey part, Func<Part?, object?> look)
    {
        var end = look(At(way.Steps, part));
        var (before, after) = (0, way.Steps);
        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            if (Equals(look(At(middle, part)), end)) after = middle;
            else before = middle;
        }
        return after;
    }

    private IEnumerable<Happening> Of(Change change, Func<Part?, object?> look)
    {
        if (way.Steps == 0) return [];
        var step = Step(change.Of, look);
        var happened = way.Of(step);
        var shown = new[] { At(step - 1, change.Of), At(step, change.Of) }.OfType<Part>().SelectMany(part => part.Entries).ToHashSet();
        var concerned = happened.Where(happening => Concerns(happening, change.Of, shown)).ToList();
        return concerned.Count > 0 ? concerned : happened;
    }

    /// <summary>How to look at a part: as an editor would; of a list of sources at each speaker that came or went as well.</summary>
    private static IEnumerable<Func<Part?, object?>> Looks(Change change)
    {
        var (old, now) = (Speakers(change.Before), Speakers(change.After));
        foreach (var voice in old.Keys.Union(now.Keys).Where(voice => old.ContainsKey(voice) != now.ContainsKey(voice)))
            yield return part => Speakers(part).ContainsKey(voice);
        if (change.IsMinor) yield return part => part;
        else yield return part => part?.Gist();
    }

    private static Dictionary<(PartyId, Listing<PartyId>), Heard> Speakers(Part? part) =>
        part is Part.AccusedBy or Part.DisputedBy or Part.Supports or Part.Denies or Part.DeniesInPart
            ? part.Heard.GroupBy(heard => heard.Voice).ToDictionary(voice => voice.Key, voice => voice.Last()) : [];

    private static bool Concerns(Happening happening, PartKey part, HashSet<EntryId> shown) => happening switch
    {
        Happening.EmbargoEnded ended => shown.Contains(ended.Statement.Id),
        Happening.Entered { Fact.Fact: var fact } entered => part.Kind switch
        {
            PartKind.Opening => fact is IncidentOpened,
            PartKind.Headline or PartKind.Occurred or PartKind.Place or PartKind.Summary => fact is IncidentOpened or IncidentRevised,
            PartKind.Closed => fact is IncidentOpened or IncidentClosed or IncidentReopened,
            PartKind.MergedInto => fact is IncidentOpened or IncidentMerged or IncidentSplit,
            PartKind.Link or PartKind.Independence or PartKind.Independent => entered.Entries().Contains(part.Entry!.Value),
            PartKind.Claim => fact is ClaimFramed framed && framed.Claim.Id == part.Claim || fact is ClaimReworded reworded && reworded.Claim == part.Claim,
            _ => entered.Entries().Any(shown.Contains)
        },
        _ => false
    };

    private Part? At(int step, PartKey part)
    {
        if (!read.TryGetValue(step, out var parts)) read[step] = parts = Parts.Of(way.At(step)).ToDictionary(each => each.Key);
        return parts.GetValueOrDefault(part);
    }
}
