using AttributionLedger.Basics;
using AttributionLedger.Parties;

namespace AttributionLedger.Incidents;

/// <summary>What a decision may look up by key: the rows that it is about, never a list of all there are.</summary>
public interface IRecord : IRegister
{
    /// <summary>The entry of this incident under <paramref name="id"/>; null when there is none.</summary>
    LoggedEntry? Entry(EntryId id);

    /// <summary>The publication of this incident that was registered last under an address; null when there is none.</summary>
    EntryId? PublishedAt(string url) => Entry(EntryKeys.OfAddress(url))?.Target;

    bool Holds(IncidentId incident);

    /// <summary>How the facts that a command would append compare with what is on record under their key.</summary>
    Repetition Compare(IReadOnlyList<IncidentEvent> facts);
}
