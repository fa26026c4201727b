using AttributionLedger.Basics;

namespace AttributionLedger.Parties.Commands;

/// <summary>What keeps the chains of affiliations sound: no circles, and one counting parent at a time.</summary>
internal static class AffiliationRules
{
    /// <summary>
    /// A circle of one link, or of counting parents, at any moment. A ministry may speak for a police that is part of it:
    /// links of different kinds make a circle only where all of them count.
    /// </summary>
    public static IEnumerable<Rejection> Cycle(PartyId party, RecordAffiliation added, Stretch stretch, IRegister register, string field) =>
        Reaches(added.To, party, stretch, link => link.Link == added.Link, register, [])
        || (added.Counts && Reaches(added.To, party, stretch, link => link.Counts, register, []))
            ? [new Rejection("affiliation-cycle", field, $"{added.To} already stands below {party} at some time, so this affiliation would close a circle.")]
            : [];

    /// <summary>At most one affiliation of a party counts at a time; two would count one voice twice.</summary>
    public static IEnumerable<Rejection> SecondParent(Party? party, RecordAffiliation added, Stretch stretch) =>
        added.Counts && party?.Affiliations().FirstOrDefault(a => a.Counts && !new Stretch(a.From, a.Until).Within(stretch).IsEmpty) is { } other
            ? [new Rejection("two-counting-parents", "counts", $"This party has a counting parent at that time already ({other.To}). Date one of the two, or say counts: false.")]
            : [];

    // Walks upwards and keeps to the time during which every link of the way is in force at once.
    private static bool Reaches(PartyId from, PartyId goal, Stretch stretch, Func<Affiliation, bool> follow, IRegister register, HashSet<PartyId> onTheWay)
    {
        if (from == goal) return true;
        if (!onTheWay.Add(from)) return false;
        var found = register.Party(from)?.Affiliations().Where(follow).Any(link =>
            stretch.Within(new Stretch(link.From, link.Until)) is { IsEmpty: false } within && Reaches(link.To, goal, within, follow, register, onTheWay)) ?? false;
        onTheWay.Remove(from);
        return found;
    }
}
