using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Tables;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>Which column of a file is which, shared by all of its rows.</summary>
internal sealed record Layout(IReadOnlyDictionary<Column, HeadedColumn> Columns, Mapping Mapping)
{
    public static Layout Of(Headings headings, Mapping mapping) => new(
        headings.Columns.Where(column => column.Meaning.Column is not null).DistinctBy(column => column.Meaning.Column).ToDictionary(column => column.Meaning.Column!.Value), mapping);
}

/// <summary>One row, by the columns of the statement table.</summary>
internal sealed class RowCells(TableRow row, Layout layout)
{
    // What goes on record letter by letter; of everything else the blanks at its ends are nobody's.
    private static readonly HashSet<Column> Prose =
    [
        Column.Headline, Column.Place, Column.Claim, Column.Qualifier, Column.Verb, Column.Ground, Column.Words, Column.Original, Column.Medium,
        Column.Agreed, Column.Description, Column.Reason, Column.RetractedBecause
    ];

    public int Number => row.Number;

    public Mapping Mapping => layout.Mapping;

    /// <summary>The row is about a source that is not named, or speaks of one: nothing that it holds is repeated.</summary>
    public bool IsDiscreet { get; set; }

    /// <summary>What the cell of a column holds, or what the mapping says that it holds where it is empty; null where neither says anything.</summary>
    public string? Text(Column column) => Own(column) ?? layout.Mapping.Defaults.GetValueOrDefault(column);

    /// <summary>What the cell itself holds, as text and never as a formula.</summary>
    public string? Own(Column column)
    {
        if (!layout.Columns.TryGetValue(column, out var place) || place.Index >= row.Cells.Count) return null;
        var cell = row.Cells[place.Index];
        if (cell.All(Widths.IsBlank)) return null;
        var text = Formulas.Undefused(cell);
        // Line ends around a text come of how cells are copied, and no text on one line can have them.
        return column is Column.Words or Column.Original ? text : Prose.Contains(column) ? text.Trim('\r', '\n', '\t') : Widths.Trimmed(text);
    }

    /// <summary>Whether the file has the column at all.</summary>
    public bool Has(Column column) => layout.Columns.ContainsKey(column);

    /// <summary>Where a cell stands; the row, under the column's own name, where the file does not have the column.</summary>
    public Place At(Column column) => layout.Columns.TryGetValue(column, out var place)
        ? new(row.Number, row.Line, Place.Letters(place.Index), place.Heading) : new(row.Number, row.Line, null, column.Name());

    /// <summary>A cell cut short, where it may be repeated.</summary>
    public string? Shown(Column column) => !IsDiscreet && Text(column) is { } text ? Shortened.Value(text) : null;
}
