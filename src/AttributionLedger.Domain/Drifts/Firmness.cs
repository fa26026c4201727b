using AttributionLedger.Statements;

namespace AttributionLedger.Drifts;

/// <summary>On which side of a claim a stance stands. A denial in part is on neither: it disputes how, not whether.</summary>
public enum Side { Affirms, DeniesInPart, Denies }

/// <summary>
/// How firmly a stance is taken, by the order that is documented beside this file. There are two measures, what is said and
/// with which reserve, and no rate of exchange between them: it is an order of two stances of one party, and no number of one.
/// </summary>
public static class Firmness
{
    /// <param name="isResponsibility">Whether the claim is one of responsibility, by whose measure a denial without a recorded scope is in part.</param>
    public static Side SideOf(Stance stance, bool isResponsibility) =>
        stance.Kind != StanceKind.Denies ? Side.Affirms
        : stance.Scope is { } scope ? scope.DeniesResponsibility() ? Side.Denies : Side.DeniesInPart
        : isResponsibility ? Side.DeniesInPart : Side.Denies;

    /// <summary>How the later of two stances of one party on one claim differs from the earlier.</summary>
    public static StepKind Between(Stance earlier, Stance later, bool isResponsibility)
    {
        var (from, to) = (SideOf(earlier, isResponsibility), SideOf(later, isResponsibility));
        if (from != to && from != Side.DeniesInPart && to != Side.DeniesInPart) return StepKind.Reversed;
        if ((from == Side.Affirms) != (to == Side.Affirms)) return StepKind.Shifted;
        var said = Said(earlier, later, from, to);
        var reserve = Reserve(earlier.Strength).CompareTo(Reserve(later.Strength));
        return (said, reserve) switch
        {
            (null, _) => StepKind.Shifted,
            (0, 0) => earlier.Kind != later.Kind || earlier.Scope != later.Scope ? StepKind.Shifted : Equals(earlier.Figures ?? [], later.Figures ?? []) ? StepKind.SaidAgain : StepKind.Updated,
            ( >= 0, >= 0) => StepKind.Hardened,
            ( <= 0, <= 0) => StepKind.Softened,
            _ => StepKind.Shifted
        };
    }

    // Positive where the later says more; null where nobody can tell which does.
    private static int? Said(Stance earlier, Stance later, Side from, Side to)
    {
        if (from == Side.Affirms) return Standpoint(later.Kind).CompareTo(Standpoint(earlier.Kind));
        // What a denial without a recorded scope denied nobody knows: that it says more or less now would be a guess.
        if ((earlier.Scope is null) != (later.Scope is null)) return null;
        if (from != to) return to == Side.Denies ? 1 : -1;
        return from == Side.Denies ? Reach(later.Scope).CompareTo(Reach(earlier.Scope)) : 0;
    }

    // Of oneself nobody can say more; then what one knows; then what one says of another.
    private static int Standpoint(StanceKind kind) => kind switch
    {
        StanceKind.ClaimsResponsibility or StanceKind.Acknowledges => 3,
        StanceKind.Confirms => 2,
        _ => 1
    };

    // Who denies any involvement denies the act and its authorship as well.
    private static int Reach(Scope? scope) => scope == Scope.AnyInvolvement ? 2 : 1;

    // A hedge commits its speaker now, to less; a condition to nothing until it is met; what is only implied was not said.
    private static int Reserve(Strength strength) => strength switch { Strength.Flat => 0, Strength.Hedged => 1, Strength.Conditional => 2, _ => 3 };
}
