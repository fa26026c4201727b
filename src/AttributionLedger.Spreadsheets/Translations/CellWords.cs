using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Vocabularies;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>Cells that hold one word of a list.</summary>
internal static class CellWords
{
    /// <summary>The ledger's word; null where the cell is empty, or holds none that is known, and then the row says so.</summary>
    public static string? Word(this RowCells row, Column column, Findings findings)
    {
        if (row.Text(column) is not { } written) return null;
        if (row.Mean(column, written) is { } word) return word;
        findings.Refuse(row, column, TableCodes.WordUnknown, Refusal(row, column, written));
        return null;
    }

    /// <summary>The ledger's word for what is written, by the file's own words first.</summary>
    public static string? Mean(this RowCells row, Column column, string written) => Words.Read(column, written, row.Mapping.Words.GetValueOrDefault(column));

    public static string Refusal(RowCells row, Column column, string written) =>
        $"{(row.IsDiscreet ? "What stands here" : $"\"{Shortened.Value(written)}\"")} is not one of {string.Join(", ", Words.Of(column))}.{(!row.IsDiscreet && Words.Nearest(column, written) is { } near ? $" Did you mean {near}?" : "")} What this file means by a word of its own can be said in the mapping (\"words\").";
}
