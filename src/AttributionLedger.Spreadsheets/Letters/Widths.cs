namespace AttributionLedger.Spreadsheets.Letters;

/// <summary>The full-width signs of Chinese, Japanese and Korean keyboards, and the spaces of typesetters, as everybody else writes them.</summary>
public static class Widths
{
    /// <summary>The same text in signs of ordinary width, character by character.</summary>
    public static string Narrow(string text) => text.Any(c => Narrow(c) != c) ? string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++) narrow[i] = Narrow(wide[i]);
    }) : text;

    private static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' or '\u202F' or '\u2007' or '\u2009' or '\u200A' => ' ',
        _ => c
    };

    /// <summary>
    /// Whether a character shows nothing: white space of every width, marks of direction and of order, joiners.
    /// </summary>
    public static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format || c is '\u00AD';

    /// <summary>The text without blank characters at its ends.</summary>
    public static string Trimmed(string text)
    {
        var (from, until) = (0, text.Length);
        while (from < until && IsBlank(text[from])) from++;
        while (until > from && IsBlank(text[until - 1])) until--;
        return text[from..until];
    }
}
