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
/// Keeps the books of incidents in the transaction that appends to them, so that a reporter sees her own entry at once. A
/// statement costs the rows that it is about; a reversal, which is rare, refolds the positions of the parties that it touches.
/// However many incidents a transaction appends to, their rows are fetched together.
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
        var appended = events.Where(e => e.Data is IncidentEvent).GroupBy(e => e.StreamKey).Select(stream => new Appended(
            StreamKeys.IncidentIn(stream.Key) ?? throw new InvalidOperationException("An incident's event stands in another's stream."),
            stream.Select(e => e.Recorded<IncidentEvent>()).ToList())).ToList();
        if (appended.Count == 0) return;
        await ApplyStructureAsync(operations, appended, cancellation);
        await ApplyEntriesAsync(operations, appended, cancellation);
        await ApplyPositionsAsync(operations, appended, cancellation);
        foreach (var stream in appended.Where(stream => stream.Refolded.Count > 0)) await RefoldPositionsAsync(operations, stream, cancellation);
    }

    private static async Task ApplyStructureAsync(IDocumentOperations operations, List<Appended> appended, CancellationToken ct)
    {
        var changed = appended.Where(stream => stream.Facts.Any(fact => Incident.IsChangedBy(fact.Fact))).ToList();
        var before = await LoadAsync<Incident>(operations, changed.Where(stream => stream.Facts[0].Fact is not IncidentEvent.IncidentOpened).Select(stream => stream.Id), incident => incident.Id, ct);
        foreach (var stream in changed)
            if (stream.Facts.Aggregate(before.GetValueOrDefault(stream.Id), (incident, fact) => Incident.Evolve(incident, stream.Id, fact.Fact)) is { } after) operations.Store(after);
    }

    /// <summary>Also finds the parties whose positions a reversal among the facts bears on.</summary>
    private static async Task ApplyEntriesAsync(IDocumentOperations operations, List<Appended> appended, CancellationToken ct)
    {
        var before = await LoadAsync<EntryRow>(operations, appended.SelectMany(stream => stream.Touched), row => row.Id, ct);
        foreach (var stream in appended)
        {
            var after = IncidentBook.EntriesOf(stream.Id, stream.Facts.Select(fact => fact.Fact), before);
            operations.Store(after.Values.ToArray());
            stream.Refolded.UnionWith(stream.Touched.Select(row => after.GetValueOrDefault(row)).OfType<EntryRow>().SelectMany(row => row.Entry.Heard()));
        }
    }

    private static async Task ApplyPositionsAsync(IDocumentOperations operations, List<Appended> appended, CancellationToken ct)
    {
        var heard = appended.SelectMany(stream => History.Of(stream.Facts).Heard(IncidentBook.Now).Where(heard => !stream.Refolded.Contains(heard.Party)).Select(heard => (stream.Id, Heard: heard))).ToList();
        var rows = await LoadAsync<PositionRow>(operations, heard.Select(next => PositionRow.IdOf(next.Id, next.Heard.Party, next.Heard.Claim)), row => row.Id, ct);
        foreach (var (incident, next) in heard)
        {
            var id = PositionRow.IdOf(incident, next.Party, next.Claim);
            rows[id] = PositionRow.Of(incident, (rows.GetValueOrDefault(id)?.Position ?? Position.None(next.Party, next.Claim)).After(next));
        }
        operations.Store(rows.Values.ToArray());
    }

    private static async Task RefoldPositionsAsync(IDocumentOperations operations, Appended stream, CancellationToken ct)
    {
        // What is committed, and then the batch: the stream does not hold yet what is being appended.
        var committed = await operations.HeardOfAsync(StreamKeys.Of(IncidentId.Of(stream.Id)), stream.Facts[0].Order, stream.Refolded, ct);
        var after = IncidentBook.PositionsOf(stream.Id, [.. committed, .. stream.Facts]).Where(row => stream.Refolded.Contains(row.Position.Party)).ToDictionary(row => row.Id);
        var before = (await operations.Query<PositionRow>().Where(row => row.Incident == stream.Id).ToListAsync(ct)).Where(row => stream.Refolded.Contains(row.Position.Party));
        foreach (var gone in before.Where(row => !after.ContainsKey(row.Id))) operations.Delete<PositionRow>(gone.Id);
        operations.Store(after.Values.ToArray());
    }

    private static async Task<Dictionary<string, T>> LoadAsync<T>(IDocumentOperations operations, IEnumerable<string> ids, Func<T, string> id, CancellationToken ct) where T : class =>
        ids.Distinct().ToArray() is { Length: > 0 } wanted ? (await operations.LoadManyAsync<T>(ct, wanted)).ToDictionary(id) : [];

    /// <summary>What one transaction appends to one incident.</summary>
    private sealed record Appended(string Id, List<Recorded<IncidentEvent>> Facts)
    {
        /// <summary>The rows of earlier entries that the facts change.</summary>
        public IReadOnlyList<string> Touched { get; } = [.. Facts.SelectMany(fact => LoggedEntry.Touched(fact.Fact)).Select(key => EntryRow.IdOf(Id, key.Value)).Distinct()];

        /// <summary>Parties whose positions are made anew from their events.</summary>
        public HashSet<PartyId> Refolded { get; } = [];
    }
}
