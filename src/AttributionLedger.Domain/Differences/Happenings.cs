using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Differences;

/// <summary>Everything at which a reading of one incident can change, and when.</summary>
internal sealed class Happenings(IReadOnlyList<Recorded<IncidentEvent>> facts, IEnumerable<Party> parties, Clock clock)
{
    private readonly ILookup<EntryId, StanceTaken> stances = facts.Select(fact => fact.Fact).OfType<StanceTaken>().ToLookup(stance => stance.Statement);
    private readonly Dictionary<string, IncidentEvent> entries = facts.Select(fact => fact.Fact).Where(fact => fact is not StanceTaken).GroupBy(fact => fact.EntryKey()).ToDictionary(entry => entry.Key, entry => entry.First());
    private readonly List<Recorded<IncidentEvent>> begun = [.. facts.Where(fact => fact.Fact is not StanceTaken)];

    /// <summary>When the desk came to know what it knows, and when embargoes end, which only who reads in public notices.</summary>
    public IEnumerable<(DateTimeOffset At, Happening What)> Known(Audience audience) =>
    [
        .. begun.Select(fact => (fact.Known(clock), Entered(fact, Along.Known))),
        .. parties.SelectMany(party => party.Facts.Where(fact => Bears(fact.Fact)).Select(fact => (fact.Known(clock), (Happening)new Happening.OfParty(PartyId.Of(party.Id), fact)))),
        .. audience == Audience.Internal ? [] : begun.Select(fact => fact.Fact).OfType<StatementLogged>().Where(logged => logged.Statement.Setting.EmbargoUntil is not null)
            .Select(logged => (logged.Statement.Setting.EmbargoUntil!.Value, (Happening)new Happening.EmbargoEnded(logged, logged.Statement.Setting.EmbargoUntil.Value)))
    ];

    /// <summary>The latest possible times of what is known by then: of what was said, asked, taken back and put right.</summary>
    public IEnumerable<(DateTimeOffset At, Happening What)> Said(DateTimeOffset knownAt) =>
        from fact in begun
        let known = fact.Known(clock)
        let said = Happening.SaidIn(fact.Fact)
        where known <= knownAt && said is not null
        select (said.Latest < known ? said.Latest.Value : known, Entered(fact, Along.Said));

    // Under which name or grade a party was registered is read by no rule.
    private static bool Bears(PartyEvent fact) => fact is not (PartyEvent.PartyRegistered or PartyEvent.AliasAdded or PartyEvent.PartyGraded);

    private Happening Entered(Recorded<IncidentEvent> fact, Along along)
    {
        var undone = fact.Fact is ReversalStruck struck ? Entry(struck.Reversal) : null;
        var about = fact.Fact is ReversalStruck { Entry: var acted } ? Entry(acted) : Entry(LoggedEntry.Reversed(fact.Fact));
        return new Happening.Entered(fact, fact.Fact is StatementLogged logged ? stances[logged.Id].Select(stance => stance.ToStance()).ToListing() : [], about, undone, along);
    }

    private IncidentEvent? Entry(EntryId? id) => id is { } key ? entries.GetValueOrDefault(key.Value) : null;
}
