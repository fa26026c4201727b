using AttributionLedger.Basics;

namespace AttributionLedger.Statements;

/// <summary>What a speaker does towards a claim, the incident or a request for comment.</summary>
public enum StanceKind
{
    /// <summary>Says that the claim is so. An outlet in its own voice is "stated as fact by", and never counts as support.</summary>
    Asserts,
    /// <summary>Says, from own knowledge, that what others raised is so.</summary>
    Confirms,
    /// <summary>Names another as responsible.</summary>
    Accuses,
    /// <summary>Names itself as responsible, unasked.</summary>
    ClaimsResponsibility,
    /// <summary>Accepts what others said of it.</summary>
    Acknowledges,
    /// <summary>Says that the claim is not so; its <see cref="Scope"/> says how much of it.</summary>
    Denies,
    /// <summary>Attacks the report and denies no proposition ("baseless talk", "we do not comment on rumours").</summary>
    Dismisses,
    /// <summary>Says that it will do neither. Not a denial.</summary>
    NeitherConfirmsNorDenies,
    /// <summary>Refuses to comment. Neither a denial nor a confirmation.</summary>
    DeclinesToComment,
    /// <summary>Was asked and gave no answer (AP and NPR tell the four kinds of silence apart).</summary>
    DidNotRespond,
    /// <summary>Gave no answer before the story had to run.</summary>
    DidNotRespondByDeadline,
    /// <summary>Could not be found to be asked.</summary>
    CouldNotBeReached,
    /// <summary>Was asked, answered, and offered nobody to speak.</summary>
    MadeNoOneAvailable,
    /// <summary>Speaks about the incident and takes no position (condolences, motive, "took note").</summary>
    Comments
}

/// <summary>How firmly a stance is taken. Only flat ones count towards a standing; the others are shown.</summary>
public enum Strength { Flat, Hedged, Conditional, Implied }

/// <summary>
/// What exactly a denial denies. Only <see cref="Act"/>, <see cref="Authorship"/> and <see cref="AnyInvolvement"/> deny
/// responsibility outright; the rest deny it in part: "denied hitting the base" is not "denied striking".
/// </summary>
public enum Scope { Act, Authorship, Order, Knowledge, Number, Characterisation, AnyInvolvement }

/// <summary>A number of people, things or sums in one category, exact or as a range.</summary>
/// <param name="Category">What is counted, in the desk's words: <c>killed</c>, <c>injured</c>, <c>missing</c>, <c>vehicles destroyed</c>.</param>
/// <param name="Least">The value, or the lower end of a range. Never negative, below 2^53.</param>
/// <param name="Most">The value again, or the upper end; null for "at least".</param>
/// <param name="AsOf">The time of the count, EDTF; null when not stated.</param>
public sealed record Figure(string Category, long Least, long? Most, string? AsOf = null)
{
    /// <summary>Numbers beyond this lose digits in many programs that read JSON.</summary>
    public const long Limit = (1L << 53) - 1;

    public override string ToString() => $"{Category}: {(Most == Least ? $"{Least}" : Most is null ? $"at least {Least}" : $"{Least} to {Most}")}";
}

/// <summary>One stance of a statement, as the desk logs it.</summary>
/// <param name="Claim">The claim it is about; null when it is about the incident as a whole.</param>
/// <param name="Request">The request for comment that it answers or leaves unanswered.</param>
/// <param name="Qualifier">The words that hedge or condition it, verbatim ("most likely").</param>
/// <param name="Verb">The outlet's verb, verbatim ("pointed the finger").</param>
/// <param name="Ground">The ground given for a refusal, verbatim ("as a matter of policy").</param>
public sealed record Stance(
    StanceKind Kind, ClaimId? Claim, EntryId? Request = null, Strength Strength = Strength.Flat,
    string? Qualifier = null, string? Verb = null, Scope? Scope = null, string? Ground = null, Listing<Figure>? Figures = null);

/// <summary>How stances are grouped by the rules of reading. Each group is defined here once.</summary>
public static class Stances
{
    /// <summary>A substantive stance is a position; anything else is silence or comment, and never displaces one.</summary>
    public static bool IsSubstantive(this StanceKind kind) => kind is
        StanceKind.Asserts or StanceKind.Confirms or StanceKind.Accuses or StanceKind.ClaimsResponsibility or StanceKind.Acknowledges or StanceKind.Denies;

    /// <summary>Says that the claim is so.</summary>
    public static bool IsAffirmative(this StanceKind kind) => kind.IsSubstantive() && kind != StanceKind.Denies;

    /// <summary>Leaves a request unanswered; told apart as AP and NPR do.</summary>
    public static bool IsNoResponse(this StanceKind kind) => kind is
        StanceKind.DidNotRespond or StanceKind.DidNotRespondByDeadline or StanceKind.CouldNotBeReached or StanceKind.MadeNoOneAvailable;

    /// <summary>Answers without taking a position, or fails to answer.</summary>
    public static bool IsSilence(this StanceKind kind) => kind is
        StanceKind.Dismisses or StanceKind.NeitherConfirmsNorDenies or StanceKind.DeclinesToComment || kind.IsNoResponse();

    /// <summary>May be taken on a claim of responsibility only, for it names who did it.</summary>
    public static bool NeedsResponsibility(this StanceKind kind) => kind is StanceKind.Accuses or StanceKind.ClaimsResponsibility;

    /// <summary>May be taken on the incident as a whole.</summary>
    public static bool MayBeOnIncident(this StanceKind kind) => kind.IsNoResponse() || kind is
        StanceKind.Dismisses or StanceKind.DeclinesToComment or StanceKind.Comments;

    /// <summary>Denies responsibility itself, not a part or a circumstance of it.</summary>
    public static bool DeniesResponsibility(this Scope scope) => scope is Scope.Act or Scope.Authorship or Scope.AnyInvolvement;
}
