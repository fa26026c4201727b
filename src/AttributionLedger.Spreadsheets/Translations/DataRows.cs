using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Tables;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>The rows below the header, and what of them stands in no column.</summary>
internal static class DataRows
{
    public static IEnumerable<TableRow> Of(Table table, Headings headings, Layout layout, Findings findings)
    {
        if (headings.Row is not { } header) yield break;
        TellOfThoseAbove(table.Rows.Where(row => row.Number < header.Number), layout, findings);
        var named = headings.Columns.Select(column => column.Index).ToHashSet();
        var told = new HashSet<int>();
        foreach (var row in table.Rows.Where(row => row.Number > header.Number))
        {
            if (row.Cells.Select(Widths.Trimmed).SequenceEqual(header.Cells.Select(Widths.Trimmed)))
            {
                findings.Note(new RowCells(row, layout), null, "header-repeated", "This row repeats the header and was passed over.");
                continue;
            }
            for (var i = 0; i < row.Cells.Count; i++)
                if (named.Contains(i) || row.Cells[i].All(Widths.IsBlank)) continue;
                else if (i < header.Cells.Count && !told.Add(i)) continue;
                else
                {
                    findings.Refuse(row, i, i < header.Cells.Count ? TableCodes.ColumnUnnamed : TableCodes.RowTooLong, i < header.Cells.Count
                        ? "This column holds something and has no heading. Head it with what it holds, or empty it."
                        : "This row goes on beyond the last column of the header. Is a separator or a quotation mark too many in it? Typographic quotation marks do not hold a cell together: use straight ones.");
                    break;
                }
            yield return row;
        }
    }

    // A title or a date tells nothing that is to be taken in. What has a stance where the stances stand is rather a row of the table.
    private static void TellOfThoseAbove(IEnumerable<TableRow> rows, Layout layout, Findings findings)
    {
        foreach (var row in rows.Select(row => new RowCells(row, layout)))
            if (row.Own(Column.Stance) is { } stance && row.Mean(Column.Stance, stance) is not null)
            {
                row.IsDiscreet = Discretion.Protects(row);
                findings.Refuse(row, Column.Stance, TableCodes.RowAboveHeader, "This row stands above the row that names the columns, and seems to be one of the table. Move the names of the columns to the top.");
            }
            else findings.Note(row, null, "row-above-header", "This row stands above the row that names the columns, and was passed over.");
    }
}
