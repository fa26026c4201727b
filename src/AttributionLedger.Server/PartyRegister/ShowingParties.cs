using AttributionLedger.Basics;
using AttributionLedger.Parties;

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
}
