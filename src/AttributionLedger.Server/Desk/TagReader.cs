using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Store;

namespace AttributionLedger.Desk;

/// <summary>
/// Reads the state that something is in. Read before the thing itself: then it never names a state that its reader has not seen.
/// </summary>
public sealed class TagReader(LedgerStore store)
{
    public async Task<string?> OfAsync(IncidentId incident, CancellationToken ct)
    {
        await using var session = store.Reading();
        return await session.LoadAsync<Incident>(incident.Value, ct) is { } found ? Tags.Of(found) : null;
    }

    public async Task<string?> OfAsync(IncidentId incident, EntryId entry, CancellationToken ct)
    {
        await using var session = store.Reading();
        return await session.LoadAsync<EntryRow>(EntryRow.IdOf(incident.Value, entry.Value), ct) is { } found ? Tags.Of(found.Entry) : null;
    }

    public async Task<string?> OfAsync(PartyId party, CancellationToken ct)
    {
        await using var session = store.Reading();
        return await session.LoadAsync<Party>(party.Value, ct) is { } found ? Tags.Of(found) : null;
    }
}
