namespace AttributionLedger.Readings;

/// <summary>
/// The rules by which a record is read. A change to any of them is a new version that stands next to the others, so that what
/// it changes can be listed before anybody relies on it, and a reading of the past can be had by the rules of its day.
/// </summary>
public sealed record Rules
{
    /// <summary>An unnamed source counts as a source of its own, or under whom the desk recorded that it speaks.</summary>
    public static readonly Rules First = new(1, "an unnamed source counts as a source", unnamedSourcesCount: true);

    /// <summary>
    /// For a desk that attributes to nobody what only unnamed sources say: they are shown, and count neither as support nor as
    /// denial, nor can they give a figure. All else is as in the first.
    /// </summary>
    public static readonly Rules Second = new(2, "an unnamed source is shown and does not count", unnamedSourcesCount: false);

    /// <summary>Those that a reading goes by where none are asked for.</summary>
    public static readonly Rules Current = First;

    private Rules(int version, string summary, bool unnamedSourcesCount) =>
        (Version, Summary, UnnamedSourcesCount) = (version, summary, unnamedSourcesCount);

    /// <summary>Every version that there is, in their order.</summary>
    public static IReadOnlyList<Rules> All { get; } = [First, Second];

    /// <summary>From 1. A version that was released never changes what it says.</summary>
    public int Version { get; }

    /// <summary>What tells it from the others, in a phrase.</summary>
    public string Summary { get; }

    public bool UnnamedSourcesCount { get; }

    /// <summary>The version of that number; null where there is none.</summary>
    public static Rules? Find(int version) => All.FirstOrDefault(rules => rules.Version == version);

    public override string ToString() => $"rules {Version}";
}
