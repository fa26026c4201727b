using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Store;
using Microsoft.Extensions.Caching.Memory;

namespace AttributionLedger.Api.Requests;

/// <summary>In which zone the times of an incident are read. It never changes once the incident is open, so it is remembered.</summary>
internal sealed class ZonesOfIncidents(LedgerStore store) : IDisposable
{
    /// <summary>Incidents of which it is remembered: a few hundred kilobytes.</summary>
    private const int Limit = 10_000;

    private readonly MemoryCache zones = new(new MemoryCacheOptions { SizeLimit = Limit });

    /// <summary>The IANA zone; null when there is no such incident.</summary>
    public async Task<string?> OfAsync(IncidentId incident, CancellationToken ct)
    {
        if (zones.TryGetValue(incident.Value, out string? zone)) return zone;
        await using var session = store.Reading();
        if ((await session.LoadAsync<Incident>(incident.Value, ct))?.Zone is { } found) zones.Set(incident.Value, zone = found, new MemoryCacheEntryOptions { Size = 1 });
        return zone;
    }

    public void Dispose() => zones.Dispose();
}
