using AttributionLedger.Basics;

namespace AttributionLedger.Readings;

/// <summary>What the standings of identified actors come to for an act.</summary>
public enum StatusKind
{
    Acknowledged, CompetingClaims, ClaimedDisputed, Claimed, RivalAccusations, Contested, Accused, ClaimPurported, Withdrawn, Unattributed
}

/// <param name="Act">Null for the main act, whose status is the incident's.</param>
/// <param name="Actors">Those that the status is about, in the order of their ids.</param>
/// <param name="Count">For accused: the sources of the best-supported actor, never a sum. Null otherwise.</param>
/// <param name="Described">For unattributed: described actors that are named where nobody identified is.</param>
/// <param name="StatedAsFactBy">Outlets that state in their own voice who did it; no support.</param>
public sealed record Status(StatusKind Kind, ClaimId? Act, Listing<PartyId> Actors, int? Count, Listing<PartyId> Described, Listing<PartyId> StatedAsFactBy, Reason Reason);

/// <summary>The rules of status: identified actors only, the first that fits.</summary>
public static class Statuses
{
    public static Status Of(Hearing hearing, ClaimId? act, IReadOnlyList<Standing> standings)
    {
        var all = standings.Where(standing => standing.Act == act).ToList();
        var identified = all.Where(standing => hearing.Register.IsIdentified(standing.Actor)).OrderBy(standing => standing.Actor).ToList();
        var acknowledged = identified.Where(s => s.Named == Named.Acknowledged).ToList();
        var claimed = identified.Where(s => s.Named == Named.Claimed).ToList();
        var accused = identified.Where(s => s.AccusedBy.Count > 0).ToList();
        var purported = identified.Where(s => s.Named == Named.ClaimPurported).ToList();
        var withdrawn = identified.Where(s => s.Named == Named.Withdrawn).ToList();

        Status Is(StatusKind kind, IEnumerable<Standing> actors, int? count = null) =>
            new(kind, act, actors.Select(s => s.Actor).ToListing(), count,
                kind == StatusKind.Unattributed ? all.Where(s => s.Named is not Named.NotAccused and not Named.Withdrawn && !hearing.Register.IsIdentified(s.Actor)).Select(s => s.Actor).ToListing() : [],
                all.SelectMany(s => s.StatedAsFactBy).Distinct().ToListing(),
                new(Rule(kind), actors.SelectMany(s => s.Reasons).SelectMany(reason => reason.Statements).Distinct().ToListing()));

        if (acknowledged.Count > 0) return Is(StatusKind.Acknowledged, acknowledged);
        if (Pairs(claimed).FirstOrDefault(pair => AreApart(hearing, pair.One, pair.Other) && pair.One.Answer.Stance!.Entry != pair.Other.Answer.Stance!.Entry) is { One: not null })
            return Is(StatusKind.CompetingClaims, claimed);
        if (claimed.Count > 0) return Is(claimed.Any(claim => IsDisputed(hearing, claim, accused)) ? StatusKind.ClaimedDisputed : StatusKind.Claimed, claimed);
        var rivals = Pairs(accused).Where(pair => AreApart(hearing, pair.One, pair.Other) && EachByAnother(pair.One, pair.Other)).ToList();
        if (rivals.Count > 0) return Is(StatusKind.RivalAccusations, rivals.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct().OrderBy(s => s.Actor));
        if (accused.Count > 0 && accused.All(s => s.Answer.Kind == AnswerKind.Denies)) return Is(StatusKind.Contested, accused);
        if (accused.Count > 0) return Is(StatusKind.Accused, accused, accused.Max(s => s.AccusedBy.Count));
        if (purported.Count > 0) return Is(StatusKind.ClaimPurported, purported);
        return withdrawn.Count > 0 ? Is(StatusKind.Withdrawn, withdrawn) : Is(StatusKind.Unattributed, []);
    }

    /// <summary>One claims it, and a source other than its own denies that, or accuses somebody apart of it.</summary>
    private static bool IsDisputed(Hearing hearing, Standing claim, IReadOnlyList<Standing> accused)
    {
        var own = claim.Answer.Stance is { } stance ? hearing.Register.Root(claim.Actor, stance.Latest) : claim.Actor;
        return claim.DisputedBy.Any(source => !source.Roots.Contains(own))
            || accused.Any(other => other.Actor != claim.Actor && AreApart(hearing, claim, other) && other.AccusedBy.Any(source => !source.Roots.Contains(own)));
    }

    /// <summary>Each of the two is accused by a source that does not accuse the other.</summary>
    private static bool EachByAnother(Standing one, Standing other) => AccusesOnly(one, other) && AccusesOnly(other, one);

    private static bool AccusesOnly(Standing one, Standing other) =>
        one.AccusedBy.Any(source => !other.AccusedBy.Any(source.SharesRootWith));

    /// <summary>
    /// Neither stands above the other by either link, at any of the times at which they were named: who left its parent
    /// years later does not become a rival for what was said before.
    /// </summary>
    private static bool AreApart(Hearing hearing, Standing one, Standing other) =>
        Moments(one).Concat(Moments(other)).DefaultIfEmpty(hearing.AsOf.SaidBy).All(moment => hearing.Register.AreApart(one.Actor, other.Actor, moment));

    private static IEnumerable<DateTimeOffset> Moments(Standing standing) =>
        standing.AccusedBy.Select(source => source.Stance.Latest)
            .Concat(standing.Named is Named.Acknowledged or Named.Claimed ? [standing.Answer.Stance!.Latest] : []);

    private static IEnumerable<(Standing One, Standing Other)> Pairs(IReadOnlyList<Standing> standings) =>
        standings.SelectMany((one, i) => standings.Skip(i + 1).Select(other => (one, other)));

    private static string Rule(StatusKind kind) => kind switch
    {
        StatusKind.Acknowledged => "status-somebody-acknowledges",
        StatusKind.CompetingClaims => "status-two-apart-claim",
        StatusKind.ClaimedDisputed => "status-one-claims-and-is-disputed",
        StatusKind.Claimed => "status-one-claims",
        StatusKind.RivalAccusations => "status-two-apart-accused-by-different-roots",
        StatusKind.Contested => "status-every-accused-denies-outright",
        StatusKind.Accused => "status-accused",
        StatusKind.ClaimPurported => "status-only-unverified-claims",
        StatusKind.Withdrawn => "status-all-withdrawn",
        _ => "status-nobody-identified-is-named"
    };
}
