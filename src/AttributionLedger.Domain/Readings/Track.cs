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
    public IEnumerable<PartyId> Parties => said.Speaking.Concat(said.InTheNameOf).Concat(said.CountsUnder).Concat(said.AskedBy);

    /// <summary>UTC, when an embargo on it ends; none where there is none.</summary>
    public IEnumerable<DateTimeOffset> Embargoes => said.Embargo is { } until ? [until] : [];

    public void Take(Stance stance) => stances.Add(stance);

    public void Undergo(Recorded<IncidentEvent> fact) => since.Add(fact);

    /// <summary>When the desk knew it, by <paramref name="clock"/>.</summary>
    public DateTimeOffset Known(Clock clock) => clock == Clock.Noted ? noted ?? at : at;

    /// <summary>Every stance that is live as of the two clocks, or that the speaker took back; none where the entry was struck.</summary>
    public IEnumerable<Heard> Heard(AsOf asOf)
    {
        var known = Known(asOf.Clock);
        var latest = LatestPossible(said.Said, known);
        if (known > asOf.KnownAt || latest > asOf.SaidBy) return [];
        var undone = Undone(since.Where(fact => fact.Known(asOf.Clock) <= asOf.KnownAt));
        var live = since.Where(fact => fact.Known(asOf.Clock) <= asOf.KnownAt && !undone.Contains(EntryId.Of(fact.Fact.EntryKey()))).ToList();
        return live.Any(fact => fact.Fact is EntryStruck) ? [] : said.IsRequest ? [Request(known, latest)] : Statement(live, known, latest, asOf);
    }

    /// <summary>The moments, on both clocks, at which what is heard of it may change.</summary>
    public (SortedSet<DateTimeOffset> Known, SortedSet<DateTimeOffset> Said) Turns(Clock clock)
    {
        var known = Known(clock);
        var takenBack = since.Select(fact => fact.Fact switch
        {
            StatementRetracted e => LatestPossible(e.Said, fact.Known(clock)),
            StatementCorrected { Said: { } when } => LatestPossible(when, fact.Known(clock)),
            _ => (DateTimeOffset?)null
        }).OfType<DateTimeOffset>();
        return ([known, .. since.Select(fact => fact.Known(clock)).Where(at => at > known)], [LatestPossible(said.Said, known), .. takenBack.Where(at => at > LatestPossible(said.Said, known))]);
    }

    private Heard Request(DateTimeOffset known, DateTimeOffset latest) => Of(said.Speaking[0], null, 0, false, GroundRule.OnTheRecord, new(true, null), known, latest, null);

    private IEnumerable<Heard> Statement(List<Recorded<IncidentEvent>> live, DateTimeOffset known, DateTimeOffset latest, AsOf asOf)
    {
        var rule = said.Rule;
        var taken = stances.Select((stance, i) => (Stance: stance, Place: i + 1, Retracted: false)).ToList();
        DateTimeOffset? settledAt = null;
        foreach (var reversal in live)
            switch (reversal.Fact)
            {
                case TermsRenegotiated e: rule = e.Terms.Rule; break;
                case VoiceSettled: settledAt = reversal.Known(asOf.Clock); break;
                // A speaker takes back from when it says so; until then the statement stood.
                case StatementRetracted e when LatestPossible(e.Said, reversal.Known(asOf.Clock)) <= asOf.SaidBy:
                    taken = taken.Select(t => t with { Retracted = true }).ToList();
                    break;
                // What a speaker no longer says after correcting itself is taken back; what was never said so was never a position.
                case StatementCorrected { Stances: { } corrected, Whose: Corrector.Speaker, Said: { } when } when LatestPossible(when, reversal.Known(asOf.Clock)) <= asOf.SaidBy:
                    taken = [.. taken.Where(t => corrected.All(c => c.Claim != t.Stance.Claim)).Select(t => t with { Retracted = true }), .. Numbered(corrected)];
                    break;
                case StatementCorrected { Stances: { } corrected, Whose: not Corrector.Speaker }:
                    taken = [.. Numbered(corrected)];
                    break;
            }
        if (rule == GroundRule.OffTheRecord) yield break;

        var publishability = new Publishability(rule != GroundRule.DeepBackground && MayEverBePublished(), said.Embargo <= known ? null : said.Embargo);
        foreach (var (stance, place, retracted) in taken)
            foreach (var party in said.Speaking)
                yield return Of(party, stance, place, retracted, rule, publishability, known, latest, settledAt);
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
        var live = since.Select(fact => fact.Fact).Where(fact => !undone.Contains(EntryId.Of(fact.EntryKey()))).ToList();
        return !live.Any(fact => fact is ConsentWithdrawn)
            && (live.OfType<TermsRenegotiated>().LastOrDefault()?.Terms.Rule ?? said.Rule) is not (GroundRule.OffTheRecord or GroundRule.DeepBackground);
    }

    private static HashSet<EntryId> Undone(IEnumerable<Recorded<IncidentEvent>> facts) => facts.Select(fact => fact.Fact).OfType<ReversalStruck>().Select(struck => struck.Reversal).ToHashSet();

    private static IEnumerable<(Stance Stance, int Place, bool Retracted)> Numbered(Listing<Stance> corrected) =>
        corrected.Select((stance, i) => (stance, i + 1, false));

    /// <summary>The end of the interval in its own zone or the known time, whichever is earlier.</summary>
    private static DateTimeOffset LatestPossible(WorldTime time, DateTimeOffset known) => time.Latest < known ? time.Latest.Value : known;
}
