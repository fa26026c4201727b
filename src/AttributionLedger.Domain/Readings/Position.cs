using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>
/// Where one party stands on one claim, or on the incident as a whole: of each kind of stance the latest. It does not grow
/// with what the party says, for of any number of stances of one kind only the latest can matter to a reading.
/// </summary>
/// <param name="Latest">The latest of each kind, in their order.</param>
/// <param name="Recent">The last entries with a digest of their words, to notice the same words logged twice.</param>
/// <param name="Twins">Pairs of entries with the same words, the later first.</param>
public sealed record Position(PartyId Party, ClaimId? Claim, Listing<Heard> Latest, Listing<WordsOf> Recent, Listing<Twins> Twins)
{
    /// <summary>Two reporters log the same words within minutes of each other; further back, a search finds them.</summary>
    private const int RecentLimit = 20;

    public static Position None(PartyId party, ClaimId? claim) => new(party, claim, [], [], []);

    /// <summary>The position after one more stance, which may have been said earlier than others that are known.</summary>
    public Position After(Heard heard) => Remembering(heard) with { Latest = LatestWith(heard) };

    // An embargo that is over by the time of the later entry no longer tells two stances apart, so that embargoes that have
    // passed do not pile up.
    private Listing<Heard> LatestWith(Heard heard) => InOrder(Latest
        .Select(h => h.Publishability.Embargo <= heard.Known ? h with { Publishability = h.Publishability with { Embargo = null } } : h)
        .Append(heard).GroupBy(h => (KindsOf(h), ReadersOf(h))).Select(bin => bin.Aggregate(Later)));

    /// <summary>
    /// What a reading hears of positions once it is settled what it may hear: of each kind the latest, whatever its terms, so
    /// that no difference among the terms shows in it.
    /// </summary>
    public static Listing<Heard> Heard(IEnumerable<Heard> shown) =>
        InOrder(shown.GroupBy(h => (h.Party, h.Claim, KindsOf(h))).Select(bin => bin.OrderBy(h => h.Order).Aggregate(Later)));

    internal static Listing<Heard> InOrder(IEnumerable<Heard> heard) =>
        heard.OrderBy(h => h.Order).ThenBy(h => h.Party).ThenBy(h => h.Entry).ThenBy(h => h.Claim).ToListing();

    private static Heard Later(Heard one, Heard other)
    {
        var (earlier, later) = one.Order.CompareTo(other.Order) <= 0 ? (one, other) : (other, one);
        return later with { SurelyFrom = earlier.SurelyFrom > later.SurelyFrom ? earlier.SurelyFrom : later.SurelyFrom };
    }

    /// <summary>
    /// What tells stances apart that must not stand for each other: what they say and whom they count for. A retracted
    /// position stays in its place, for the party has none until it speaks again; a silence that was taken back leaves the
    /// earlier one.
    /// </summary>
    internal readonly record struct Kinds(StanceKind? Kind, Scope? Scope, Strength Strength, bool IsFabricated, bool Settles, bool IsSilenceTakenBack, string ForWhomAndOfWhat);

    /// <summary>What decides who may read a stance: its terms, and whether some or all of those who took it are unnamed.</summary>
    internal readonly record struct Readers(GroundRule Rule, Publishability Publishability, bool SomeAreUnnamed, bool AllAreUnnamed);

    internal static Kinds KindsOf(Heard heard) => new(
        heard.Kind, heard.Scope, heard.Strength, heard.Issuance == Issuance.Fabricated, heard.SettledAt is not null, heard is { Retracted: true, IsSubstantive: false },
        heard is { InTheNameOf.Count: 0, CountsUnder.Count: 0, Figures.Count: 0 } ? "" : ForWhomAndOfWhat(heard));

    private static string ForWhomAndOfWhat(Heard heard) =>
        string.Join('|', heard.InTheNameOf) + '/' + string.Join('|', heard.CountsUnder) + '/' + string.Join('|', heard.Figures.Select(f => f.Category).Order(StringComparer.Ordinal));

    internal static Readers ReadersOf(Heard heard)
    {
        var parties = heard.InTheNameOf.Count == 0 ? heard.Jointly : heard.Jointly.Concat(heard.InTheNameOf).ToListing();
        return new(heard.Rule, heard.Publishability, parties.Any(Identity.IsMinted), parties.All(Identity.IsMinted));
    }

    private Position Remembering(Heard heard)
    {
        if (heard.Words is not { } words || Recent.Any(recent => recent.Entry == heard.Entry)) return this;
        var twin = Recent.LastOrDefault(recent => recent.Words == words && recent.Apart?.Contains(heard.Entry) != true && heard.Apart?.Contains(recent.Entry) != true);
        return this with
        {
            Recent = Recent.TakeLast(RecentLimit - 1).Append(new(heard.Entry, words, heard.Apart)).ToListing(),
            Twins = twin is null ? Twins : Twins.TakeLast(RecentLimit - 1).Append(new(heard.Entry, twin.Entry)).ToListing()
        };
    }

    /// <summary>Entries of one position with the same words as one shortly before.</summary>
    /// <param name="heard">In the order in which they were logged.</param>
    internal static Listing<Twins> TwinsOf(IEnumerable<Heard> heard) =>
        heard.Aggregate(None(default, null), (position, next) => position.Remembering(next)).Twins;

    /// <summary>The positions that a list of stances comes to, in the order in which they were logged.</summary>
    public static IReadOnlyList<Position> Of(IEnumerable<Heard> heard) =>
        heard.GroupBy(h => (h.Party, h.Claim))
            .Select(row => row.Aggregate(None(row.Key.Party, row.Key.Claim), (position, next) => position.After(next)))
            .ToList();
}

/// <summary>A digest of what was said in an entry.</summary>
/// <param name="Apart">The entries that the desk found to be others; null where there are none.</param>
public sealed record WordsOf(EntryId Entry, string Words, Listing<EntryId>? Apart = null);

/// <summary>Two entries of one party with the same words.</summary>
public sealed record Twins(EntryId Later, EntryId Earlier);
