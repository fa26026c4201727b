using AttributionLedger.Scripts;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Tables;

namespace AttributionLedger.Spreadsheets.Mappings;

/// <summary>One column of a file.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Heading">As it is written.</param>
public sealed record HeadedColumn(int Index, string Heading, HeadingMeaning Meaning);

/// <summary>Which row of a file names its columns, and what they mean.</summary>
/// <param name="Row">The header; null where there is none.</param>
/// <param name="Columns">Those that have a heading, in the order of the file.</param>
public sealed record Headings(TableRow? Row, IReadOnlyList<HeadedColumn> Columns, IReadOnlyList<RowError> Errors)
{
    /// <summary>Columns without which no row can be understood; of those in a row one is enough.</summary>
    private static readonly Column[][] Needed = [[Column.Incident, Column.Headline], [Column.By, Column.ById], [Column.Said], [Column.Stance]];

    /// <summary>Whether the rows can be understood as far as the header says.</summary>
    public bool IsComplete => Row is not null && Errors.All(error => error.Code is not (TableCodes.ColumnMissing or TableCodes.ColumnRepeated));

    /// <summary>A heading as it is compared; one without any letter is compared as it is.</summary>
    public static string Key(string heading) => Folding.Plain(heading) is { Length: > 0 } plain ? plain : Widths.Trimmed(heading);

    /// <summary>What a heading means; null where nobody knows.</summary>
    public static HeadingMeaning? Meaning(string heading, Mapping mapping) =>
        mapping.Columns.TryGetValue(Key(heading), out var said) ? said : ColumnSynonyms.Read(heading) is { } column ? new(column, false) : null;

    /// <summary>Finds the header: of the first rows the one with most headings that are known, for titles and dates stand above it.</summary>
    public static Headings Of(Table table, Mapping mapping)
    {
        var header = table.Rows.Take(TableLimits.HeaderSearch)
            .Select(row => (row, known: row.Cells.Count(cell => Meaning(cell, mapping) is not null))).Where(tried => tried.known > 0)
            .OrderByDescending(tried => tried.known).Select(tried => tried.row).FirstOrDefault();
        return header is null ? Missing(table) : Named(table, header, mapping);
    }

    private static Headings Named(Table table, TableRow header, Mapping mapping)
    {
        var columns = header.Cells.Select((heading, i) => new HeadedColumn(i, Widths.Trimmed(heading), Meaning(heading, mapping) ?? new(null, false)))
            .Where(column => column.Heading.Length > 0).ToList();
        var errors = new List<RowError>();
        foreach (var open in columns.Where(column => column.Meaning.IsOpen))
            errors.Add(new(At(header, open), TableCodes.ColumnUnknown, $"\"{Shortened.Value(open.Heading)}\" is no column that is known.{(ColumnSynonyms.Nearest(open.Heading) is { } near ? $" Did you mean {near}?" : "")} Say in the mapping what it means, or \"ignore\" (\"columns\"): nothing of a file is passed over without being told."));
        foreach (var twice in columns.Where(column => column.Meaning.Column is not null).GroupBy(column => column.Meaning.Column).Where(group => group.Count() > 1))
            errors.Add(new(At(header, twice.Last()), TableCodes.ColumnRepeated, $"{string.Join(" and ", twice.Select(column => $"{Place.Letters(column.Index)} (\"{Shortened.Value(column.Heading)}\")"))} both mean the column {twice.Key!.Value.Name()}. {(twice.DistinctBy(column => Key(column.Heading)).Count() > 1 ? "Say in the mapping which of them is another, or \"ignore\" (\"columns\")." : "A mapping cannot tell them apart: give one of them another heading in the file, or take its column out.")}"));
        foreach (var needed in Needed.Where(needed => !needed.Any(one => columns.Exists(column => column.Meaning.Column == one) || mapping.Defaults.ContainsKey(one))))
            errors.Add(new(new Place(header.Number, header.Line, null, needed[0].Name()), TableCodes.ColumnMissing, $"No column of this file is {string.Join(" or ", needed.Select(one => one.Name()))}. Add it, or say in the mapping which heading means it (\"columns\"), or what it is in all rows (\"defaults\")."));
        return new(header, columns, errors);
    }

    // What looks like data is not repeated, for nobody knows yet whom it is about.
    private static Headings Missing(Table table)
    {
        if (table.Rows is not [var first, ..]) return new(null, [], []);
        var like = first.Cells.All(cell => cell.Length <= 30 && !cell.Any(char.IsDigit) && !cell.StartsWith('?')) && first.Cells.Count(cell => cell.Length > 0) > 1;
        var error = new RowError(new Place(first.Number, first.Line), TableCodes.HeaderMissing,
            $"No row among the first {TableLimits.HeaderSearch} that are filled names columns that are known. Write the names of the columns into the first row (ledger template shows them), or say in the mapping what the headings of this file mean (\"columns\").");
        return new(null, like ? [.. first.Cells.Select((cell, i) => new HeadedColumn(i, Widths.Trimmed(cell), new(null, false))).Where(column => column.Heading.Length > 0)] : [], [error]);
    }

    private static Place At(TableRow header, HeadedColumn column) => new(header.Number, header.Line, Place.Letters(column.Index), column.Heading);
}
