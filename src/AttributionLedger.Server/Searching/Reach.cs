namespace AttributionLedger.Searching;

/// <summary>What else a term of a question reaches beside itself.</summary>
/// <param name="Forms">Other forms of the word.</param>
/// <param name="Meant">Words that it may be a misspelling of.</param>
/// <param name="Parties">Who is called so: what they said is found by their name.</param>
/// <param name="HasMoreParties">More are called so than are looked at.</param>
/// <param name="IsCommon">Says next to nothing: what lacks it is found all the same, if there are other words.</param>
internal sealed record Reach(IReadOnlyList<string> Forms, IReadOnlyList<string> Meant, IReadOnlyList<string> Parties, bool HasMoreParties, bool IsCommon)
{
    public static Reach None { get; } = new([], [], [], false, false);
}
