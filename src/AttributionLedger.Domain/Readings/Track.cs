using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Readings;

/// <summary>
/// One entry that is heard, with all that was done to it since. What a reading hears of it depends on nothing else, so that
/// the entries of an incident can be read apart from each other.
/// </summary>
/// <param name="at">UTC, when the ledger recorded it.</param>
/// <param name="noted">UTC, when the desk noted it, where the entry says so.</param>
/// <param name="order">Its place in the incident's stream.</param>
internal sealed class Track(Utterance said, DateTimeOffset at, DateTimeOffset? noted, long order)
{
    private readonly List<Stance> stances = [];
    private readonly List<Recorded<IncidentEvent>> since = [];

    public long Order => order;

    /// <summary>Nothing about it was noted before it was recorded, so that both clocks hear the same.</summary>
    public bool IsSameByBothClocks => noted is null && since.All(fact => fact.Fact.Noted is null);

    /// <summary>How often something was done to it.</summary>
    public int Changes => since.Count;

    /// <summary>All whom it shows.</summary>
    public IEnumerable<PartyId> Parties => said.Speaking.Concat(said.InTheNameOf).Concat(said.CountsUnder).Concat(said.AskedBy)
        .Concat(since.Select(fact => fact.Fact).OfType<StatementLinked>().SelectMany(linked => linked.CountsUnder));

    /// <summary>UTC, when an embargo on it ends; none where there is none.</summary>
    public IEnumerable<DateTimeOffset> Embargoes => said.Embargo is { } until ? [until] : [];

    public void Take(Stance stance) => stances.Add(stance);

    public void Undergo(Recorded<IncidentEvent> fact) => since.Add(fact);

    /// <summary>When the desk knew it, by <paramref name="clock"/>.</summary>
    public DateTimeOffset Known(Clock clock) => clock == Clock.Noted ? noted ?? at : at;

    /// <summary>Every stance that is live as of the two clocks, or that the speaker took back; none where the entry was struck.</summary>
    public IEnumerable<Heard> Heard(AsOf asOf)
    {
        var (known, latest) = (Known(asOf.Clock), Readings.Sayings.LatestPossible(said.Said, Known(asOf.Clock)));
        return Live(known, latest, asOf) is not { } live ? [] : said.IsRequest ? [Request(known, latest)] : Statement(live, Sayings(live, known, latest, asOf, null), known, latest, asOf);
    }

    /// <summary>What a statement and its speakers said by then; null where none is heard.</summary>
    /// <param name="words">The statement's, which are not kept here.</param>
    public Account? Account(AsOf asOf, IReadOnlyDictionary<EntryId, Words?> words)
    {
        var (known, latest) = (Known(asOf.Clock), Readings.Sayings.LatestPossible(said.Said, Known(asOf.Clock)));
        if (said.IsRequest || Live(known, latest, asOf) is not { } live) return null;
        var sayings = Sayings(live, known, latest, asOf, words.GetValueOrDefault(said.Entry));
        return Statement(live, sayings, known, latest, asOf).ToListing() is { Count: > 0 } heard ? new(said.Entry, said.Speaking, sayings.ToListing(), heard) : null;
    }

    // What was done to it and is in force; null where it is not known, not said, struck, or where another stands for it.
    private List<Recorded<IncidentEvent>>? Live(DateTimeOffset known, DateTimeOffset latest, AsOf asOf)
    {
        if (known > asOf.KnownAt || latest > asOf.SaidBy) return null;
        if (since.Count == 0) return since;
        var undone = Undone(since.Where(fact => fact.Known(asOf.Clock) <= asOf.KnownAt));
        var live = since.Where(fact => fact.Known(asOf.Clock) <= asOf.KnownAt && !undone.Contains(EntryId.Of(fact.Fact.EntryKey()))).ToList();
        return live.Any(fact => fact.Fact is EntryStruck or StatementLinked { Link: StatementLink.SameAs }) ? null : live;
    }

    private IReadOnlyList<Saying> Sayings(List<Recorded<IncidentEvent>> live, DateTimeOffset known, DateTimeOffset latest, AsOf asOf, Words? words) =>
        Readings.Sayings.Of(new(said.Entry, false, stances.ToListing(), words, said.Said.Earliest, latest, known, []), live, asOf);

    /// <summary>The moments, on both clocks, at which what is heard of it may change.</summary>
    public (SortedSet<DateTimeOffset> Known, SortedSet<DateTimeOffset> Said) Turns(Clock clock)
    {
        var known = Known(clock);
        var takenBack = since.Select(fact => fact.Fact switch
        {
            StatementRetracted e => Readings.Sayings.LatestPossible(e.Said, fact.Known(clock)),
            StatementCorrected { Said: { } when } => Readings.Sayings.LatestPossible(when, fact.Known(clock)),
            _ => (DateTimeOffset?)null
        }).OfType<DateTimeOffset>();
        return ([known, .. since.Select(fact => fact.Known(clock)).Where(at => at > known)], [Readings.Sayings.LatestPossible(said.Said, known), .. takenBack.Where(at => at > Readings.Sayings.LatestPossible(said.Said, known))]);
    }

    private Heard Request(DateTimeOffset known, DateTimeOffset latest) => Of(said.Speaking[0], null, 0, false, GroundRule.OnTheRecord, new(true, null), known, latest, null);

    private IEnumerable<Heard> Statement(List<Recorded<IncidentEvent>> live, IReadOnlyList<Saying> sayings, DateTimeOffset known, DateTimeOffset latest, AsOf asOf)
    {
        var rule = live.Select(fact => fact.Fact).OfType<TermsRenegotiated>().LastOrDefault()?.Terms.Rule ?? said.Rule;
        var settledAt = live.LastOrDefault(fact => fact.Fact is VoiceSettled)?.Known(asOf.Clock);
        if (rule == GroundRule.OffTheRecord) yield break;

        var links = live.Select(fact => fact.Fact).OfType<StatementLinked>().ToList();
        var repeats = links.LastOrDefault(linked => linked.Link == StatementLink.RelayOf);
        var apart = links.Where(linked => linked.Link == StatementLink.NotSame).Select(linked => linked.Other).ToListing();

        var publishability = new Publishability(rule != GroundRule.DeepBackground && MayEverBePublished(), said.Embargo <= known ? null : said.Embargo);
        foreach (var (stance, place, retracted) in Readings.Sayings.Taken(sayings))
            foreach (var party in said.Speaking)
                yield return Of(party, stance, place, retracted, rule, publishability, known, latest, settledAt) with
                {
                    // As if it had been logged as repeating the other from the start.
                    CountsUnder = repeats?.CountsUnder ?? said.CountsUnder, RelayOf = repeats?.Other ?? said.RelayOf, Apart = apart.Count > 0 ? apart : null
                };
    }

    private Heard Of(PartyId party, Stance? stance, int place, bool retracted, GroundRule rule, Publishability publishability, DateTimeOffset known, DateTimeOffset latest, DateTimeOffset? settledAt) => new(
        said.Entry, party, said.Speaking, said.InTheNameOf, said.CountsUnder, stance is null ? said.Claim : stance.Claim,
        stance?.Kind, stance?.Strength ?? Strength.Flat, stance?.Scope, stance?.Figures ?? [], said.Issuance, rule, publishability,
        said.Said.Earliest, latest, known, place, said.Said.Earliest ?? DateTimeOffset.MinValue,
        retracted, settledAt, said.RelayOf, said.AskedBy, said.IsRequest ? said.Entry : stance!.Request, stance?.Qualifier, stance?.Verb, stance?.Ground, said.Words);

    /// <summary>By all that is known at all: what consent was withdrawn for, or what may no longer be published by its latest terms, is published as of no time.</summary>
    private bool MayEverBePublished()
    {
        var undone = Undone(since);
        var live = since.Count == 0 ? [] : since.Select(fact => fact.Fact).Where(fact => !undone.Contains(EntryId.Of(fact.EntryKey()))).ToList();
        var terms = live.OfType<TermsRenegotiated>().LastOrDefault()?.Terms.Rule ?? said.Rule;
        return terms is not (GroundRule.OffTheRecord or GroundRule.DeepBackground) && !live.Any(fact => fact is ConsentWithdrawn)
            && Hearing.CanBeAttributed(terms, said.Speaking, said.InTheNameOf, Identity.IsMinted);
    }

    private static HashSet<EntryId> Undone(IEnumerable<Recorded<IncidentEvent>> facts) => facts.Select(fact => fact.Fact).OfType<ReversalStruck>().Select(struck => struck.Reversal).ToHashSet();
}
