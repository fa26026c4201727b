using AttributionLedger.Basics;
using AttributionLedger.Parties;

namespace AttributionLedger.Incidents;

/// <summary>Whether two statements have the same speakers, each by the party that it goes by now.</summary>
internal static class SameSpeakers
{
    /// <summary>A chain of merges is short; what is longer is a circle that no decision lets in.</summary>
    private const int MergeLimit = 100;

    public static bool Are(IRegister register, Listing<PartyId> one, Listing<PartyId> other) =>
        one.Select(party => GoingBy(register, party)).ToHashSet().SetEquals(other.Select(party => GoingBy(register, party)));

    private static PartyId GoingBy(IRegister register, PartyId party)
    {
        for (var step = 0; step < MergeLimit && register.Party(party)?.MergedInto is { } into; step++) party = into;
        return party;
    }
}
