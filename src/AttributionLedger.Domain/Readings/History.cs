using System.Security.Cryptography;
using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
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
        var stances = visible.Where(v => v.Fact is StanceTaken).ToLookup(v => ((StanceTaken)v.Fact).Statement, v => (StanceTaken)v.Fact);
        var reversals = visible.Where(v => v.Fact is (TermsRenegotiated or StatementRetracted or StatementCorrected or VoiceSettled) && !undone.Contains(EntryId.Of(v.Fact.EntryKey())))
            .ToLookup(v => LoggedEntry.Reversed(v.Fact)!.Value);
        foreach (var fact in visible)
            switch (fact.Fact)
            {
                case StatementLogged logged when !struck.Contains(logged.Id):
                    foreach (var heard in Of(fact, logged, stances[logged.Id].Select(s => s.ToStance()), reversals[logged.Id])) yield return heard;
                    break;
                case CommentSought sought when !struck.Contains(sought.Id):
                    if (Of(fact, sought) is { } request) yield return request;
                    break;
            }
    }

    private IEnumerable<Heard> Of(Recorded<IncidentEvent> fact, StatementLogged logged, IEnumerable<Stance> stances, IEnumerable<Recorded<IncidentEvent>> reversals)
    {
        var said = logged.Statement;
        var known = fact.Known(asOf.Clock);
        var latest = OnRecord.LatestPossible(said.Said, known);
        var terms = said.Terms;
        var taken = stances.Select((stance, i) => (Stance: stance, Place: i + 1, Retracted: false)).ToList();
        DateTimeOffset? settledAt = null;
        foreach (var reversal in reversals)
            switch (reversal.Fact)
            {
                case TermsRenegotiated e: terms = e.Terms; break;
                case VoiceSettled: settledAt = reversal.Known(asOf.Clock); break;
                // A speaker takes back from when it says so; until then the statement stood.
                case StatementRetracted e when OnRecord.LatestPossible(e.Said, reversal.Known(asOf.Clock)) <= asOf.SaidBy:
                    taken = taken.Select(t => t with { Retracted = true }).ToList();
                    break;
                // What a speaker no longer says after correcting itself is taken back; what was never said so was never a position.
                case StatementCorrected { Stances: { } corrected, Whose: Corrector.Speaker, Said: { } when } when OnRecord.LatestPossible(when, reversal.Known(asOf.Clock)) <= asOf.SaidBy:
                    taken = [.. taken.Where(t => corrected.All(c => c.Claim != t.Stance.Claim)).Select(t => t with { Retracted = true }), .. Numbered(corrected)];
                    break;
                case StatementCorrected { Stances: { } corrected, Whose: not Corrector.Speaker }:
                    taken = [.. Numbered(corrected)];
                    break;
            }
        if (latest > asOf.SaidBy || terms.Rule == GroundRule.OffTheRecord) yield break;

        var speaks = said.Speaking();
        var digest = said.Words is { } words ? Digest(words.Text) : null;
        foreach (var (stance, place, retracted) in taken)
            foreach (var party in speaks)
                yield return new Heard(
                    logged.Id, party, speaks, said.InTheNameOf(), logged.CountsUnder, stance.Claim,
                    stance.Kind, stance.Strength, stance.Scope, stance.Figures ?? [], said.Issuance, terms.Rule,
                    new Publishability(terms.Rule != GroundRule.DeepBackground && !withdrawn.Contains(logged.Id) && !unpublishable.Contains(logged.Id), said.Setting.EmbargoUntil <= known ? null : said.Setting.EmbargoUntil),
                    said.Said.Earliest, latest, known, place, said.Said.Earliest ?? DateTimeOffset.MinValue,
                    retracted, settledAt, said.RelayOf, said.Setting.AskedBy, stance.Request, stance.Qualifier, stance.Verb, stance.Ground, digest);
    }

    private static IEnumerable<(Stance Stance, int Place, bool Retracted)> Numbered(Listing<Stance> corrected) =>
        corrected.Select((stance, i) => (stance, i + 1, false));

    private Heard? Of(Recorded<IncidentEvent> fact, CommentSought sought)
    {
        var known = fact.Known(asOf.Clock);
        var latest = OnRecord.LatestPossible(sought.Asked, known);
        return latest > asOf.SaidBy ? null : new Heard(
            sought.Id, sought.Of, [sought.Of], [], [], sought.Claim, null, Strength.Flat, null, [], Issuance.Verified, GroundRule.OnTheRecord,
            new Publishability(true, null), sought.Asked.Earliest, latest, known, 0, sought.Asked.Earliest ?? DateTimeOffset.MinValue,
            false, null, null, sought.By, sought.Id, null, null, null, null);
    }

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

    private static string Digest(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant())).AsSpan(0, 8));
}
