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

    public static TWord Word<TWord>(this ParseResult parsed, Option<string> option) where TWord : struct, Enum =>
        Enum.GetValues<TWord>().First(word => Spelling.Spelt(word) == parsed.GetRequiredValue(option));
}
