using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Differences;

/// <summary>
/// Finds what caused a change: the step of the way at which the part came to what it is at the end, and of what happened there
/// that which the part speaks of. It reads as many moments as the logarithm of the steps for each change, never one per step.
/// </summary>
/// <param name="isCertain">Only what surely caused it: where what happened cannot be told apart, nothing did.</param>
public sealed class Causes(IWay way, bool isCertain = false)
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
        var parts = new[] { step - 1, step }.SelectMany(at => new[] { change.Of, Grounds(change.Of) }.OfType<PartKey>().Select(key => At(at, key))).OfType<Part>().ToList();
        var shown = parts.SelectMany(part => part.Entries).ToHashSet();
        var concerned = happened.Where(happening => Concerns(happening, change.Of, shown)).ToList();
        if (concerned.Count == 0) concerned = SpokeOf(happened, change, parts);
        return concerned.Count > 0 || (isCertain && happened.Count > 1) ? concerned : happened;
    }

    /// <summary>Of a standing: on which statements and claims it rests.</summary>
    private static PartKey? Grounds(PartKey of) => of.Kind is >= PartKind.Named and < PartKind.Answered ? of with { Kind = PartKind.Grounds } : null;

    // A part that shows no entries is changed by who spoke of its claims; one that shows outlets or a raiser, by those.
    private static List<Happening> SpokeOf(IReadOnlyList<Happening> happened, Change change, IReadOnlyList<Part> parts)
    {
        var claims = parts.OfType<Part.Grounds>().SelectMany(part => part.Claims).Concat(change.Of.Claim is { } own ? [own] : []).ToHashSet();
        var spoke = happened.Where(happening => happening is Happening.Entered entered && entered.Stances.Any(stance => stance.Claim is { } claim && claims.Contains(claim))).ToList();
        var shown = parts.SelectMany(part => part switch { Part.StatedAsFactBy e => e.Outlets, Part.ClaimStatedAsFactBy e => e.Outlets, Part.Claimed { Shown.RaisedByParty: { } raiser } => [raiser], _ => [] }).ToHashSet();
        var stated = spoke.Where(happening => happening is Happening.Entered { Fact.Fact: StatementLogged logged } && logged.Statement.Speaking().Concat(logged.CountsUnder).Any(shown.Contains)).ToList();
        return stated.Count > 0 ? stated : spoke;
    }

    /// <summary>How to look at a part: as an editor would; of a list of sources at each speaker that came or went as well.</summary>
    private static IEnumerable<Func<Part?, object?>> Looks(Change change)
    {
        var (old, now) = (Speakers(change.Before), Speakers(change.After));
        foreach (var voice in old.Keys.Union(now.Keys).Where(voice => old.ContainsKey(voice) != now.ContainsKey(voice)))
            yield return part => Speakers(part).ContainsKey(voice);
        // A figure changes when its party gives another, and when somebody else begins or ceases to differ.
        if (change is { Before: Part.Figure was, After: Part.Figure gives })
        {
            if (was.Stated.Rival != gives.Stated.Rival) yield return part => (part as Part.Figure)?.Stated.Rival;
            if (was.Stated.Figure != gives.Stated.Figure) yield return part => (part as Part.Figure)?.Stated.Figure;
            if ((was.Stated.Rival, was.Stated.Figure) == (gives.Stated.Rival, gives.Stated.Figure)) yield return part => part;
        }
        else if (change.IsMinor) yield return part => part;
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
            PartKind.Status when shown.Count == 0 => fact is IncidentOpened,
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
