using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Tables;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>The rows below the header, and what of them stands in no column.</summary>
internal static class DataRows
{
    public static IEnumerable<TableRow> Of(Table table, Headings headings, Findings findings)
    {
        if (headings.Row is not { } header) yield break;
        var named = headings.Columns.Select(column => column.Index).ToHashSet();
        var layout = new Layout(new Dictionary<Columns.Column, HeadedColumn>(), Mapping.None);
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
}
