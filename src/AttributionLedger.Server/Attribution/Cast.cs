using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Readings.Timelines;

namespace AttributionLedger.Attribution;

/// <summary>The parties of an incident from moment to moment: the register is made anew only where somebody's name or place has changed.</summary>
internal sealed class Cast(KeptParties parties, KeptTimeline kept)
{
    private IReadOnlyList<Party> loaded = [];
    private List<DateTimeOffset> turns = [];
    private int involved = -1, place = -1;
    private Register? register;

    /// <summary>Everybody whom a reading of the incident can name.</summary>
    public static IReadOnlyList<PartyId> Involved(Timeline timeline) => [.. timeline.Named.Concat(timeline.Speakers).Distinct()];

    /// <summary>When something became known about the parties, or those above them, by the clock. In order.</summary>
    public static async Task<List<DateTimeOffset>> TurnsAsync(KeptParties parties, IReadOnlyList<PartyId> involved, Clock clock, CancellationToken ct) =>
        Turns(await parties.LoadWithAncestorsAsync(involved, ct), clock);

    /// <summary>The moments at which a reading may come out otherwise than just before, by what was recorded of the incident or its parties. In order.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> KnownTurnsAsync(Clock clock, CancellationToken ct)
    {
        var (own, all) = kept.Read(timeline => (timeline.KnownTurns(clock), Involved(timeline)));
        return own.Count == 0 ? [] : [.. own.Concat((await TurnsAsync(parties, all, clock, ct)).Where(turn => turn > own[0])).Distinct().Order()];
    }

    public async Task<Register> RegisterAsync(AsOf asOf, CancellationToken ct)
    {
        var now = kept.Read(Involved);
        if (now.Count != involved)
        {
            loaded = await parties.LoadWithAncestorsAsync(now, ct);
            (turns, involved, register) = (Turns(loaded, asOf.Clock), now.Count, null);
        }
        var at = turns.BinarySearch(asOf.KnownAt) is >= 0 and var found ? found : ~turns.BinarySearch(asOf.KnownAt) - 1;
        if (register is null || at != place) (register, place) = (new(loaded, asOf.KnownAt, asOf.Clock), at);
        return register;
    }

    private static List<DateTimeOffset> Turns(IEnumerable<Party> all, Clock clock) => [.. all.SelectMany(party => party.Facts).Select(fact => fact.Known(clock)).Distinct().Order()];
}
