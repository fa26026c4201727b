using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>
/// Where one party stands on one claim, or on the incident as a whole: of each kind of stance the latest. It does not grow
/// with what the party says, for of any number of stances of one kind only the latest can matter to a reading.
/// </summary>
public sealed record Position(PartyId Party, ClaimId? Claim, Listing<Heard> Latest)
{
    public static Position None(PartyId party, ClaimId? claim) => new(party, claim, []);

    /// <summary>The position after one more stance, which may have been said earlier than others that are known.</summary>
    public Position After(Heard heard)
    {
        // An embargo that is over by the time of the later entry no longer tells two stances apart, so that embargoes that
        // have passed do not pile up.
        var kept = Latest.Select(h => h.Publishability.Embargo <= heard.Known ? h with { Publishability = h.Publishability with { Embargo = null } } : h).ToList();
        var at = kept.FindIndex(h => Bin(h) == Bin(heard));
        if (at < 0) return this with { Latest = Gathered([.. kept, heard]) };
        kept[at] = Later(kept[at], heard);
        return this with { Latest = Gathered(kept) };
    }

    // Two bins can become one when an embargo passes.
    private static Listing<Heard> Gathered(List<Heard> kept) =>
        kept.GroupBy(Bin).Select(bin => bin.Aggregate(Later)).OrderBy(h => h.Order).ThenBy(h => h.Entry.Value, StringComparer.Ordinal).ToListing();

    private static Heard Later(Heard one, Heard other)
    {
        var (earlier, later) = one.Order.CompareTo(other.Order) <= 0 ? (one, other) : (other, one);
        var twin = later.Entry != earlier.Entry && later.Words is not null && later.Words == earlier.Words ? earlier.Entry : later.TwinOf;
        return later with { SurelyFrom = one.SurelyFrom > other.SurelyFrom ? one.SurelyFrom : other.SurelyFrom, TwinOf = twin };
    }

    /// <summary>What tells stances apart that must not stand for each other.</summary>
    private static (StanceKind?, Scope?, Strength, bool, Publishability, bool, string) Bin(Heard heard) => (
        heard.Kind, heard.Scope, heard.Strength, heard.Issuance == Issuance.Fabricated, heard.Publishability, heard.Settles,
        string.Join('|', heard.InTheNameOf) + '/' + string.Join('|', heard.CountsUnder) + '/' + string.Join('|', heard.Figures.Select(f => f.Category).Order(StringComparer.Ordinal)));

    /// <summary>The positions that a list of stances comes to, in the order in which they were logged.</summary>
    public static IReadOnlyList<Position> Of(IEnumerable<Heard> heard) =>
        heard.GroupBy(h => (h.Party, h.Claim))
            .Select(row => row.Aggregate(None(row.Key.Party, row.Key.Claim), (position, next) => position.After(next)))
            .ToList();
}
