using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Spreadsheets.Translations;
using AttributionLedger.Store;
using Marten;

namespace AttributionLedger.Spreadsheets;

/// <summary>Looks up by key what the rows of a file join.</summary>
internal sealed class RecordedIncidents(LedgerStore store) : IRecordLookup
{
    public async Task<IReadOnlyDictionary<string, KnownIncident>> IncidentsAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        await using var session = store.Reading();
        return (await session.LoadManyAsync<Incident>(ct, [.. ids])).ToDictionary(incident => incident.Id, incident => new KnownIncident(incident.Zone, incident.Claims));
    }

    public async Task<IReadOnlySet<string>> RetractedAsync(string incident, IReadOnlyCollection<string> statements, CancellationToken ct)
    {
        await using var session = store.Reading();
        var rows = await session.LoadManyAsync<EntryRow>(ct, [.. statements.Select(statement => EntryRow.IdOf(incident, statement))]);
        return rows.Where(row => row.Entry.RetractedBy is not null).Select(row => row.Entry.Key).ToHashSet();
    }
}
