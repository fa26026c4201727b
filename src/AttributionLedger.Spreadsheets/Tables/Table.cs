using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.Spreadsheets.Tables;

/// <summary>One row as it stands in the file.</summary>
/// <param name="Number">From 1, as a spreadsheet counts: rows, not lines.</param>
/// <param name="Line">The line of the file at which it begins, from 1.</param>
public sealed record TableRow(int Number, int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Whether no cell shows anything.</summary>
    public bool IsBlank => Cells.All(cell => cell.All(Letters.Widths.IsBlank));
}

/// <summary>The rows of a file, before anybody asked what they mean.</summary>
/// <param name="Encoding">In which it was read.</param>
/// <param name="Separator">What stands between two cells: one character.</param>
/// <param name="Rows">Those that hold something.</param>
public sealed record Table(string? Encoding, string? Separator, IReadOnlyList<TableRow> Rows, IReadOnlyList<RowError> Errors, IReadOnlyList<TableNote> Notes);
