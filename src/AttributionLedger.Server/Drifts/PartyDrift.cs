using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using Marten;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Drifts;

/// <summary>The drift of one party, read from one incident after the other.</summary>
/// <param name="party">Under the id that it goes by at the moment of the reading.</param>
/// <param name="names">Every id that it goes by now, of which those that were merged later are left out.</param>
internal sealed class PartyDrift(IQuerySession session, PartyId party, IReadOnlyList<string> names, ReadingRequest asked, AsOf asOf)
{
    public IReadOnlyList<string> Names => names;

    /// <returns>Null where the reading does not hold anything that the party said there.</returns>
    public async Task<IncidentDriftShape?> OnAsync(string incident, string? claim, CancellationToken ct)
    {
        var facts = await FactsAsync(StreamKeys.Of(IncidentId.Of(incident)), ct);
        if (facts.Count == 0) return null;
        // The writer's clock may be ahead by the microseconds that keep times apart.
        var last = facts[^1].At;
        var moment = asked.KnownAt is not null || last <= asOf.KnownAt ? asOf : asOf with { KnownAt = last, SaidBy = asked.SaidBy is null ? last : asOf.SaidBy };
        var register = new Register(await session.LoadWithAncestorsAsync(PartiesIn(facts).Append(party), ct), moment.KnownAt, moment.Clock);
        return new DriftShaping(register, moment).Of(Drift.Of(party, incident, facts, register, moment), claim);
    }

    // Whether a party repeats another depends on whether the reading holds what that one said.
    private async Task<List<Recorded<IncidentEvent>>> FactsAsync(string key, CancellationToken ct)
    {
        var own = names.Select(PartyId.Of).ToList();
        var facts = await session.HeardOfAsync(key, long.MaxValue, own, ct);
        var said = facts.Select(fact => fact.Fact).OfType<StatementLogged>().ToDictionary(logged => logged.Id);
        var linked = facts.Select(fact => fact.Fact).OfType<StatementLinked>().Where(link => said.ContainsKey(link.Statement));
        var repeated = said.Values.SelectMany(logged => logged.CountsUnder).Concat(linked.SelectMany(link => link.CountsUnder)).Where(other => !own.Contains(other)).Distinct().ToList();
        if (repeated.Count > 0) facts = await session.HeardOfAsync(key, long.MaxValue, [.. own, .. repeated], ct);
        // Of what has gone off the record since, the words are told of no moment.
        var gone = History.OffTheRecord(facts.Select(fact => fact.Fact));
        return [.. facts.Where(fact => !(fact.Fact is StatementLogged logged && gone.Contains(logged.Id)) && !(fact.Fact is StanceTaken stance && gone.Contains(stance.Statement)))
            .Concat(await session.FramesAsync(key, ct)).OrderBy(fact => fact.Order)];
    }

    private static IEnumerable<PartyId> PartiesIn(IEnumerable<Recorded<IncidentEvent>> facts) => facts.SelectMany(fact => fact.Fact switch
    {
        StatementLogged e => e.Statement.By.Concat(e.Statement.Speaking()).Concat(e.CountsUnder),
        StatementLinked e => e.CountsUnder,
        ClaimFramed { Claim.Actor: { } actor } => [actor],
        _ => (IEnumerable<PartyId>)[]
    });
}
