using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Store;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;

namespace AttributionLedger.Views;

/// <summary>
/// Keeps the views that cost the append nothing: statements, requests, publications, board and appearances follow behind it. A page of
/// events is applied in one transaction with the progress through them, so that each event counts once.
/// </summary>
public sealed class ViewsProjection(IKeptBeside beside) : IProjection
{
    public const string Name = "views";

    public static void Register(StoreOptions options, Awakening awakening, IKeptBeside beside)
    {
        options.Schema.For<StatementRow>().Duplicate(row => row.Incident);
        options.Schema.For<RequestRow>().Duplicate(row => row.Incident, configure: index => index.Columns = ["incident", "known"]).Duplicate(row => row.Known).Duplicate(row => row.Of);
        options.Schema.For<PublicationRow>().Duplicate(row => row.Incident, configure: index => index.Columns = ["incident", "known"]).Duplicate(row => row.Known);
        options.Schema.For<BoardRow>().Duplicate(row => row.LastKnown).Duplicate(row => row.Opened);
        options.Schema.For<AppearanceRow>().Duplicate(row => row.Party, configure: index => index.Columns = ["party", "incident"]).Duplicate(row => row.Incident);
        StatementKeyTable.Register(options);
        options.Projections.Add(new ViewsProjection(beside), ProjectionLifecycle.Async, Name);
        options.Projections.Wakeup = awakening;
    }

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var facts = events.Where(e => e.Data is IncidentEvent).Select(e => (Incident: StreamKeys.IncidentIn(e.StreamKey)!, Fact: e.Recorded<IncidentEvent>())).ToList();
        var parties = events.Where(e => e.Data is PartyEvent).Select(e => StreamKeys.PartyIn(e.StreamKey)!).Distinct().ToList();
        if (parties.Count > 0) await beside.AfterAsync(operations, parties, cancellation);
        if (facts.Count == 0) return;
        await ApplyBoardAsync(operations, facts, cancellation);
        await ApplyAppearancesAsync(operations, facts, cancellation);
        await ApplyStatementsAsync(operations, facts.GroupBy(f => f.Incident, f => f.Fact), cancellation);
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
        var seen = facts.SelectMany(f => AppearanceRow.Seen(f.Fact.Fact).Select(party => (f.Incident, Party: party, f.Fact))).ToList();
        if (seen.Count == 0) return;
        var rows = (await operations.LoadManyAsync<AppearanceRow>(ct, [.. seen.Select(s => AppearanceRow.IdOf(s.Incident, s.Party)).Distinct()])).ToDictionary(row => row.Id);
        foreach (var (incident, party, fact) in seen)
            rows[AppearanceRow.IdOf(incident, party)] = AppearanceRow.After(rows.GetValueOrDefault(AppearanceRow.IdOf(incident, party)), incident, party, fact);
        operations.Store(rows.Values.ToArray());
    }

    private async Task ApplyStatementsAsync(IDocumentOperations operations, IEnumerable<IGrouping<string, Recorded<IncidentEvent>>> incidents, CancellationToken ct)
    {
        var steps = new List<IncidentStep>();
        foreach (var incident in incidents)
        {
            List<Recorded<IncidentEvent>> facts = [.. incident];
            steps.Add(new(incident.Key, facts, await Stepping.AfterAsync(operations, incident.Key, facts, ct)));
        }
        var statements = steps.SelectMany(step => step.After.Statements.Values).ToArray();
        operations.Store(statements);
        operations.Store(steps.SelectMany(step => step.After.Requests.Values).ToArray());
        operations.Store(steps.SelectMany(step => step.After.Publications.Values).ToArray());
        operations.Replace(steps.SelectMany(step => step.After.Before), statements);
        await beside.AfterAsync(operations, steps, ct);
    }
}
