using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using Microsoft.Extensions.Caching.Memory;

namespace AttributionLedger.Desk;

/// <summary>
/// Incidents and parties as this process saw them last, so that a busy incident is not read anew for each entry. Nothing of it
/// is believed: under the lock, what is remembered is used only where its stream has the version that it was remembered at.
/// </summary>
internal sealed class Memory : IDisposable
{
    /// <summary>Incidents, weighed by their claims, and parties, weighed by their facts: some tens of megabytes at most.</summary>
    private const int WeightLimit = 200_000;

    private readonly MemoryCache remembered = new(new MemoryCacheOptions { SizeLimit = WeightLimit });

    /// <summary>An incident with the number of the last event that made it so.</summary>
    public (Incident State, long Version)? Incident(IncidentId id) => remembered.TryGetValue(id, out (Incident, long) found) ? found : null;

    public Party? Party(PartyId id) => remembered.TryGetValue(id, out Party? found) ? found : null;

    public void Keep(Incident incident, long version) => remembered.Set(IncidentId.Of(incident.Id), (incident, version), new MemoryCacheEntryOptions { Size = 1 + incident.Claims.Count });

    public void Keep(Party party) => remembered.Set(PartyId.Of(party.Id), party, new MemoryCacheEntryOptions { Size = party.Facts.Count });

    public void Dispose() => remembered.Dispose();
}
