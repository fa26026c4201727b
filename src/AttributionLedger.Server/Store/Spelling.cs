using System.Text.Json;

namespace AttributionLedger.Store;

/// <summary>How the words of the field are written, for programs and for people.</summary>
public static class Spelling
{
    /// <summary>As in a sheet and in JSON: <c>did-not-respond</c>.</summary>
    public static string Spelt<TWord>(TWord word) where TWord : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());

    /// <summary>As people read it: "did not respond".</summary>
    public static string Read<TWord>(TWord word) where TWord : struct, Enum => Spelt(word).Replace('-', ' ');
}
