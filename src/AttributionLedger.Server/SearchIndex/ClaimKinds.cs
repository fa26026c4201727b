using System.Collections.Concurrent;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.SearchIndex;

/// <summary>What claims are about, as it was last looked up: a claim is reworded now and then, and stays of its kind for ever.</summary>
internal sealed class ClaimKinds
{
    /// <summary>Claims that are remembered, some tens of megabytes; with more they are learnt anew.</summary>
    private const int Limit = 200_000;

    private readonly ConcurrentDictionary<(string Incident, ClaimId Claim), ClaimKind> seen = new();

    /// <summary>The kind of a claim of an incident, for the claims on which statements of the steps take a stance.</summary>
    public async Task<Func<string, ClaimId, ClaimKind?>> OfAsync(IQuerySession session, IReadOnlyCollection<IncidentStep> steps, CancellationToken ct)
    {
        if (seen.Count > Limit) seen.Clear();
        var unseen = steps.Where(step => !IsKnown(step)).Select(step => step.Incident).ToArray();
        if (unseen.Length > 0)
            foreach (var incident in await session.LoadManyAsync<Incident>(ct, unseen))
                foreach (var claim in incident.Claims) seen[(incident.Id, claim.Id)] = claim.Kind;
        return (incident, claim) => seen.TryGetValue((incident, claim), out var kind) ? kind : null;
    }

    // What was done to a statement may have changed the claims that it is on, and its past is found by those as well.
    private bool IsKnown(IncidentStep step) => StatementFacts.AreOfUntouched(step.Facts)
        && step.After.Statements.Values.All(row => row.Stances.All(stance => stance.Claim is not { } claim || seen.ContainsKey((step.Incident, claim))));
}
