using AttributionLedger.Store;

namespace AttributionLedger.Api.Reading;

/// <summary>
/// A parameter that stands behind the question mark of an address, said once: the reader takes its default and its limits from
/// here, and so does the description.
/// </summary>
/// <param name="Summary">What it chooses, in a sentence.</param>
internal abstract record QueryParameter(string Name, string Summary)
{
    /// <param name="Example">One that may be asked with.</param>
    public sealed record Text(string Name, string Summary, string? Example = null) : QueryParameter(Name, Summary);

    /// <summary>A whole number from 1 on.</summary>
    /// <param name="Usual">What is meant when it is left out; null where that chooses nothing.</param>
    /// <param name="Most">The largest that is taken; null for any.</param>
    public sealed record Number(string Name, string Summary, int? Usual, int? Most = null) : QueryParameter(Name, Summary);

    /// <summary>One of the words of the field, in kebab-case.</summary>
    /// <param name="Usual">What is meant when it is left out; null where that chooses nothing.</param>
    public sealed record Word(string Name, string Summary, IReadOnlyList<string> Words, string? Usual) : QueryParameter(Name, Summary)
    {
        public static Word Of<TWord>(string name, string summary, TWord? usual = null) where TWord : struct, Enum =>
            new(name, summary, [.. Enum.GetValues<TWord>().Select(Spelling.Spelt)], usual is { } word ? Spelling.Spelt(word) : null);
    }
}
