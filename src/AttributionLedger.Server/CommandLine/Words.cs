using System.CommandLine;
using System.Text.Json;

namespace AttributionLedger.CommandLine;

/// <summary>Options that take one word of a list, in the field's spelling.</summary>
internal static class Words
{
    public static Option<string> Option<TWord>(string name, string description, TWord otherwise) where TWord : struct, Enum
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => Spelt(otherwise) };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<TWord>().Select(Spelt)]);
        return option;
    }

    public static TWord Word<TWord>(this ParseResult parsed, Option<string> option) where TWord : struct, Enum =>
        Enum.GetValues<TWord>().First(word => Spelt(word) == parsed.GetRequiredValue(option));

    /// <summary>A word as people read it.</summary>
    public static string Read<TWord>(TWord word) where TWord : struct, Enum => Spelt(word).Replace('-', ' ');

    private static string Spelt<TWord>(TWord word) where TWord : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
