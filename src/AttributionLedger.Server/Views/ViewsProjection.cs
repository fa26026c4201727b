using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Store;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;

namespace AttributionLedger.Views;

/// <summary>
/// Keeps the views that cost the append nothing: statements, board and appearances follow behind it. A page of events is
/// applied in one transaction with the progress through them, so that each event counts once.
/// </summary>
public sealed class ViewsProjection : IProjection
{
    public const string Name = "views";

    public static void Register(StoreOptions options, Awakening awakening)
    {
        options.Schema.For<StatementRow>().Duplicate(row => row.Incident);
        options.Schema.For<BoardRow>().Duplicate(row => row.LastKnown).Duplicate(row => row.Opened);
        options.Schema.For<AppearanceRow>().Duplicate(row => row.Party).Duplicate(row => row.Incident);
        options.Projections.Add(new ViewsProjection(), ProjectionLifecycle.Async, Name);
        options.Projections.Wakeup = awakening;
    }

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var facts = events.Where(e => e.Data is IncidentEvent).Select(e => (Incident: StreamKeys.IncidentIn(e.StreamKey)!, Fact: e.Recorded<IncidentEvent>())).ToList();
        if (facts.Count == 0) return;
        await ApplyBoardAsync(operations, facts, cancellation);
        await ApplyAppearancesAsync(operations, facts, cancellation);
        await ApplyStatementsAsync(operations, facts, cancellation);
    }

    private static async Task ApplyBoardAsync(IDocumentOperations operations, List<(string Incident, Recorded<IncidentEvent> Fact)> facts, CancellationToken ct)
    {
        var ids = facts.Select(f => f.Incident).Distinct().ToArray();
        var rows = (await operations.LoadManyAsync<BoardRow>(ct, ids)).ToDictionary(row => row.Id);
        foreach (var (incident, fact) in facts)
            if (BoardRow.Next(rows.GetValueOrDefault(incident), incident, fact) is { } row) rows[incident] = row;
        operations.Store(rows.Values.ToArray());
    }

    private static async Task ApplyAppearancesAsync(IDocumentOperations operations, List<(string Incident, Recorded<IncidentEvent> Fact)> facts, CancellationToken ct)
    {
        var seen = facts.SelectMany(f => AppearanceRow.Seen(f.Fact.Fact).Select(party => (f.Incident, Party: party, f.Fact.At))).ToList();
        if (seen.Count == 0) return;
        var rows = (await operations.LoadManyAsync<AppearanceRow>(ct, [.. seen.Select(s => AppearanceRow.IdOf(s.Incident, s.Party)).Distinct()])).ToDictionary(row => row.Id);
        foreach (var (incident, party, at) in seen)
            rows[AppearanceRow.IdOf(incident, party)] = AppearanceRow.After(rows.GetValueOrDefault(AppearanceRow.IdOf(incident, party)), incident, party, at);
        operations.Store(rows.Values.ToArray());
    }

    private static async Task ApplyStatementsAsync(IDocumentOperations operations, List<(string Incident, Recorded<IncidentEvent> Fact)> facts, CancellationToken ct)
    {
        var refolded = await RefoldedAsync(operations, facts, ct);
        var rest = facts.Where(f => StatementRow.About(f.Fact.Fact) is not { } about || !refolded.Contains((f.Incident, about))).ToList();
        var wanted = rest.Select(f => StatementRow.About(f.Fact.Fact) is { } about ? StatementRow.IdOf(f.Incident, about) : null).OfType<string>().Distinct().ToArray();
        var rows = (await operations.LoadManyAsync<StatementRow>(ct, wanted)).ToDictionary(row => row.Id);
        foreach (var (incident, fact) in rest)
            if (fact.Fact is IncidentEvent.StatementLogged logged) rows[StatementRow.IdOf(incident, logged.Id)] = StatementRow.Of(incident, fact, logged);
            else if (StatementRow.About(fact.Fact) is { } about && rows.TryGetValue(StatementRow.IdOf(incident, about), out var row)) rows[row.Id] = row.After(fact.Fact);

        // Never further than this page of events: the next one goes on from here.
        foreach (var incident in refolded.GroupBy(statement => statement.Incident, statement => statement.Statement))
        {
            var about = await operations.AboutAsync(StreamKeys.Of(IncidentId.Of(incident.Key)), facts.Last(f => f.Incident == incident.Key).Fact.Order + 1, incident, ct);
            foreach (var (id, row) in StatementRow.Fold(incident.Key, about)) rows[id] = row;
        }
        operations.Store(rows.Values.ToArray());
    }

    /// <summary>The statements whose reversal or evidence was struck: what that had done can only be taken out by folding them again.</summary>
    private static async Task<HashSet<(string Incident, EntryId Statement)>> RefoldedAsync(IDocumentOperations operations, List<(string Incident, Recorded<IncidentEvent> Fact)> facts, CancellationToken ct)
    {
        var struck = facts.Select(f => (f.Incident, Entry: f.Fact.Fact switch { IncidentEvent.EntryStruck e => e.Entry, IncidentEvent.ReversalStruck e => e.Reversal, _ => (EntryId?)null }))
            .Where(f => f.Entry is not null).Select(f => EntryRow.IdOf(f.Incident, f.Entry!.Value.Value)).Distinct().ToArray();
        return struck.Length == 0 ? [] : (await operations.LoadManyAsync<EntryRow>(ct, struck))
            .Where(row => row.Entry is { Kind: EntryKind.Evidence or EntryKind.Reversal, Target: not null }).Select(row => (row.Incident, row.Entry.Target!.Value)).ToHashSet();
    }
}
