using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Store;
using Marten;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Differences;

/// <summary>All that readings of any moment of an incident go through.</summary>
internal static class InvolvedParties
{
    public static async Task<IReadOnlyList<Recorded<IncidentEvent>>> FactsAsync(this IQuerySession session, string incident, CancellationToken ct) =>
        [.. (await session.Events.FetchStreamAsync(StreamKeys.Of(IncidentId.Of(incident)), token: ct)).Select(stored => stored.Recorded<IncidentEvent>())];

    /// <summary>Whoever a reading of these facts can name.</summary>
    public static IEnumerable<PartyId> In(IEnumerable<IncidentEvent> facts) => facts.SelectMany(fact => fact switch
    {
        ClaimFramed e => new[] { e.Claim.Actor, e.Claim.RaisedByParty }.OfType<PartyId>(),
        StatementLogged e => e.Statement.By.Concat(e.Statement.Speaking()).Concat(e.Statement.Setting.AskedBy).Concat(e.CountsUnder),
        CommentSought e => e.By.With(e.Of),
        IndependenceRecorded e => e.Parties,
        StatementLinked e => e.CountsUnder,
        _ => []
    }).Distinct();
}
