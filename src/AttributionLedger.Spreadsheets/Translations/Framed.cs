using System.Text.Json.Nodes;
using AttributionLedger.Scripts;
using AttributionLedger.Spreadsheets.Columns;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>A claim that a file frames, gathered from the rows that are about it.</summary>
internal sealed class Framed(string id, string incident, RowCells first)
{
    private readonly Dictionary<Column, string> cells = [];

    public string Id => id;

    /// <summary>The row that frames it.</summary>
    public RowCells First => first;

    /// <summary>The claims of the same incident that it names.</summary>
    public IEnumerable<string> Names => new[] { Column.Refines, Column.Act }.Select(column => cells.GetValueOrDefault(column)).OfType<string>();

    /// <summary>Whether a row that says so much may be about this claim.</summary>
    public bool Is(string text, string? kind, string? actor) =>
        cells.TryGetValue(Column.Claim, out var own) && Folding.Plain(own) == Folding.Plain(text)
        && (kind is null || cells.GetValueOrDefault(Column.ClaimKind) is not { } otherKind || otherKind == kind)
        && (actor is null || cells.GetValueOrDefault(Column.Actor) is not { } otherActor || otherActor == actor);

    /// <summary>Takes what a row says of it; the column in which it says something else than a row before, if it does.</summary>
    public Column? Disagreement(RowCells row, string? text, string? kind, string? actor, string? raised)
    {
        foreach (var (column, said) in new[]
        {
            (Column.Claim, text), (Column.ClaimKind, kind), (Column.Actor, actor), (Column.RaisedBy, raised),
            (Column.Refines, row.Text(Column.Refines)), (Column.Act, row.Text(Column.Act))
        })
            if (said is not null && !cells.TryAdd(column, said) && !Agree(column, cells[column], said)) return column;
        return null;
    }

    /// <summary>The line of a sheet that frames it.</summary>
    public JsonObject Line()
    {
        var line = new JsonObject { ["entry"] = "claim", ["id"] = id, ["incident"] = incident };
        foreach (var (field, column) in new[]
        {
            ("kind", Column.ClaimKind), ("text", Column.Claim), ("actor", Column.Actor), ("act", Column.Act), ("refines", Column.Refines), ("raisedBy", Column.RaisedBy)
        })
            if (cells.TryGetValue(column, out var cell)) line[field] = cell;
        return line;
    }

    private static bool Agree(Column column, string one, string other) => column == Column.Claim ? Folding.Plain(one) == Folding.Plain(other) : one == other;
}
