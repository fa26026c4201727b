using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Readings;

namespace AttributionLedger.Differences;

/// <summary>
/// Everything by which one reading of an incident differs from another. It is complete: applied to the one it gives the other,
/// with its lists in their order.
/// </summary>
/// <param name="To">The moment of the later reading; null where nothing is on record at it.</param>
/// <param name="Changes">One for each part that is not the same in both, what is gone last of its section.</param>
/// <param name="Places">Where what is new stands, and what stands elsewhere among the rest than it did.</param>
public sealed record Difference(AsOf? To, Listing<Change> Changes, Listing<Place> Places)
{
    /// <summary>The changes of an attribution.</summary>
    public IEnumerable<Change> Flips => Changes.Where(change => change.IsFlip);

    /// <param name="before">Null where nothing of the incident is on record at that moment.</param>
    /// <param name="after">Likewise.</param>
    /// <param name="register">Who is who at the moment of <paramref name="after"/>, by which it is told whether an attribution flipped.</param>
    public static Difference Of(IncidentReading? before, IncidentReading? after, Register register)
    {
        var (old, now) = (Parts.Of(before), Parts.Of(after));
        var was = old.ToDictionary(part => part.Key);
        var present = now.Select(part => part.Key).ToHashSet();
        var attributions = new Attributions(old, now, register);
        var changes = now.Where(part => !part.Equals(was.GetValueOrDefault(part.Key))).Select(part => new Change(part.Key, was.GetValueOrDefault(part.Key), part, attributions.IsFlip(part.Key, part)))
            .Concat(old.Where(part => !present.Contains(part.Key)).Select(part => new Change(part.Key, part, null, attributions.IsFlip(part.Key, null))));
        return new(after?.AsOf, changes.OrderBy(change => Section(change.Of.Kind)).ToListing(), Moved(old, now).ToListing());
    }

    /// <summary>The reading after the changes.</summary>
    /// <param name="before">The reading that this difference was made from; of any other the result means nothing.</param>
    public IncidentReading? ApplyTo(IncidentReading? before)
    {
        if (To is null) return null;
        var parts = Parts.Of(before).ToDictionary(part => part.Key);
        var placed = Places.Select(place => place.Of).ToHashSet();
        var gone = Changes.Where(change => change.After is null).Select(change => change.Of).ToHashSet();
        var staying = new Queue<PartKey>(parts.Keys.Where(key => !gone.Contains(key) && !placed.Contains(key)));
        foreach (var change in Changes) if (change.After is { } after) parts[change.Of] = after;
        var places = new Queue<Place>(Places.OrderBy(place => place.At));
        var together = new List<Part>();
        while (staying.Count + places.Count > 0)
            together.Add(parts[places.TryPeek(out var next) && next.At == together.Count ? places.Dequeue().Of : staying.Dequeue()]);
        return Parts.Together(together, To);
    }

    // What stands in the same order in both needs no place; of the rest as few as can be are placed anew.
    private static IEnumerable<Place> Moved(IReadOnlyList<Part> old, IReadOnlyList<Part> now)
    {
        var places = old.Select((part, i) => (part.Key, i)).ToDictionary(part => part.Key, part => part.i);
        var common = now.Select((part, at) => (part.Key, At: at)).Where(part => places.ContainsKey(part.Key)).ToList();
        var kept = Ascending.Longest([.. common.Select(part => places[part.Key])]).Select(i => common[i].At).ToHashSet();
        return now.Select((part, at) => new Place(part.Key, at)).Where(place => !kept.Contains(place.At));
    }

    private static int Section(PartKind kind) => kind switch
    {
        < PartKind.Status => 0,
        PartKind.Status => 1,
        < PartKind.Answered => 2,
        < PartKind.Claim => 3,
        < PartKind.Comment => 4,
        PartKind.Comment => 5,
        _ => 6
    };
}
