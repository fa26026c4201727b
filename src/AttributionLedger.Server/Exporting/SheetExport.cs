using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Marten;

namespace AttributionLedger.Exporting;

/// <param name="Parties">Named parties that are written.</param>
/// <param name="Unnamed">Sources that are not named, one for each incident that they speak in.</param>
/// <param name="Entries">Lines.</param>
public sealed record ExportReport(int Incidents, int Parties, int Unnamed, int Entries);

/// <summary>
/// Writes the publishable reading of now as a ledger sheet. Another ledger that takes it in reads in public what this one
/// reads, but for sources that were counted under somebody: under whom is never told.
/// </summary>
public sealed class SheetExport(LedgerStore store, TimeProvider clock)
{
    /// <param name="only">The incidents to write; all where it is empty.</param>
    /// <param name="target">Written through, and left open.</param>
    /// <param name="progress">Told of the incidents that are written.</param>
    /// <returns>What was written; or the id of an incident that was asked for and is not on record.</returns>
    public async Task<(ExportReport? Report, string? Unknown)> WriteAsync(IReadOnlySet<string> only, Stream target, IProgress<int> progress, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        if (await UnknownAsync(session, only, ct) is { } unknown) return (null, unknown);

        var sheet = new ExportSheet(target);
        await sheet.WriteHeadingAsync(ct);
        var incidents = 0;
        await foreach (var id in IncidentsAsync(session, ct))
        {
            if (only.Count > 0 && !only.Contains(id)) continue;
            await WriteAsync(session, sheet, IncidentId.Of(id), other => only.Count == 0 || only.Contains(other.Value), ct);
            progress.Report(++incidents);
        }
        return (new(incidents, sheet.Parties, sheet.Unnamed, sheet.Entries), null);
    }

    private async Task WriteAsync(IDocumentSession session, ExportSheet sheet, IncidentId id, Func<IncidentId, bool> holds, CancellationToken ct)
    {
        var facts = (await session.Events.FetchStreamAsync(StreamKeys.Of(id), token: ct)).Select(e => e.Recorded<IncidentEvent>()).ToList();
        var parties = await session.LoadWithAncestorsAsync(facts.SelectMany(fact => PartiesOf(fact.Fact)), ct);
        // The writer's clock may be ahead by the microseconds that keep times apart.
        var now = new[] { Microseconds.Of(clock.GetUtcNow()), facts[^1].At }.Max();
        var asOf = new AsOf(now, now, Clock.Recorded, Audience.Publishable);
        var published = new PublishedIncident(id, facts, new Register(parties, now, Clock.Recorded), asOf);
        await sheet.WriteAsync(id, [.. published.Commands(holds)], parties.ToDictionary(party => PartyId.Of(party.Id)), ct);
    }

    private static IEnumerable<PartyId> PartiesOf(IncidentEvent fact) => fact switch
    {
        IncidentEvent.ClaimFramed { Claim: var claim } => new[] { claim.Actor, claim.RaisedByParty }.OfType<PartyId>(),
        IncidentEvent.StatementLogged e =>
            [.. e.Statement.By, .. e.CountsUnder, .. e.Statement.Channel is { } channel ? [channel] : Array.Empty<PartyId>(), .. e.Statement.Setting.AskedBy, .. e.Statement.Setting.Via],
        IncidentEvent.CommentSought e => [e.Of, .. e.By],
        IncidentEvent.IndependenceRecorded e => e.Parties,
        _ => []
    };

    private static async Task<string?> UnknownAsync(IQuerySession session, IReadOnlySet<string> wanted, CancellationToken ct)
    {
        var known = (await session.LoadManyAsync<Incident>(ct, [.. wanted])).Select(incident => incident.Id).ToHashSet();
        return wanted.FirstOrDefault(id => !known.Contains(id));
    }

    private static async IAsyncEnumerable<string> IncidentsAsync(IDocumentSession session, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var last = ""; ;)
        {
            var page = await session.IncidentsAfterAsync(last, ct);
            foreach (var id in page) yield return id;
            if (page.Count < IncidentIds.Page) yield break;
            last = page[^1];
        }
    }
}
