using AttributionLedger.Spreadsheets.Letters;

namespace AttributionLedger.Spreadsheets.Cells;

/// <summary>
/// Keeps a spreadsheet from running what somebody said. A cell that it could take for a formula is written with an
/// apostrophe before it, which is taken off again on the way in; what is read is never evaluated.
/// </summary>
public static class Formulas
{
    /// <summary>
    /// The cell as a spreadsheet may open it. Another apostrophe goes before those that a dangerous cell has already, so
    /// that <see cref="Undefused"/> gives back every text there is.
    /// </summary>
    public static string Defused(string cell) => IsDangerous(cell) ? "'" + cell : cell;

    /// <summary>The text that a cell stands for: without the one apostrophe that <see cref="Defused"/> puts before it.</summary>
    public static string Undefused(string cell) => cell is ['\'', .. var rest] && IsDangerous(rest) ? rest : cell;

    /// <summary>
    /// Whether, behind any apostrophes and blanks, it begins as a formula does: <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>,
    /// their full-width forms, a tab or the end of a line.
    /// </summary>
    public static bool IsDangerous(string cell)
    {
        var i = 0;
        while (i < cell.Length && cell[i] == '\'') i++;
        for (; i < cell.Length; i++)
            if (cell[i] is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' or '\t' or '\r' or '\n') return true;
            else if (!Widths.IsBlank(cell[i])) return false;
        return false;
    }
}
