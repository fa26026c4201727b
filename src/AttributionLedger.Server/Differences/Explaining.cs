using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Wordings;

namespace AttributionLedger.Differences;

/// <summary>The changes between the two ends of a way, each with what caused it and in words, as far as the audience may read that.</summary>
internal sealed class Explaining
{
    private readonly Causes causes;
    private readonly Listing<Change> all;
    private readonly PublishedCauses published;
    private readonly Register register;
    private readonly AsOf asOf;
    private readonly CauseWords causeWords;
    private readonly ChangeWords changeWords;
    private readonly Sides before, after;

    /// <param name="register">As known at the end of the way.</param>
    /// <param name="asOf">The end of the way.</param>
    /// <param name="tellsLate">Whether what was known, and not said, is told with when it was learnt.</param>
    public Explaining(IWay way, Register register, DateWords dates, AsOf asOf, bool tellsLate = true)
    {
        (this.register, this.asOf, causes) = (register, asOf, new Causes(way, isCertain: asOf.Audience == Audience.Publishable));
        (Before, After) = (way.At(0), way.At(way.Steps));
        all = Difference.Of(Before, After, register).Changes;
        published = new(Before, After, register);
        var claims = new Claims(Before, After, register);
        causeWords = new(register, dates, claims, asOf, tellsLate);
        changeWords = new(register, dates, claims, causeWords);
        (before, after) = (new(Before, register, asOf.Audience), new(After, register, asOf.Audience));
    }

    public IncidentReading? Before { get; }
    public IncidentReading? After { get; }

    /// <summary>What is worth telling, in the order of a difference: what differs in nothing that is shown is not.</summary>
    public IReadOnlyList<Change> Changes()
    {
        var named = all.Where(change => change.Of.Kind == PartKind.Named && IsShown(change) && HasTo(change, Named.Accused)).Select(change => (change.Of.Party, change.Of.Act)).ToHashSet();
        return [.. all.Where(change => IsTold(change) && IsShown(change) && !(change.Of.Kind == PartKind.AccusedBy && named.Contains((change.Of.Party, change.Of.Act))))];
    }

    public ChangedPartShape Shape(Change change)
    {
        var (old, now) = (before.Of(change.Before), after.Of(change.After));
        var because = Because(change);
        var isActors = change.Of.Kind is >= PartKind.Named and < PartKind.Answered;
        var party = change.Of.Party is { } id ? register.Shape(id) : null;
        return new(
            change.Of.Kind, change.IsFlip, isActors ? party : null, change.Of.Act?.Value, change.Of.Claim?.Value, isActors ? null : party, old, now,
            [.. because.Take(DifferenceReader.CauseLimit).Select(cause => causeWords.Shape(cause, change.Of))], changeWords.Of(change, old, now, because));
    }

    private List<Happening> Because(Change change)
    {
        var found = causes.Of(change).AsEnumerable();
        // Where it is only now accused, who accuses it is told with that.
        if (change.Of.Kind == PartKind.Named && HasTo(change, Named.Accused) && all.FirstOrDefault(other => other.Of == change.Of with { Kind = PartKind.AccusedBy }) is { } accused)
            found = found.Union(causes.Of(accused));
        return [.. found.Where(cause => asOf.Audience == Audience.Internal || published.Allow(cause))];
    }

    // What a status rests on is told with the standings.
    private bool IsShown(Change change) => !(change.Of.Kind == PartKind.Status && change.IsMinor) && !Sides.AreSame(before.Of(change.Before), after.Of(change.After));

    // What an incident that is new is called, and that it is open, is told with it.
    private bool IsTold(Change change) => Before is not null && After is not null || change.Of.Kind is PartKind.Opening or > PartKind.Independence;

    private static bool HasTo(Change change, Named named) => new[] { change.Before, change.After }.OfType<Part.NamedAs>().Any(part => part.How == named);
}
