using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>Who may read a statement, from when on.</summary>
/// <param name="Ever">Whether it may ever be published, by its terms and the source's consent.</param>
/// <param name="Embargo">UTC; it may not be published before.</param>
public readonly record struct Publishability(bool Ever, DateTimeOffset? Embargo)
{
    /// <summary>Whether a reading holds it. An embargo is over when <see cref="AsOf.KnownAt"/> reaches it.</summary>
    public bool Allows(AsOf asOf) => asOf.Audience == Audience.Internal || (Ever && !(Embargo > asOf.KnownAt));
}

/// <summary>
/// One stance as the rules hear it: who counts for it, when, how firmly, and whether it was taken back. A request for
/// comment is heard too, as the silence that it may become.
/// </summary>
/// <param name="Entry">The statement or the request that it comes from.</param>
/// <param name="Party">Whose position it is: the speaker, each of several; of an unverified issuance the channel.</param>
/// <param name="Jointly">All who spoke.</param>
/// <param name="InTheNameOf">For an unverified issuance: in whose name it was issued.</param>
/// <param name="CountsUnder">For an outlet that repeats another's report: the first of the chain.</param>
/// <param name="Claim">Null for the incident as a whole.</param>
/// <param name="Kind">Null for a request for comment.</param>
/// <param name="Earliest">The earliest time at which it can have been said, UTC; null when its start is open.</param>
/// <param name="Latest">Its latest possible time, UTC: the end of its interval or the known time, whichever is earlier.</param>
/// <param name="Known">When the desk knew it, by the clock of the reading, UTC.</param>
/// <param name="Place">Its place within its entry.</param>
/// <param name="SurelyFrom">Among those of its kind that it stands for: the latest of their earliest times, UTC.</param>
/// <param name="Retracted">The speaker took it back.</param>
/// <param name="SettledAt">When the desk knew that it settles what the voices of one party had said apart, UTC; null when it does not.</param>
/// <param name="RelayOf">The statement that it repeats, where that is on record.</param>
/// <param name="Words">A digest of the words, to notice the same words logged twice.</param>
public sealed record Heard(
    EntryId Entry, PartyId Party, Listing<PartyId> Jointly, Listing<PartyId> InTheNameOf, Listing<PartyId> CountsUnder, ClaimId? Claim,
    StanceKind? Kind, Strength Strength, Scope? Scope, Listing<Figure> Figures, Issuance Issuance, GroundRule Rule, Publishability Publishability,
    DateTimeOffset? Earliest, DateTimeOffset Latest, DateTimeOffset Known, int Place, DateTimeOffset SurelyFrom,
    bool Retracted, DateTimeOffset? SettledAt, EntryId? RelayOf, Listing<PartyId> AskedBy, EntryId? Request, string? Qualifier, string? Verb, string? Ground, string? Words)
{
    /// <summary>The entries that the desk found to be others than this one, for all that they may have the same words; null where there are none.</summary>
    public Listing<EntryId>? Apart { get; init; }

    public bool IsRequest => Kind is null;
    public bool IsSubstantive => Kind?.IsSubstantive() ?? false;
    public bool IsAffirmative => Kind?.IsAffirmative() ?? false;
    public bool IsDenial => Kind == StanceKind.Denies;
    public bool IsFlat => Strength == Strength.Flat;

    /// <summary>Spoken by the party itself, not by a channel that says so.</summary>
    public bool IsVerified => Issuance == Issuance.Verified;

    /// <summary>
    /// A denial of responsibility itself. One whose scope nobody recorded is read as in part, for to overstate a denial is to
    /// put words into a mouth; a guard asks for its scope.
    /// </summary>
    public bool DeniesResponsibility => IsDenial && Scope is { } scope && scope.DeniesResponsibility();

    /// <summary>A denial of a proposition of another kind: all of it, unless its scope says that only a number, an order, the knowledge or a characterisation is denied.</summary>
    public bool DeniesOutright => IsDenial && (Scope is null || Scope.Value.DeniesResponsibility());

    /// <summary>Whose position it is: what a party says itself and what it repeats of another are two.</summary>
    public (PartyId Party, Listing<PartyId> Repeats) Voice => (Party, CountsUnder);

    /// <summary>Positions follow each other by latest possible time, then by when they were known, then by their place in the stream.</summary>
    public (DateTimeOffset, DateTimeOffset, int) Order => (Latest, Known, Place);
}

/// <summary>What the rules ask of a list of stances again and again.</summary>
internal static class HeardLists
{
    /// <summary>A stance that bears on several claims is met several times, and is one.</summary>
    public static readonly IEqualityComparer<Heard> Same = ReferenceEqualityComparer.Instance;

    /// <summary>Where each voice stands: the latest of what it said.</summary>
    public static IEnumerable<Heard> LatestOfEachVoice(this IEnumerable<Heard> heard) =>
        heard.GroupBy(h => h.Voice).Select(own => own.MaxBy(h => h.Order)!);
}
