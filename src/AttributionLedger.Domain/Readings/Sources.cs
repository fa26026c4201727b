using AttributionLedger.Basics;

namespace AttributionLedger.Readings;

/// <summary>All who count as one source, and where they stand: the latest flat position of anyone under one root.</summary>
/// <param name="Roots">The root; several where joint speakers tie theirs together. In the order of their ids.</param>
/// <param name="Members">The position of each who speaks under it, in their order.</param>
/// <param name="Stance">The latest of them, which is the source's.</param>
public sealed record Source(Listing<PartyId> Roots, Listing<Heard> Members, Heard Stance)
{
    public bool SharesRootWith(Source other) => Roots.Any(other.Roots.Contains);
}

/// <summary>How speakers are grouped into sources. <em>Sources</em>, not <em>independent</em> ones: that is for the desk to record.</summary>
public static class Sources
{
    /// <summary>
    /// Groups positions by root. Those who spoke jointly and still stand by it are one source, and so are all under a root
    /// of theirs. Outlets in their own voice are no source and must have been set apart before.
    /// </summary>
    /// <param name="positions">Flat positions, possibly several of a party on several claims.</param>
    public static IReadOnlyList<Source> Of(IEnumerable<Heard> positions, Hearing hearing)
    {
        var current = positions.Where(heard => !heard.Retracted).GroupBy(heard => heard.Party).Select(own => own.MaxBy(heard => heard.Order)!).ToList();
        var ties = new Ties();
        foreach (var together in current.GroupBy(heard => heard.Entry))
            ties.Tie(together.SelectMany(heard => Roots(heard, hearing)));
        return current.GroupBy(heard => ties.Top(Roots(heard, hearing).First()))
            .Select(group => new Source(
                group.SelectMany(heard => Roots(heard, hearing)).Distinct().Order().ToListing(),
                group.OrderBy(heard => heard.Order).ToListing(),
                group.MaxBy(heard => heard.Order)!))
            .OrderBy(source => source.Roots[0]).ToList();
    }

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
            foreach (var top in roots.Select(Top).ToList())
            {
                if (first is { } tied) above[Top(top)] = Top(tied);
                first ??= top;
            }
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
