using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Drifts;

/// <summary>
/// Walks through what a party said about one claim in the order in which it said it. The position is always that of the
/// statement that comes last in the order of positions; what a speaker does to an older one changes none.
/// </summary>
internal sealed class Drifting(ClaimId? claim, bool isResponsibility, Register register)
{
    private readonly List<DriftStep> steps = [];
    private readonly HashSet<EntryId> touched = [];
    private readonly Dictionary<EntryId, int> places = [];
    private EntryId? holder;
    private bool isTakenBack;
    private DriftStep? last;

    public static Listing<DriftStep> Of(ClaimId? claim, bool isResponsibility, IEnumerable<Account> spoken, Register register)
    {
        var drifting = new Drifting(claim, isResponsibility, register);
        var said = spoken.SelectMany((account, i) => account.Sayings.Select((saying, nth) => (account, saying, i, nth))).ToList();
        foreach (var (account, place) in said.Where(one => one.nth == 0).OrderBy(one => (one.saying.Latest, one.saying.Known, one.i)).Select((one, place) => (one.account, place)))
            drifting.places[account.Statement] = place;
        // What is done to a statement comes after it, also where its own interval ends later.
        foreach (var (account, saying, _, nth) in said.OrderBy(one => (Later(one.saying.Latest, one.account.Sayings[0].Latest), one.saying.Known, one.i, one.nth)))
            drifting.Hear(account, saying, nth > 0);
        return drifting.steps.ToListing();
    }

    private void Hear(Account account, Saying saying, bool isLater)
    {
        var statement = account.Statement;
        var stances = saying.Stances.Where(stance => stance.Claim == claim).ToList();
        // Of several stances of one breath the last is the position, as in every reading.
        if (stances.LastOrDefault(stance => stance.Kind.IsSubstantive()) is { } position)
        {
            // A correction that left this claim as it was did nothing on it.
            if (isLater && touched.Contains(statement) && account.Sayings.TakeWhile(one => one != saying).Last().Stances.Where(stance => stance.Claim == claim).SequenceEqual(stances) && saying.Words == WordsBefore(account, saying)) return;
            var isPosition = holder is not { } held || places[statement] >= places[held];
            touched.Add(statement);
            Add(account, saying, isPosition ? KindOf(position) : StepKind.TookBackEarlier, isLater, position);
            if (!isPosition) return;
            (holder, isTakenBack, last) = (statement, false, steps[^1]);
        }
        else if (isLater && touched.Contains(statement))
        {
            if (holder == statement && isTakenBack) return;
            Add(account, saying, holder == statement ? StepKind.Retracted : StepKind.TookBackEarlier, !saying.IsRetraction, null);
            if (holder == statement) isTakenBack = true;
        }
        else if (!isLater && stances.LastOrDefault() is { } beside && claim == beside.Claim)
            Add(account, saying, beside.Kind == StanceKind.Comments ? StepKind.Commented : StepKind.FellSilent, false, beside);
    }

    private static Words? WordsBefore(Account account, Saying saying) => account.Sayings.TakeWhile(one => one != saying).Last(one => !one.IsRetraction).Words;

    private StepKind KindOf(Stance position) =>
        last?.Taken is not { } before ? StepKind.FirstSaid : isTakenBack ? StepKind.SaidAnew : Firmness.Between(before, position, isResponsibility);

    private void Add(Account account, Saying saying, StepKind kind, bool isCorrection, Stance? taken)
    {
        var step = new DriftStep(
            saying.Entry, account.Statement, kind, isCorrection, taken, account.Speaking.Select(register.Canonical).Distinct().ToListing(), saying.Words,
            kind >= StepKind.FellSilent ? null : last?.Words, saying.Earliest, saying.Latest, saying.Known, false, saying.Reworded);
        steps.Add(step with { OrderIsUncertain = !step.IsBeside && steps.Any(earlier => MayHaveComeLater(earlier, step)) });
    }

    // Two intervals that overlap may have followed each other the other way round, which matters where the two differ.
    private bool MayHaveComeLater(DriftStep earlier, DriftStep step) =>
        earlier is { IsBeside: false } && earlier.Statement != step.Statement && !(step.Earliest > earlier.Latest)
        && (earlier.Taken is null || step.Taken is null || Firmness.Between(earlier.Taken, step.Taken, isResponsibility) is not (StepKind.SaidAgain or StepKind.Updated));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
