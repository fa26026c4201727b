using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Readings.Timelines;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Marten;
using AttributionLedger.Wordings;

namespace AttributionLedger.Differences;

/// <summary>What came of comparing two moments of an incident.</summary>
public abstract record DifferenceAnswer
{
    private DifferenceAnswer() { }

    public sealed record Read(DifferenceShape Shape) : DifferenceAnswer;

    public sealed record Refused(Rejection Rejection) : DifferenceAnswer;
}

/// <summary>Compares two moments of an incident, at a cost that grows with its events.</summary>
public sealed class DifferenceReader(LedgerStore store, TimeProvider clock)
{
    /// <summary>Changes of one answer: what an editor goes through, with the status and the standings first.</summary>
    public const int Limit = 1_000;
    public const int DefaultLimit = 200;

    /// <summary>Causes of one change: beyond it, it was a flood.</summary>
    public const int CauseLimit = 20;

    /// <param name="limit">Changes that are listed.</param>
    public async Task<DifferenceAnswer> ReadAsync(string id, DifferenceRequest request, int limit, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        if (await session.LoadAsync<Incident>(id, ct) is not { } incident) return new DifferenceAnswer.Refused(Asking.IncidentUnknown(id));

        var facts = await session.FactsAsync(id, ct);
        var now = Microseconds.Of(clock.GetUtcNow()) is var told && facts[^1].At > told ? facts[^1].At : told;
        if (request.Moments(incident.Zone, now, out var start, out var end) is { } refusal) return new DifferenceAnswer.Refused(refusal);

        var parties = await session.LoadWithAncestorsAsync(InvolvedParties.In(facts.Select(fact => fact.Fact)), ct);
        // All that follows is reckoned: nobody needs the connection meanwhile.
        await session.DisposeAsync();
        var timeline = Timeline.Of(id, facts);
        var way = new Way(facts, parties, start, end, asOf =>
        {
            ct.ThrowIfCancellationRequested();
            return timeline.Reading(timeline.Positions(asOf), new Register(parties, asOf.KnownAt, asOf.Clock), asOf);
        });
        var explaining = new Explaining(way, new Register(parties, end.KnownAt, end.Clock), Dates(facts), end);
        var changes = explaining.Changes();
        return new DifferenceAnswer.Read(new(
            id, incident.Zone, new(start.SaidBy, start.KnownAt), new(end.SaidBy, end.KnownAt), end.Clock, end.Audience, end.Rules.Version,
            [.. changes.Take(limit).Select(explaining.Shape)], Math.Max(0, changes.Count - limit), Note(explaining, changes)));
    }

    internal static DateWords Dates(IReadOnlyList<Recorded<IncidentEvent>> facts)
    {
        var opened = (IncidentEvent.IncidentOpened)facts[0].Fact;
        return new(opened.Zone, Zones.InZone(opened.Occurred?.Earliest ?? facts[0].At, opened.Zone).Year);
    }

    private static string? Note(Explaining explaining, IReadOnlyList<Change> changes) => (explaining.Before, explaining.After) switch
    {
        (null, null) => "At neither moment anything of the incident was on record.",
        (null, _) => "At the earlier moment nothing of the incident was on record: everything is new.",
        (_, null) => "At the later moment nothing of the incident is on record.",
        _ => changes.Count == 0 ? "Between the two moments nothing changed." : null
    };
}
