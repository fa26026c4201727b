using AttributionLedger.Basics;

namespace AttributionLedger.Readings;

/// <summary>All who count as one source, and where they stand: the latest flat position of anyone under one root.</summary>
/// <param name="Root">The root that a named member stands under; null where only unnamed ones speak, for under whom they speak is counted and never named.</param>
/// <param name="Members">The position of each who speaks under it, in their order.</param>
/// <param name="Stance">The latest of them, which is the source's.</param>
public sealed record Source(PartyId? Root, Listing<Heard> Members, Heard Stance)
{
    /// <summary>What it is counted under, for the rules alone; several where joint speakers tie theirs together.</summary>
    internal Listing<PartyId> Roots { get; init; } = [];

    internal bool SharesRootWith(Source other) => Roots.Any(other.Roots.Contains);
}

/// <summary>How speakers are grouped into sources. <em>Sources</em>, not <em>independent</em> ones: that is for the desk to record.</summary>
public static class Sources
{
    /// <summary>
    /// Groups positions by root. Roots that spoke jointly count as one where they say the same, for as long as one of them has
    /// not said it again by itself. Outlets in their own voice are no source and must have been set apart before.
    /// </summary>
    /// <param name="positions">Flat positions, possibly several of a party on several claims.</param>
    /// <param name="joint">What several took jointly on those claims, of each who has not said the same again by itself; also where it denies it by now.</param>
    public static IReadOnlyList<Source> Of(IEnumerable<Heard> positions, IEnumerable<Heard> joint, Hearing hearing)
    {
        var current = positions.Where(heard => !heard.Retracted).LatestOfEachVoice().ToList();
        var byRoot = current.SelectMany(heard => Roots(heard, hearing).Distinct().Select(root => (root, heard)))
            .GroupBy(pair => pair.root, pair => pair.heard)
            .Select(root => (Root: root.Key, Members: root.ToList(), Says: Outcome(root.MaxBy(heard => heard.Order)!))).ToList();
        var ties = new Ties();
        var says = byRoot.ToDictionary(root => root.Root, root => root.Says);
        var together = joint.Where(heard => !heard.Retracted).GroupBy(heard => heard.Entry).Select(statement => statement.SelectMany(heard => Roots(heard, hearing)))
            .Concat(current.Where(heard => heard.CountsUnder.Count > 1).Select(heard => Roots(heard, hearing)));
        foreach (var roots in together)
            foreach (var same in roots.Distinct().Where(says.ContainsKey).GroupBy(root => says[root])) ties.Tie(same);
        return byRoot.GroupBy(root => (ties.Top(root.Root), root.Says)).Select(group =>
            {
                var members = group.SelectMany(root => root.Members).Distinct(HeardLists.Same).OrderBy(heard => heard.Order).ToListing();
                var shown = group.Where(root => root.Members.Any(heard => !hearing.Register.IsUnnamed(heard.Party))).Select(root => (PartyId?)root.Root).Order().FirstOrDefault();
                return new Source(shown, members, members[^1]) { Roots = group.Select(root => root.Root).Order().ToListing() };
            })
            .OrderBy(source => source.Roots[0]).ToList();
    }

    private static (bool Affirms, bool Denies) Outcome(Heard heard) => (heard.IsAffirmative, heard.DeniesResponsibility);

    /// <summary>Which roots belong together: a union-find, so that the cost stays with the number of speakers.</summary>
    private sealed class Ties
    {
        private readonly Dictionary<PartyId, PartyId> above = [];

        public PartyId Top(PartyId root)
        {
            while (above.TryGetValue(root, out var next) && next != root) root = next;
            return root;
        }

        public void Tie(IEnumerable<PartyId> roots)
        {
            PartyId? first = null;
            foreach (var root in roots)
                if (first is { } tied) above[Top(root)] = Top(tied);
                else first = root;
        }
    }

    /// <summary>The top of the speaker's chain of counting parents at that time; of an outlet that repeats a report, that of the first of the chain.</summary>
    private static IEnumerable<PartyId> Roots(Heard heard, Hearing hearing) =>
        (heard.CountsUnder.Count > 0 ? heard.CountsUnder : [heard.Party]).Select(party => hearing.Register.Root(party, heard.Latest));

    /// <summary>An outlet that speaks for itself: what it states, it states as fact, and it supports nobody.</summary>
    public static bool IsOutletsOwnVoice(this Heard heard, Hearing hearing) =>
        heard.CountsUnder.Count > 0 ? heard.CountsUnder.All(hearing.Register.IsOutlet) : hearing.Register.IsOutlet(heard.Party);

    /// <summary>Who stated it as fact: the outlet, or the outlet that it repeats.</summary>
    public static IEnumerable<PartyId> StatingOutlets(this Heard heard) => heard.CountsUnder.Count > 0 ? heard.CountsUnder : [heard.Party];

    /// <summary>
    /// Whether the order of stances, and so the outcome, is uncertain: one of another outcome can have been the last, for its
    /// interval reaches to where all of the winning outcome may have begun.
    /// </summary>
    public static bool OrderIsUncertain<TOutcome>(this IEnumerable<Heard> heard, Func<Heard, TOutcome> outcome) where TOutcome : notnull
    {
        var all = heard.Where(h => !h.Retracted).ToList();
        if (all.Count < 2) return false;
        var winner = outcome(all.MaxBy(h => h.Order)!);
        var surely = all.Where(h => outcome(h).Equals(winner)).Max(h => h.SurelyFrom);
        return all.Any(h => !outcome(h).Equals(winner) && h.Latest >= surely);
    }
}
