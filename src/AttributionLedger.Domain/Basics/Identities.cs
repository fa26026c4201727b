using System.Text;

namespace AttributionLedger.Basics;

/// <summary>An id that is a type: a party's id cannot be passed where a claim's is wanted.</summary>
public interface IIdentity<TSelf> where TSelf : struct, IIdentity<TSelf>
{
    string Value { get; }
    static abstract TSelf Of(string value);
}

/// <summary>Names one incident; the desk chooses it, and its stream carries it.</summary>
public readonly record struct IncidentId(string Value) : IIdentity<IncidentId>
{
    public static IncidentId Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>
/// Names one party. The desk chooses it, except for an unnamed party, whose id the ledger mints at random:
/// an id that a writer chose could name the source.
/// </summary>
public readonly record struct PartyId(string Value) : IIdentity<PartyId>, IComparable<PartyId>
{
    public static PartyId Of(string value) => new(value);
    public int CompareTo(PartyId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>Names one claim within its incident.</summary>
public readonly record struct ClaimId(string Value) : IIdentity<ClaimId>, IComparable<ClaimId>
{
    public static ClaimId Of(string value) => new(value);
    public int CompareTo(ClaimId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>
/// Names one entry of an incident that later entries may point at: a statement, a request for comment, a piece of
/// evidence, a reversal. One space of names for all of them, so that <c>strike s4</c> needs no second word.
/// </summary>
public readonly record struct EntryId(string Value) : IIdentity<EntryId>, IComparable<EntryId>
{
    public static EntryId Of(string value) => new(value);
    public int CompareTo(EntryId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>Names one affiliation within the party that has it.</summary>
public readonly record struct AffiliationId(string Value) : IIdentity<AffiliationId>
{
    public static AffiliationId Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>What an id may look like.</summary>
public static class Identity
{
    /// <summary>Long enough for a readable slug, short enough for a key and a column.</summary>
    public const int Limit = 100;

    /// <summary>Ids that mean something else where a party is expected (who raised a claim).</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string> { "desk", "question", "unnamed-reports" };

    /// <summary>What an id minted for an unnamed party begins with; no writer may choose an id that does.</summary>
    public const string MintedPrefix = "unnamed-";

    /// <summary>Whether the id is an unnamed party's.</summary>
    public static bool IsMinted(PartyId party) => party.Value.StartsWith(MintedPrefix, StringComparison.Ordinal);

    /// <summary>
    /// Letters and digits of any script, and <c>- _ . :</c> between them; it begins with a letter or a digit.
    /// No slash, no space: an id is part of a stream's key and of an address.
    /// </summary>
    public static bool IsWellFormed(string value) =>
        value.Length is > 0 and <= Limit
        && value.EnumerateRunes().First() is var first && Rune.IsLetterOrDigit(first)
        && value.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || IsMark(rune) || rune.Value is '-' or '_' or '.' or ':');

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
