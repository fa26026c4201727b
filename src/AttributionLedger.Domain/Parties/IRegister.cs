using AttributionLedger.Basics;

namespace AttributionLedger.Parties;

/// <summary>The parties that a decision may look up by id.</summary>
public interface IRegister
{
    /// <summary>The party under <paramref name="id"/>; null when none is registered.</summary>
    Party? Party(PartyId id);
}
