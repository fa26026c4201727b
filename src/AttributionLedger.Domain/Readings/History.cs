using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Readings;

/// <summary>
/// What the events of one incident let a reading hear, as of any two clocks. The same code serves the current view, an as-of
/// read, a rebuild and a replay.
/// </summary>
public sealed class History
{
    private readonly List<Track> tracks = [];
    private readonly Dictionary<EntryId, Track> entries = [], reversals = [];
    private readonly List<Recorded<IncidentEvent>> structure = [];

    /// <param name="facts">All events of the incident in the order of its stream, also those known later than what will be asked for: what consent was withdrawn for, or what may no longer be published by its latest terms, is published as of no time.</param>
    public static History Of(IEnumerable<Recorded<IncidentEvent>> facts)
    {
        var history = new History();
        foreach (var fact in facts) history.Add(fact);
        return history;
    }

    internal IReadOnlyList<Track> Tracks => tracks;

    /// <summary>Takes in the next event of the stream.</summary>
    /// <returns>The entry that is heard otherwise by it; null where none is.</returns>
    internal Track? Add(Recorded<IncidentEvent> fact)
    {
        if (Incidents.Incident.IsChangedBy(fact.Fact)) structure.Add(fact);
        switch (fact.Fact)
        {
            case StatementLogged logged: return Begun(logged.Id, Utterance.Of(logged), fact);
            case CommentSought sought: return Begun(sought.Id, Utterance.Of(sought), fact);
            case StanceTaken taken:
                if (entries.GetValueOrDefault(taken.Statement) is not { } statement) return null;
                statement.Take(taken.ToStance());
                return statement;
            case ReversalStruck struck: return Undergone(reversals.GetValueOrDefault(struck.Reversal), fact);
            default: return LoggedEntry.Reversed(fact.Fact) is { } target ? Undergone(entries.GetValueOrDefault(target), fact) : null;
        }
    }

    private Track Begun(EntryId entry, Utterance said, Recorded<IncidentEvent> fact)
    {
        var track = new Track(said, fact.At, fact.Fact.Noted, fact.Order);
        tracks.Add(track);
        return entries[entry] = track;
    }

    private Track? Undergone(Track? track, Recorded<IncidentEvent> fact)
    {
        if (track is null) return null;
        track.Undergo(fact);
        return reversals[EntryId.Of(fact.Fact.EntryKey())] = track;
    }

    /// <summary>Every stance and request that is live, or that the speaker took back, in the order of the stream.</summary>
    public IEnumerable<Heard> Heard(AsOf asOf) => tracks.SelectMany(track => track.Heard(asOf));

    /// <summary>Every statement that is heard, with what its speakers said of it since, in the order of the stream.</summary>
    /// <param name="words">The words of the statements, which a history does not keep.</param>
    public IEnumerable<Account> Accounts(AsOf asOf, IReadOnlyDictionary<EntryId, Words?> words) => tracks.Select(track => track.Account(asOf, words)).OfType<Account>();

    internal SortedSet<DateTimeOffset> KnownTurns(Clock clock) =>
        [.. tracks.SelectMany(track => track.Turns(clock).Known.Concat(track.Embargoes)), .. structure.Select(fact => fact.Known(clock))];

    internal SortedSet<DateTimeOffset> SaidTurns(Clock clock) => [.. tracks.SelectMany(track => track.Turns(clock).Said)];

    /// <summary>
    /// The incident and its claims as they were worded then; null when nothing of it was known. A claim is known when it was
    /// framed, or, by the noted clock, when the first statement that its readers may see takes a stance on it: a notebook has
    /// no frames.
    /// </summary>
    /// <param name="shown">What was known then and may be shown to its readers, said by then or later; what they may not see must not make a claim known.</param>
    public Incident? Incident(string id, AsOf asOf, IEnumerable<Heard> shown)
    {
        var claims = structure.Select(f => f.Fact).OfType<ClaimFramed>().ToDictionary(f => f.Claim.Id, f => f.Claim);
        var needed = new HashSet<ClaimId>();
        void Need(ClaimId? claim)
        {
            if (claim is not { } wanted || !claims.TryGetValue(wanted, out var found) || !needed.Add(wanted)) return;
            Need(found.Act);
            Need(found.Refines);
        }
        var spoken = false;
        foreach (var heard in shown)
        {
            spoken = true;
            Need(heard.Claim);
        }
        var visible = structure.Where(fact => fact.Known(asOf.Clock) <= asOf.KnownAt).Select(fact => fact.Fact).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var framed in visible.OfType<ClaimFramed>()) Need(framed.Claim.Id);

        // That something was struck says nothing by itself: it may be of what is not shown.
        if (!spoken && visible.All(fact => fact is EntryStruck)) return null;
        return structure.Select(f => f.Fact)
            .Where(fact => fact is IncidentOpened || (fact is ClaimFramed framed ? needed.Contains(framed.Claim.Id) : visible.Contains(fact)))
            .Aggregate((Incident?)null, (incident, fact) => Incidents.Incident.Evolve(incident, id, fact));
    }

    /// <summary>The statements that are off the record by the latest terms that are known at all.</summary>
    public static HashSet<EntryId> OffTheRecord(IEnumerable<IncidentEvent> facts)
    {
        var all = facts.ToList();
        var undone = all.OfType<ReversalStruck>().Select(r => r.Reversal).ToHashSet();
        var terms = new Dictionary<EntryId, GroundRule>();
        foreach (var fact in all)
            if (fact is StatementLogged logged) terms[logged.Id] = logged.Statement.Terms.Rule;
            else if (fact is TermsRenegotiated renegotiated && !undone.Contains(renegotiated.Id)) terms[renegotiated.Statement] = renegotiated.Terms.Rule;
        return terms.Where(rule => rule.Value == GroundRule.OffTheRecord).Select(rule => rule.Key).ToHashSet();
    }
}
