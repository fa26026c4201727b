using System.Collections.Frozen;
using System.Text.Json;

namespace AttributionLedger.Sheets.Lines;

/// <summary>The words by which a sheet names the values of an enumeration: its members in kebab-case, in the domain's order.</summary>
internal static class Vocabulary<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values = Enum.GetValues<T>().ToFrozenDictionary(WordOf);

    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public static string WordOf(T value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static bool TryRead(string word, out T value) => Values.TryGetValue(word, out value);
}
