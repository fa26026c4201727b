using AttributionLedger.Differences;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;

namespace AttributionLedger.RuleComparisons;

/// <summary>What two versions of the rules tell differently, moment after moment: each flip, and each count that differs, from when to when.</summary>
internal sealed class RuleFlips
{
    private readonly List<RuleFlipShape> all = [];
    private readonly Dictionary<PartKey, int> open = [];

    /// <summary>In the order in which they began.</summary>
    public IReadOnlyList<RuleFlipShape> All => all;

    /// <param name="one">Under the one version; null where nothing was on record.</param>
    /// <param name="other">Under the other, of the same moment.</param>
    public void Note(DateTimeOffset at, Register register, IncidentReading? one, IncidentReading? other)
    {
        var (first, second) = (new Sides(one, register, Audience.Internal), new Sides(other, register, Audience.Internal));
        var now = Difference.Of(one, other).Changes.Where(IsOfAttribution).Select(change => (change.Of, Shape: Shape(change, at, register, first, second))).Where(change => Words(change.Shape.One) != Words(change.Shape.Other))
            .ToDictionary(change => change.Of, change => change.Shape);
        foreach (var (key, place) in open.ToList())
            if (!now.TryGetValue(key, out var still) || !SaysTheSame(all[place], still))
            {
                all[place] = all[place] with { Until = at };
                open.Remove(key);
            }
        foreach (var (key, flip) in now)
            if (open.TryAdd(key, all.Count)) all.Add(flip);
    }

    private static bool IsOfAttribution(Change change) =>
        change.IsFlip || change.Of.Kind is PartKind.Status or PartKind.AccusedBy or PartKind.DisputedBy or PartKind.Supports or PartKind.Denies or PartKind.DeniesInPart;

    private static RuleFlipShape Shape(Change flip, DateTimeOffset at, Register register, Sides one, Sides other) =>
        new(flip.Of.Kind, flip.IsFlip, flip.Of.Party is { } party ? register.Shape(party) : null, flip.Of.Act?.Value, flip.Of.Claim?.Value, one.Of(flip.Before), other.Of(flip.After), at, null);

    // Another statement behind the same words is the same flip.
    private static bool SaysTheSame(RuleFlipShape before, RuleFlipShape now) => (Words(before.One), Words(before.Other)) == (Words(now.One), Words(now.Other));

    private static (string?, int?) Words(ChangeSideShape? side) => (side?.Word, side?.Count);
}
