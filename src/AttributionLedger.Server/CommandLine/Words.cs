using System.CommandLine;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

/// <summary>Options that take one word of a list, in the field's spelling.</summary>
internal static class Words
{
    public static Option<string> Option<TWord>(string name, string description, TWord otherwise) where TWord : struct, Enum
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => Spelling.Spelt(otherwise) };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<TWord>().Select(Spelling.Spelt)]);
        return option;
    }

    /// <summary>An option that chooses nothing when it is left out.</summary>
    public static Option<string?> Any<TWord>(string name, string description) where TWord : struct, Enum
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<TWord>().Select(Spelling.Spelt)]);
        return option;
    }

    public static TWord? AnyWord<TWord>(this ParseResult parsed, Option<string?> option) where TWord : struct, Enum =>
        parsed.GetValue(option) is { } word ? Enum.GetValues<TWord>().First(one => Spelling.Spelt(one) == word) : null;

    public static TWord Word<TWord>(this ParseResult parsed, Option<string> option) where TWord : struct, Enum =>
        Enum.GetValues<TWord>().First(word => Spelling.Spelt(word) == parsed.GetRequiredValue(option));
}
