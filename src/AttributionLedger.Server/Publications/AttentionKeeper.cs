using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings.Timelines;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Publications;

/// <summary>
/// Evaluates publications whose evaluation no longer holds, and keeps what came of it. An incident is folded once for all of
/// its publications, at a cost that grows with its events; where a server runs, it has done so before anybody asks.
/// </summary>
public sealed class AttentionKeeper(LedgerStore store)
{
    /// <summary>Publications that one round evaluates: what a request may wait for.</summary>
    public const int RoundLimit = 200;

    /// <summary>Evaluates those that the views hold and whose evaluation does not hold.</summary>
    /// <param name="incident">Null for all incidents.</param>
    /// <returns>Whether there are more than one round evaluates.</returns>
    public async Task<bool> RefreshAsync(string? incident, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        var stale = await session.StaleAsync(incident, RoundLimit + 1, ct);
        foreach (var together in stale.Take(RoundLimit).GroupBy(publication => publication.Incident, publication => publication.Id))
            await store.KeepAsync(await EvaluateAsync(session, together.Key, [.. together], ct), ct);
        return stale.Count > RoundLimit;
    }

    /// <summary>What some publications of an incident come to in the snapshot of a session.</summary>
    /// <param name="ids">Of their rows.</param>
    internal async Task<IReadOnlyDictionary<string, AttentionShape>> OfAsync(IQuerySession session, string incident, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var attentions = await session.HoldingAsync(ids, ct);
        var missing = ids.Where(id => !attentions.ContainsKey(id)).ToHashSet();
        if (missing.Count == 0) return attentions;
        var evaluations = await EvaluateAsync(session, incident, missing, ct);
        await store.KeepAsync(evaluations, ct);
        foreach (var evaluation in evaluations) attentions[evaluation.Id] = evaluation.Attention;
        return attentions;
    }

    private async Task<List<Evaluation>> EvaluateAsync(IQuerySession session, string incident, HashSet<string> ids, CancellationToken ct)
    {
        var facts = await session.FactsAsync(incident, ct);
        if (facts.Count == 0) return [];
        var parties = await session.LoadWithAncestorsAsync(InvolvedParties.In(facts.Select(fact => fact.Fact)), ct);
        // By the record and not by the time of day, so that what was kept is what would be found anew.
        var now = Attention.LastRecorded(facts, parties);
        var basis = ReadingBasis.Of(StreamKeys.Of(IncidentId.Of(incident)), facts[^1].Order, parties, [], now);
        var timeline = Timeline.Of(incident, facts);
        var shaping = new AttentionShaping(timeline, facts, parties);
        return [.. Publication.All(facts).Values.Select(publication => (Id: PublicationRow.IdOf(incident, publication.Id), Publication: publication)).Where(row => ids.Contains(row.Id))
            .Select(row => new Evaluation(row.Id, incident, shaping.Of(Attention.Of(row.Publication, timeline, facts, parties, now)), basis.Streams))];
    }
}
