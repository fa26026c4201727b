using AttributionLedger.Basics;
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

    public static void Register(StoreOptions options)
    {
        options.Schema.For<StatementRow>().Duplicate(row => row.Incident);
        options.Schema.For<BoardRow>().Duplicate(row => row.LastKnown);
        options.Schema.For<AppearanceRow>().Duplicate(row => row.Party);
        options.Projections.Add(new ViewsProjection(), ProjectionLifecycle.Async, Name);
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
        var refolded = facts.Where(f => f.Fact.Fact is IncidentEvent.ReversalStruck or IncidentEvent.EntryStruck).Select(f => f.Incident).ToHashSet();
        var rest = facts.Where(f => !refolded.Contains(f.Incident)).ToList();
        var wanted = rest.Select(f => StatementRow.About(f.Fact.Fact) is { } about ? StatementRow.IdOf(f.Incident, about) : null).OfType<string>().Distinct().ToArray();
        var rows = (await operations.LoadManyAsync<StatementRow>(ct, wanted)).ToDictionary(row => row.Id);
        foreach (var (incident, fact) in rest)
            if (fact.Fact is IncidentEvent.StatementLogged logged) rows[StatementRow.IdOf(incident, logged.Id)] = StatementRow.Of(incident, fact, logged);
            else if (StatementRow.About(fact.Fact) is { } about && rows.TryGetValue(StatementRow.IdOf(incident, about), out var row)) rows[row.Id] = row.After(fact.Fact);
        operations.Store(rows.Values.ToArray());

        // What a struck entry had done can only be taken out by folding again; rare, and never further than this page of events.
        foreach (var incident in refolded)
        {
            var last = facts.Last(f => f.Incident == incident).Fact.Order;
            var all = (await operations.Events.FetchStreamAsync(StreamKeys.Of(IncidentId.Of(incident)), version: last, token: ct)).Select(e => e.Recorded<IncidentEvent>()).ToList();
            operations.Store(StatementRow.Fold(incident, all).Values.ToArray());
        }
    }
}
