using System.Text;
using AttributionLedger.Basics;

namespace AttributionLedger.Sheets.Lines;

/// <summary>How a piece of a line is quoted in an error.</summary>
internal static class Shown
{
    /// <summary>Characters of a value or a name that an error repeats at most.</summary>
    public const int Limit = 60;

    /// <summary>A name or word, cut to what is readable, without what could garble a page or a terminal.</summary>
    public static string Cut(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= Limit - 3) return shown.Append("...").ToString();
            shown.Append(Rune.IsControl(rune) || (rune.IsBmp && Texts.IsBidiControl((char)rune.Value)) ? "\ufffd" : rune.ToString());
        }
        return shown.ToString();
    }
}
