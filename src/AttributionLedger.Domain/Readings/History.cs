using System.Security.Cryptography;
using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Readings;

/// <summary>
/// What the events of one incident let a reading hear, as of two clocks. The same code serves the current view, an as-of
/// read, a rebuild and a replay.
/// </summary>
public sealed class History
{
    private readonly IReadOnlyList<Recorded<IncidentEvent>> facts;
    private readonly List<Recorded<IncidentEvent>> visible;
    private readonly AsOf asOf;
    private readonly HashSet<EntryId> undone, struck, withdrawn, unpublishable;

    /// <param name="facts">All events of the incident in the order of its stream, also those known later than <paramref name="asOf"/>: what consent was withdrawn for, or what may no longer be published by its latest terms, is published as of no time.</param>
    public History(IReadOnlyList<Recorded<IncidentEvent>> facts, AsOf asOf)
    {
        (this.facts, this.asOf) = (facts, asOf);
        visible = facts.Where(fact => fact.Known(asOf.Clock) <= asOf.KnownAt).ToList();
        undone = Undone(visible.Select(v => v.Fact));
        struck = visible.Select(v => v.Fact).OfType<EntryStruck>().Where(s => !undone.Contains(s.Id)).Select(s => s.Entry).ToHashSet();
        var undoneByNow = Undone(facts.Select(f => f.Fact));
        withdrawn = facts.Select(f => f.Fact).OfType<ConsentWithdrawn>().Where(w => !undoneByNow.Contains(w.Id)).Select(w => w.Statement).ToHashSet();
        var latestTerms = LatestTerms(facts.Select(fact => fact.Fact));
        unpublishable = latestTerms.Where(terms => terms.Value is GroundRule.OffTheRecord or GroundRule.DeepBackground).Select(terms => terms.Key).ToHashSet();
    }

    /// <summary>
    /// The incident and its claims as they were worded then; null when nothing of it was known. A claim is known when it was
    /// framed, or, by the noted clock, when the first statement that this reading shows takes a stance on it: a notebook has
    /// no frames.
    /// </summary>
    /// <param name="shown">What the reading shows; what it leaves out must not make a claim known.</param>
    public Incident? Incident(string id, IEnumerable<Heard> shown)
    {
        var claims = facts.Select(f => f.Fact).OfType<ClaimFramed>().ToDictionary(f => f.Claim.Id, f => f.Claim);
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
        foreach (var framed in visible.Select(v => v.Fact).OfType<ClaimFramed>()) Need(framed.Claim.Id);

        var structure = visible.Select(v => v.Fact).Where(Incidents.Incident.IsChangedBy).ToHashSet(ReferenceEqualityComparer.Instance);
        // That something was struck says nothing by itself: it may be of what is not shown.
        if (!spoken && structure.All(fact => fact is EntryStruck)) return null;
        return facts.Select(f => f.Fact)
            .Where(fact => fact is IncidentOpened || (fact is ClaimFramed framed ? needed.Contains(framed.Claim.Id) : structure.Contains(fact)))
            .Aggregate((Incident?)null, (incident, fact) => Incidents.Incident.Evolve(incident, id, fact));
    }

    /// <summary>Every stance and request that is live, or that the speaker took back, in the order of the stream.</summary>
    public IEnumerable<Heard> Heard()
    {
        var accounts = Accounts().ToDictionary(account => account.Logged.Id);
        return visible.SelectMany(fact => fact.Fact switch
        {
            StatementLogged logged when accounts.TryGetValue(logged.Id, out var account) => account.Heard(),
            CommentSought sought when !struck.Contains(sought.Id) && Of(fact, sought) is { } request => [request],
            _ => []
        });
    }

    /// <summary>Every statement that is live or was taken back, and was said by then, in the order of the stream.</summary>
    public IEnumerable<Account> Accounts()
    {
        var stances = visible.Where(v => v.Fact is StanceTaken).ToLookup(v => ((StanceTaken)v.Fact).Statement, v => (StanceTaken)v.Fact);
        var reversals = visible.Where(v => v.Fact is (TermsRenegotiated or StatementRetracted or StatementCorrected or VoiceSettled) && !undone.Contains(EntryId.Of(v.Fact.EntryKey())))
            .ToLookup(v => LoggedEntry.Reversed(v.Fact)!.Value);
        return visible.Where(fact => fact.Fact is StatementLogged logged && !struck.Contains(logged.Id))
            .Select(fact => Of(fact, (StatementLogged)fact.Fact, stances[((StatementLogged)fact.Fact).Id].Select(taken => taken.ToStance()).ToListing(), reversals[((StatementLogged)fact.Fact).Id].ToList()))
            .OfType<Account>();
    }

    private Account? Of(Recorded<IncidentEvent> fact, StatementLogged logged, Listing<Stance> stances, List<Recorded<IncidentEvent>> reversals)
    {
        var known = fact.Known(asOf.Clock);
        var latest = LatestPossible(logged.Statement.Said, known);
        var rule = reversals.Select(reversal => reversal.Fact).OfType<TermsRenegotiated>().LastOrDefault()?.Terms.Rule ?? logged.Statement.Terms.Rule;
        if (latest > asOf.SaidBy || rule == GroundRule.OffTheRecord) return null;
        var utterances = new List<Utterance> { new(logged.Id, false, stances, logged.Statement.Words, logged.Statement.Said.Earliest, latest, known, []) };
        foreach (var reversal in reversals) Amend(utterances, reversal, reversal.Known(asOf.Clock));
        var publishability = new Publishability(
            rule != GroundRule.DeepBackground && !withdrawn.Contains(logged.Id) && !unpublishable.Contains(logged.Id), logged.Statement.Setting.EmbargoUntil <= known ? null : logged.Statement.Setting.EmbargoUntil);
        return new(logged, [utterances[0], .. utterances.Skip(1).OrderBy(said => (said.Latest, said.Known))], rule, publishability,
            reversals.LastOrDefault(reversal => reversal.Fact is VoiceSettled)?.Known(asOf.Clock));
    }

    private void Amend(List<Utterance> utterances, Recorded<IncidentEvent> reversal, DateTimeOffset known)
    {
        var at = utterances.FindLastIndex(said => !said.IsRetraction);
        switch (reversal.Fact)
        {
            // A speaker takes back from when it says so; until then the statement stood.
            case StatementRetracted e when LatestPossible(e.Said, known) is var when && when <= asOf.SaidBy:
                utterances.Add(new(e.Id, true, [], e.Words, e.Said.Earliest, when, known, []));
                break;
            case StatementCorrected { Whose: Corrector.Speaker, Said: { } said } e when LatestPossible(said, known) is var when && when <= asOf.SaidBy:
                utterances.Add(new(e.Id, false, e.Stances ?? utterances[at].Stances, e.Words ?? utterances[at].Words, said.Earliest, when, known, []));
                break;
            // What was never said so was never a position; that it was taken back stays true.
            case StatementCorrected { Whose: not Corrector.Speaker } e:
                var wrong = utterances[at];
                utterances[at] = wrong with { Words = e.Words ?? wrong.Words, Reworded = wrong.Reworded.With(new(e.Id, e.Whose, known, reversal.Known(Clock.Noted), wrong.Words)) };
                // A correction of words alone holds the very stances of what it corrects.
                if (e.Stances is { } corrected)
                    for (var i = 0; i < utterances.Count; i++)
                        if (ReferenceEquals(utterances[i].Stances, wrong.Stances)) utterances[i] = utterances[i] with { Stances = corrected };
                break;
        }
    }

    private Heard? Of(Recorded<IncidentEvent> fact, CommentSought sought)
    {
        var known = fact.Known(asOf.Clock);
        var latest = LatestPossible(sought.Asked, known);
        return latest > asOf.SaidBy ? null : new Heard(
            sought.Id, sought.Of, [sought.Of], [], [], sought.Claim, null, Strength.Flat, null, [], Issuance.Verified, GroundRule.OnTheRecord,
            new Publishability(true, null), sought.Asked.Earliest, latest, known, 0, sought.Asked.Earliest ?? DateTimeOffset.MinValue,
            false, null, null, sought.By, sought.Id, null, null, null, null);
    }

    /// <summary>The end of the interval in its own zone or the known time, whichever is earlier.</summary>
    private static DateTimeOffset LatestPossible(WorldTime time, DateTimeOffset known) => time.Latest < known ? time.Latest.Value : known;

    /// <summary>The statements that are off the record by the latest terms that are known at all.</summary>
    public static HashSet<EntryId> OffTheRecord(IEnumerable<IncidentEvent> facts) =>
        LatestTerms(facts).Where(terms => terms.Value == GroundRule.OffTheRecord).Select(terms => terms.Key).ToHashSet();

    private static Dictionary<EntryId, GroundRule> LatestTerms(IEnumerable<IncidentEvent> facts)
    {
        var all = facts.ToList();
        var undone = Undone(all);
        var terms = new Dictionary<EntryId, GroundRule>();
        foreach (var fact in all)
            if (fact is StatementLogged logged) terms[logged.Id] = logged.Statement.Terms.Rule;
            else if (fact is TermsRenegotiated renegotiated && !undone.Contains(renegotiated.Id)) terms[renegotiated.Statement] = renegotiated.Terms.Rule;
        return terms;
    }

    private static HashSet<EntryId> Undone(IEnumerable<IncidentEvent> facts) => facts.OfType<ReversalStruck>().Select(r => r.Reversal).ToHashSet();

    internal static string Digest(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant())).AsSpan(0, 8));
}
