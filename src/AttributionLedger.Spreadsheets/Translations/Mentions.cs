using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>Somebody whom a row mentions, as far as it says who that is.</summary>
/// <param name="Column">That of the name.</param>
/// <param name="Id">From the column of ids; null where it has none.</param>
/// <param name="Kind">The ledger's word; null where the row has none.</param>
internal sealed record Mention(RowCells Row, Column Column, string? Name, string? Id, string? Kind);

/// <summary>Whom the rows mention, and in which columns.</summary>
internal static class Mentions
{
    /// <summary>The columns that name parties, each with those of the ids and the kinds, where it has any.</summary>
    private static readonly (Column Names, Column? Ids, Column? Kinds)[] Columns =
    [
        (Column.By, Column.ById, Column.ByKind), (Column.Actor, Column.ActorId, Column.ActorKind), (Column.AskedBy, null, null), (Column.Via, null, null),
        (Column.Channel, null, null), (Column.RaisedBy, null, null)
    ];

    /// <summary>Every column that names parties.</summary>
    public static IEnumerable<Column> Named => Columns.Select(columns => columns.Names);

    /// <summary>What may be a name or an id of a known party, of every row, to be looked up at once.</summary>
    public static IReadOnlyCollection<string> ToLookUp(IEnumerable<RowCells> rows) => [.. rows.SelectMany(row => Columns.SelectMany(columns =>
            new[] { (Column?)columns.Names, columns.Ids }.OfType<Column>().SelectMany(column => CellLists.Split(row.Text(column) ?? ""))
                .SelectMany(written => columns.Ids is null && PartyCells.Read(written) is { Id: { } id, Name: var name } ? [name, id] : new[] { written })))
        .Where(name => name.Length > 0 && Discretion.Label(name) is null).Distinct()];

    /// <summary>Those whom the columns of names, ids and kinds mention together, in their order.</summary>
    /// <param name="rowOf">The row that says what stands in a column: of a statement the first that fills it.</param>
    public static IReadOnlyList<Mention> Of(Func<Column, RowCells> rowOf, Column column, Findings findings)
    {
        var (_, idsIn, kindsIn) = Columns.First(columns => columns.Names == column);
        var names = Split(rowOf(column), column);
        if (idsIn is null) return [.. names.Where(name => name.Length > 0).Select(PartyCells.Read).Select(party => new Mention(rowOf(column), column, party.Name, party.Id, party.Kind))];
        var (ids, kinds) = (idsIn is { } i ? Split(rowOf(i), i) : [], kindsIn is { } k ? Split(rowOf(k), k) : []);
        if (names.Count > 0 && ids.Count > names.Count) Uneven(rowOf(idsIn!.Value), idsIn.Value, column, findings);
        if (kinds.Count > Math.Max(names.Count, ids.Count)) Uneven(rowOf(kindsIn!.Value), kindsIn.Value, column, findings);
        return [.. Enumerable.Range(0, Math.Max(names.Count, ids.Count)).Select(at => new Mention(rowOf(column), column, At(names, at), At(ids, at),
            At(kinds, at) is { } kind ? Kind(rowOf(kindsIn!.Value), kindsIn.Value, kind, findings) : null)).Where(mention => mention.Name is not null || mention.Id is not null)];
    }

    private static string? Kind(RowCells row, Column column, string written, Findings findings)
    {
        if (row.Mean(column, written) is { } kind) return kind;
        findings.Refuse(row, column, TableCodes.WordUnknown, CellWords.Refusal(row, column, written));
        return null;
    }

    private static void Uneven(RowCells row, Column column, Column names, Findings findings) => findings.Refuse(row, column, TableCodes.ListsDisagree,
        $"There are more things in the column {column.Name()} than in the column {names.Name()}. They go together in the same order, with ; between them; a ; within one is written \\;.");

    private static IReadOnlyList<string> Split(RowCells row, Column column) => row.Text(column) is { } cell ? CellLists.Split(cell) : [];

    private static string? At(IReadOnlyList<string> things, int index) => index < things.Count && things[index].Length > 0 ? things[index] : null;
}
