using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;

namespace AttributionLedger.IncidentBooks;

/// <summary>
/// Keeps the book of an incident in the transaction that appends to it, so that a reporter sees her own entry at once. A
/// statement costs the rows that it is about; a reversal, which is rare, refolds the positions of the parties that it touches.
/// </summary>
public sealed class IncidentBookProjection : IProjection
{
    public static void Register(StoreOptions options)
    {
        options.Schema.For<Incident>().Identity(incident => incident.Id);
        options.Schema.For<EntryRow>().Duplicate(row => row.Incident);
        options.Schema.For<PositionRow>().Duplicate(row => row.Incident);
        options.Projections.Add(new IncidentBookProjection(), ProjectionLifecycle.Inline, "incident-book");
    }

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var stream in events.Where(e => e.Data is IncidentEvent).GroupBy(e => e.StreamKey))
        {
            var id = StreamKeys.IncidentIn(stream.Key) ?? throw new InvalidOperationException("An incident's event stands in another's stream.");
            var facts = stream.Select(e => e.Recorded<IncidentEvent>()).ToList();
            await ApplyStructureAsync(operations, id, facts, cancellation);
            var touched = await ApplyEntriesAsync(operations, id, facts, cancellation);
            await ApplyPositionsAsync(operations, id, facts, touched, cancellation);
            await RefoldPositionsAsync(operations, id, facts, touched, cancellation);
        }
    }

    private static async Task ApplyStructureAsync(IDocumentOperations operations, string id, List<Recorded<IncidentEvent>> facts, CancellationToken ct)
    {
        if (!facts.Any(fact => Incident.IsChangedBy(fact.Fact))) return;
        var before = facts[0].Fact is IncidentEvent.IncidentOpened ? null : await operations.LoadAsync<Incident>(id, ct);
        if (facts.Aggregate(before, (incident, fact) => Incident.Evolve(incident, id, fact.Fact)) is { } after) operations.Store(after);
    }

    /// <returns>The parties whose positions a reversal among the facts bears on.</returns>
    private static async Task<HashSet<PartyId>> ApplyEntriesAsync(IDocumentOperations operations, string id, List<Recorded<IncidentEvent>> facts, CancellationToken ct)
    {
        var touched = facts.SelectMany(fact => IncidentBook.Touched(fact.Fact)).Select(key => EntryRow.IdOf(id, key)).Distinct().ToArray();
        var before = touched.Length == 0 ? [] : (await operations.LoadManyAsync<EntryRow>(ct, touched)).ToDictionary(row => row.Id);
        var after = IncidentBook.EntriesOf(id, facts.Select(fact => fact.Fact), before);
        operations.Store(after.Values.ToArray());
        return touched.Select(row => after.GetValueOrDefault(row)).OfType<EntryRow>().SelectMany(row => row.Entry.Heard()).ToHashSet();
    }

    private static async Task ApplyPositionsAsync(IDocumentOperations operations, string id, List<Recorded<IncidentEvent>> facts, HashSet<PartyId> refolded, CancellationToken ct)
    {
        var heard = new History(facts, IncidentBook.Now).Heard().Where(h => !refolded.Contains(h.Party)).ToList();
        if (heard.Count == 0) return;
        var ids = heard.Select(h => PositionRow.IdOf(id, h.Party, h.Claim)).Distinct().ToArray();
        var rows = (await operations.LoadManyAsync<PositionRow>(ct, ids)).ToDictionary(row => row.Id, row => row.Position);
        foreach (var next in heard)
        {
            var key = PositionRow.IdOf(id, next.Party, next.Claim);
            rows[key] = (rows.GetValueOrDefault(key) ?? Position.None(next.Party, next.Claim)).After(next);
        }
        operations.Store(rows.Values.Select(position => PositionRow.Of(id, position)).ToArray());
    }

    private static async Task RefoldPositionsAsync(IDocumentOperations operations, string id, List<Recorded<IncidentEvent>> facts, HashSet<PartyId> refolded, CancellationToken ct)
    {
        if (refolded.Count == 0) return;
        // What is committed, and then the batch: the stream does not hold yet what is being appended.
        var committed = await operations.HeardOfAsync(StreamKeys.Of(IncidentId.Of(id)), facts[0].Order, refolded, ct);
        var after = IncidentBook.PositionsOf(id, [.. committed, .. facts]).Where(row => refolded.Contains(row.Position.Party)).ToDictionary(row => row.Id);
        var before = (await operations.Query<PositionRow>().Where(row => row.Incident == id).ToListAsync(ct)).Where(row => refolded.Contains(row.Position.Party));
        foreach (var gone in before.Where(row => !after.ContainsKey(row.Id))) operations.Delete<PositionRow>(gone.Id);
        operations.Store(after.Values.ToArray());
    }
}
