using System.Runtime.CompilerServices;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;

namespace AttributionLedger.RuleComparisons;

/// <param name="One">The number of the one version.</param>
/// <param name="Other">The number of the other.</param>
/// <param name="Incident">Only this incident; null for every one.</param>
/// <param name="OnlyNow">Compare what is read now, and not what was read after every entry.</param>
public sealed record RuleComparisonQuery(int One, int Other, string? Incident = null, bool OnlyNow = false);

/// <summary>
/// Reads every incident under two versions of the rules, after everything that may have changed a reading, and tells where an
/// attribution comes out otherwise: what a desk must know before it reads by another version. The desk's own reading is
/// compared, by the recorded clock.
/// </summary>
public sealed class RulesComparer(LedgerStore store, KeptParties parties, TimeProvider clock)
{
    /// <summary>Flips that are told of an incident, the first there were.</summary>
    public const int FlipLimit = 200;

    public static RulesListShape All { get; } = new(Rules.Current.Version, [.. Rules.All.Select(rules => new RulesShape(rules.Version, rules.Summary))]);

    /// <returns>A comparison for each incident, in the order of their ids; or a refusal: <c>rules-unknown</c>, <c>rules-same</c>, <c>incident-unknown</c>.</returns>
    public async Task<Answer<IAsyncEnumerable<RuleComparisonShape>>> CompareAsync(RuleComparisonQuery query, CancellationToken ct)
    {
        if (Rules.Find(query.One) is not { } one) return Unknown("from", query.One);
        if (Rules.Find(query.Other) is not { } other) return Unknown("to", query.Other);
        if (one == other) return new Rejection("rules-same", "to", "Give two versions: a version reads as it reads.");
        if (query.Incident is not { } only) return Given(EveryOneAsync(one, other, query.OnlyNow, ct));
        var timeline = new KeptTimeline(IncidentId.Of(only), store);
        await timeline.WholeAsync(ct);
        return timeline.Incident is null ? Asking.IncidentUnknown(only) : Given(OneAsync(timeline, one, other, query.OnlyNow, ct));
    }

    private static Answer<IAsyncEnumerable<RuleComparisonShape>> Given(IAsyncEnumerable<RuleComparisonShape> comparisons) => new Answer<IAsyncEnumerable<RuleComparisonShape>>.Given(comparisons);

    private static Rejection Unknown(string field, int version) =>
        new("rules-unknown", field, $"There is no version {version} of the rules; there are {string.Join(", ", Rules.All.Select(rules => rules.Version))}.");

    private async IAsyncEnumerable<RuleComparisonShape> EveryOneAsync(Rules one, Rules other, bool onlyNow, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (key, _) in store.Prepared.StreamsAsync(ct))
            if (StreamKeys.IncidentIn(key) is { } id)
            {
                // Apart from those that readers have in use: each is needed once.
                var timeline = new KeptTimeline(IncidentId.Of(id), store);
                await timeline.WholeAsync(ct);
                if (timeline.Incident is not null) await foreach (var comparison in OneAsync(timeline, one, other, onlyNow, ct)) yield return comparison;
            }
    }

    private async IAsyncEnumerable<RuleComparisonShape> OneAsync(KeptTimeline timeline, Rules one, Rules other, bool onlyNow, [EnumeratorCancellation] CancellationToken ct)
    {
        var incident = timeline.Incident!;
        var cast = new Cast(parties, timeline);
        var now = Microseconds.Of(clock.GetUtcNow()) is var told && timeline.Read(t => t.End) is var end && end > told ? end : told;
        var turns = onlyNow ? [now] : (await cast.KnownTurnsAsync(Clock.Recorded, ct)).Where(turn => turn <= now).ToList();
        var flips = new RuleFlips();
        foreach (var at in turns)
        {
            ct.ThrowIfCancellationRequested();
            var asOf = new AsOf(at, at);
            var register = await cast.RegisterAsync(asOf, ct);
            flips.Note(at, register, timeline.Read(t => t.Reading(t.Positions(asOf), register, asOf with { Rules = one })), timeline.Read(t => t.Reading(t.Positions(asOf), register, asOf with { Rules = other })));
        }
        yield return new(incident.Id, incident.Headline, incident.Zone, one.Version, other.Version, turns.Count, [.. flips.All.Take(FlipLimit)], Math.Max(0, flips.All.Count - FlipLimit));
    }
}
