using System.Text.RegularExpressions;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>Where in a file a line of the sheet comes from, so that what is wrong with a field is wrong with a cell.</summary>
/// <param name="rows">Of a statement one for each stance.</param>
/// <param name="mentioned">For a party, the column that names it.</param>
internal sealed partial class SheetOrigin(string entry, IReadOnlyList<RowCells> rows, Column mentioned = Column.By)
{
    private static readonly Dictionary<string, Column> Fields = new()
    {
        ["translatedBy"] = Column.TranslatedBy, ["originalLanguage"] = Column.OriginalLanguage, ["askedBy"] = Column.AskedBy, ["relayOf"] = Column.RelayOf,
        ["raisedBy"] = Column.RaisedBy, ["text"] = Column.Words, ["rule"] = Column.Terms, ["state"] = Column.Issuance, ["setting"] = Column.Medium, ["stances"] = Column.Stance
    };

    private static readonly Dictionary<(string Entry, string Field), Column> OfEntry = new()
    {
        [("statement", "id")] = Column.Statement, [("claim", "id")] = Column.ClaimId, [("claim", "text")] = Column.Claim, [("claim", "kind")] = Column.ClaimKind,
        [("incident", "id")] = Column.Incident, [("unnamed", "label")] = Column.By, [("unnamed", "name")] = Column.Description,
        [("retraction", "said")] = Column.RetractedSaid, [("retraction", "reason")] = Column.RetractedBecause, [("retraction", "statement")] = Column.Status
    };

    /// <summary>What the line is, for people: a statement, a claim.</summary>
    public string Entry => entry;

    public IReadOnlyList<RowCells> Rows => rows;

    /// <summary>Whether any of its rows is about a source.</summary>
    public bool IsDiscreet => rows.Any(row => row.IsDiscreet);

    /// <summary>Whether the sheet itself knows that it must keep silent, for a label stands in the line.</summary>
    public bool IsLabelled => rows.Any(Discretion.IsLabelled);

    /// <summary>The cell that a field was made of.</summary>
    /// <param name="field">A path such as <c>stances[1].claim</c>; null for the line as a whole.</param>
    public (RowCells Row, Column? Column) Of(string? field)
    {
        var stance = field is not null && InStance().Match(field) is { Success: true } match ? int.Parse(match.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) : -1;
        var row = stance >= 0 && stance < rows.Count ? rows[stance] : null;
        if (field is null || ColumnOf(field) is not { } column) return (row ?? rows[0], null);
        // Where a sheet has an id, the id is what is wrong, if it is written.
        column = (entry, column) switch
        {
            ("statement", Column.By) when IsIn(row, Column.ById, Column.By) => Column.ById,
            ("statement", Column.Claim) when IsIn(row, Column.ClaimId, Column.Claim) => Column.ClaimId,
            ("claim", Column.Actor) when IsIn(row, Column.ActorId, Column.Actor) => Column.ActorId,
            _ => column
        };
        return (row ?? rows.FirstOrDefault(one => one.Own(column) is not null) ?? rows[0], column);
    }

    private bool IsIn(RowCells? row, Column id, Column name) => (row ?? rows[0]).Own(id) is not null || (rows[0].Has(id) && !rows[0].Has(name));

    private Column? ColumnOf(string path)
    {
        var names = Index().Replace(path, "").Split('.');
        if (entry == "party")
            return (names[^1], mentioned) switch
            {
                ("id", Column.By) => Column.ById,
                ("id", Column.Actor) => Column.ActorId,
                ("kind", Column.By) => Column.ByKind,
                ("kind", Column.Actor) => Column.ActorKind,
                _ => mentioned
            };
        // The outermost name that means a column decides, but for parts that have a column of their own.
        foreach (var name in names.Reverse())
        {
            if (names[0] is "evidence") return Column.Evidence;
            if (names[0] is "said" or "published" or "occurred") break;
            if (name is "figures") return Column.Figures;
            if (OfEntry.TryGetValue((entry, name), out var own)) return own;
            if (Fields.TryGetValue(name, out var column) || TableColumns.TryName(name, out column)) return column;
        }
        return OfEntry.TryGetValue((entry, names[0]), out var first) || Fields.TryGetValue(names[0], out first) || TableColumns.TryName(names[0], out first) ? first : null;
    }

    [GeneratedRegex(@"^stances\[(?<index>\d+)\]")]
    private static partial Regex InStance();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
