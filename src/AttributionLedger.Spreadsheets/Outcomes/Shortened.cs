using System.Text;
using AttributionLedger.Basics;

namespace AttributionLedger.Spreadsheets.Outcomes;

/// <summary>How a cell is quoted in an error.</summary>
public static class Shortened
{
    /// <summary>Characters of a cell that are repeated at most: enough to find it again.</summary>
    public const int Limit = 60;

    /// <summary>The start of a cell on one line, without what could garble a page or a terminal.</summary>
    public static string Value(string cell)
    {
        var shown = new StringBuilder();
        foreach (var rune in cell.EnumerateRunes())
        {
            if (shown.Length >= Limit - 3) return shown.Append("...").ToString();
            shown.Append(Rune.IsWhiteSpace(rune) ? " " : Rune.IsControl(rune) || (rune.IsBmp && Texts.IsBidiControl((char)rune.Value)) ? "\ufffd" : rune.ToString());
        }
        return shown.ToString();
    }
}
