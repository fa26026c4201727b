using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Readings;

namespace AttributionLedger.PartyRegister;

/// <summary>A party as answers name it.</summary>
public sealed record PartyShape(string Id, string Name, PartyKind Kind);

internal static class ShowingParties
{
    /// <summary>A party under the id and the name that it goes by.</summary>
    public static PartyShape Shape(this Register register, PartyId party)
    {
        var canonical = register.Canonical(party);
        return new(canonical.Value, register.Name(canonical), register.Kind(canonical));
    }

    /// <summary>Who only stood by, an asker or a relay, is not shown in public where it has no name.</summary>
    public static IReadOnlyList<PartyShape> Bystanders(this Register register, IEnumerable<PartyId> parties, Audience audience) =>
        [.. parties.Where(party => audience == Audience.Internal || !register.IsUnnamed(party)).Select(register.Shape).Distinct()];
}
