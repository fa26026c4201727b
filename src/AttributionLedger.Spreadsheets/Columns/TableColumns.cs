using System.Collections.Frozen;
using System.Text.Json;

namespace AttributionLedger.Spreadsheets.Columns;

/// <summary>The names of the columns, as the template shows them.</summary>
public static class TableColumns
{
    private static readonly FrozenDictionary<Column, string> Names =
        Enum.GetValues<Column>().ToFrozenDictionary(column => column, column => JsonNamingPolicy.SnakeCaseLower.ConvertName(column.ToString()).Replace('_', ' '));

    private static readonly FrozenDictionary<string, Column> ByName = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The columns of the statement table in the order of the file.</summary>
    public static IReadOnlyList<Column> Written { get; } = [.. Enum.GetValues<Column>().Where(column => column != Column.SaidTime)];

    /// <summary>Every column that a file may have.</summary>
    public static IReadOnlyList<Column> Taken { get; } = Enum.GetValues<Column>();

    /// <summary>The column's name in lower case with spaces: <c>translated by</c>.</summary>
    public static string Name(this Column column) => Names[column];

    /// <summary>The column of exactly this name.</summary>
    public static bool TryName(string name, out Column column) => ByName.TryGetValue(name, out column);
}
