using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Publications;

/// <summary>
/// What was done since a moment to the statements that a story rests on. What was done and undone since is nothing; evidence
/// that is gone, and a voice that was settled, take nothing back.
/// </summary>
internal sealed class ReversalsSince
{
    private readonly IReadOnlyList<Recorded<IncidentEvent>> facts;
    private readonly IReadOnlySet<EntryId> statements;
    private readonly HashSet<EntryId> undone, undoneBefore, offTheRecord;
    private readonly Func<Recorded<IncidentEvent>, bool> isSince;

    public ReversalsSince(AttentionBasis basis, IReadOnlyList<Recorded<IncidentEvent>> facts, IReadOnlySet<EntryId> statements)
    {
        this.facts = facts;
        // Whoever looked saw what was on record, whatever the notebook says of when it was known: what is copied from it later is new.
        isSince = fact => (basis.Settlement is null ? fact.Known(basis.Clock) : fact.At) > basis.At;
        undone = Undone(facts);
        undoneBefore = Undone(facts.Where(fact => !isSince(fact)));
        this.statements = WithWhatStandsForThem(statements);
        offTheRecord = History.OffTheRecord(facts.Select(fact => fact.Fact));
    }

    public IEnumerable<ReversedStatement> All() => facts.Where(isSince).SelectMany(Of).Concat(OfTerms()).OrderBy(reversed => reversed.Known)
        // Of what is off the record only that something happened to it.
        .Select(reversed => offTheRecord.Contains(reversed.Statement) ? reversed with { Reason = null } : reversed);

    private IEnumerable<ReversedStatement> Of(Recorded<IncidentEvent> fact) => fact.Fact switch
    {
        ReversalStruck e => StandingAgain(fact, e),
        _ when undone.Contains(EntryId.Of(fact.Fact.EntryKey())) => [],
        StatementRetracted e => Is(fact, e.Statement, Reversing.Retracted, InError.Speaker, e.Reason),
        StatementCorrected e => Is(fact, e.Statement, Reversing.Corrected, Error(e.Whose), e.Reason),
        EntryStruck e => Is(fact, e.Entry, Reversing.Struck, InError.Desk, e.Reason),
        ConsentWithdrawn e => Is(fact, e.Statement, Reversing.ConsentWithdrawn, InError.Nobody, e.Reason),
        _ => []
    };

    // What is done to a statement that is one with another is done to the one that stands for both.
    private HashSet<EntryId> WithWhatStandsForThem(IReadOnlySet<EntryId> statements)
    {
        var standsFor = facts.Select(fact => fact.Fact).OfType<StatementLinked>().Where(linked => linked.Link == StatementLink.SameAs && !undone.Contains(linked.Id)).GroupBy(linked => linked.Statement).ToDictionary(linked => linked.Key, linked => linked.Last().Other);
        var all = statements.ToHashSet();
        foreach (var statement in statements)
            for (var next = statement; standsFor.TryGetValue(next, out var other) && all.Add(other);) next = other;
        return all;
    }

    // The story may have been mended after what is undone now.
    private IEnumerable<ReversedStatement> StandingAgain(Recorded<IncidentEvent> fact, ReversalStruck strike) =>
        strike.Entry is { } statement && facts.Any(other => !isSince(other) && other.Fact.EntryKey() == strike.Reversal.Value && other.Fact is StatementRetracted or StatementCorrected or EntryStruck or ConsentWithdrawn)
            ? Is(fact, statement, Reversing.StandsAgain, InError.Desk, strike.Reason) : [];

    private IEnumerable<ReversedStatement> Is(Recorded<IncidentEvent> fact, EntryId statement, Reversing how, InError error, string reason) =>
        statements.Contains(statement) ? [Of(fact, statement, how, error, reason)] : [];

    private static ReversedStatement Of(Recorded<IncidentEvent> fact, EntryId statement, Reversing how, InError error, string? reason) =>
        new(statement, EntryId.Of(fact.Fact.EntryKey()), how, error, reason, fact.Fact switch { StatementRetracted e => e.Said, StatementCorrected e => e.Said, _ => null }, fact.At, fact.Fact.Noted);

    /// <summary>Terms that came to be stricter, whatever lay between.</summary>
    private IEnumerable<ReversedStatement> OfTerms()
    {
        var about = facts.Where(fact => fact.Fact is TermsRenegotiated).ToLookup(fact => ((TermsRenegotiated)fact.Fact).Statement);
        var struck = facts.Where(fact => fact.Fact is ReversalStruck { Entry: not null }).ToLookup(fact => ((ReversalStruck)fact.Fact).Reversal);
        foreach (var logged in facts.Select(fact => fact.Fact).OfType<StatementLogged>().Where(logged => statements.Contains(logged.Id) && about.Contains(logged.Id)))
        {
            var renegotiations = about[logged.Id].ToList();
            var earlier = Last(renegotiations.Where(fact => !isSince(fact)), undoneBefore) ?? logged.Statement.Terms;
            var now = Last(renegotiations, undone) ?? logged.Statement.Terms;
            if (!Strictness.IsStricter(now, earlier, logged.Statement.By)) continue;
            var change = renegotiations.Concat(renegotiations.SelectMany(fact => struck[EntryId.Of(fact.Fact.EntryKey())])).Where(isSince).MaxBy(fact => fact.Order);
            if (change is not null) yield return Of(change, logged.Id, Reversing.TermsStricter, InError.Nobody, (change.Fact as TermsRenegotiated)?.Reason ?? (change.Fact as ReversalStruck)?.Reason);
        }
    }

    private static Terms? Last(IEnumerable<Recorded<IncidentEvent>> renegotiations, HashSet<EntryId> undone) =>
        renegotiations.Select(fact => (TermsRenegotiated)fact.Fact).LastOrDefault(e => !undone.Contains(e.Id))?.Terms;

    private static HashSet<EntryId> Undone(IEnumerable<Recorded<IncidentEvent>> facts) => facts.Select(fact => fact.Fact).OfType<ReversalStruck>().Select(strike => strike.Reversal).ToHashSet();

    private static InError Error(Corrector whose) => whose switch { Corrector.Speaker => InError.Speaker, Corrector.Outlet => InError.Outlet, _ => InError.Translation };
}
