using System.Security.Cryptography;
using System.Text;
using AttributionLedger.Scripts;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>The rows of one statement: a stance each.</summary>
internal sealed record StatementRows(string Incident, string Id, IReadOnlyList<RowCells> Rows)
{
    /// <summary>What a statement says once, whatever number of stances it takes.</summary>
    private static readonly Column[] Shared =
    [
        Column.By, Column.ById, Column.ByKind, Column.Said, Column.SaidTime, Column.Published, Column.Form, Column.Words, Column.Language, Column.TranslatedBy,
        Column.Original, Column.OriginalLanguage, Column.Medium, Column.AskedBy, Column.Via, Column.Embargo, Column.Pool, Column.RelayOf, Column.Issuance,
        Column.Channel, Column.Basis, Column.Terms, Column.Agreed, Column.Description, Column.Reason, Column.Grade, Column.Evidence, Column.Noted,
        Column.Status, Column.RetractedSaid, Column.RetractedBecause
    ];

    // Neither what the ledger knows anyway nor what may be added later makes another statement of a row.
    private static readonly HashSet<Column> BesidesContent =
    [
        Column.Incident, Column.Headline, Column.Zone, Column.Occurred, Column.Place, Column.Invented, Column.Statement, Column.ByKind, Column.ActorKind,
        Column.ClaimKind, Column.SaidTime, Column.Noted, Column.Status, Column.RetractedSaid, Column.RetractedBecause, Column.Known
    ];

    private static readonly HashSet<Column> Times = [Column.Said, Column.Published, Column.Embargo];
    private static readonly HashSet<Column> Exact = [Column.Words, Column.Original, Column.Statement, Column.ClaimId, Column.Request, Column.RelayOf, Column.Evidence];

    /// <summary>The first row that says something in a column; the first of all where none does.</summary>
    public RowCells With(Column column) => Rows.FirstOrDefault(row => row.Own(column) is not null) ?? Rows[0];

    /// <summary>Gathers the rows of each statement, in the order of their first; identical rows count once.</summary>
    /// <param name="zoneOf">The zone of an incident; null where it is not known.</param>
    public static IReadOnlyList<StatementRows> Gather(IEnumerable<(RowCells Row, string Incident)> rows, Func<string, string?> zoneOf, Findings findings)
    {
        var statements = new Dictionary<(string, string), List<(RowCells Row, string Content)>>();
        foreach (var (row, incident) in rows)
        {
            var content = Content(row, zoneOf(incident));
            var id = row.Text(Column.Statement) ?? $"statement-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{incident}\n{content}")))[..12]}";
            if (!statements.TryGetValue((incident, id), out var own)) statements[(incident, id)] = own = [];
            if (own.FirstOrDefault(other => other.Content == content) is { Row: { } twin })
            {
                findings.Note(row, null, "row-repeated", $"This row says the same as row {twin.Number} and was passed over.");
                // What it adds beside the content must agree all the same.
                if (Shared.Where(BesidesContent.Contains).All(column => row.Own(column) is not { } cell || cell == twin.Own(column))) continue;
            }
            own.Add((row, content));
        }
        return [.. statements.Select(statement => new StatementRows(statement.Key.Item1, statement.Key.Item2, [.. statement.Value.Select(row => row.Row)]).Agreeing(zoneOf(statement.Key.Item1), findings))];
    }

    private StatementRows Agreeing(string? zone, Findings findings)
    {
        if (Rows.Any(row => row.IsDiscreet))
            foreach (var row in Rows) row.IsDiscreet = true;
        foreach (var column in Shared)
        {
            var first = With(column);
            foreach (var other in Rows.Where(row => row != first && row.Own(column) is { } cell && Spelt(row, column, cell, zone) != Spelt(first, column, first.Own(column)!, zone)))
                findings.Refuse(other, column, TableCodes.CellsDisagree, $"Row {first.Number} says something else in this column of the same statement. Make them agree, leave the cell empty after the first row, or give the other statement an id of its own.");
        }
        return this;
    }

    /// <summary>What a row says, in one spelling: the same file, saved by another program, has the same content.</summary>
    private static string Content(RowCells row, string? zone)
    {
        var content = new StringBuilder();
        foreach (var column in TableColumns.Taken.Where(column => !BesidesContent.Contains(column)))
            if (row.Own(column) is { } cell && !(column == Column.ById && row.Own(Column.By) is not null) && !(column == Column.ActorId && row.Own(Column.Actor) is not null))
                content.Append(column.Name()).Append('\t').Append(Spelt(row, column, cell, zone)).Append('\n');
        return content.ToString();
    }

    private static string Spelt(RowCells row, Column column, string cell, string? zone) =>
        Times.Contains(column) ? row.OneSpelling(column, cell, zone)
        : row.Mean(column, cell) ?? (Exact.Contains(column) ? Widths.Trimmed(cell).Replace("\r\n", "\n").Replace('\r', '\n') : Folding.Plain(cell) is { Length: > 0 } plain ? plain : cell);
}
