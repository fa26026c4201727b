using System.Text.Json.Nodes;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>
/// The sources of a file that are not named. A label means something within its incident only, and within a sheet something
/// in all of it; so every label of every incident gets a number of its own.
/// </summary>
internal sealed class SourceBook(Findings findings)
{
    private readonly Dictionary<(string Incident, string Label), Source> sources = [];

    /// <summary>Notes how rows describe whom; all rows first, for the description may stand in a later one.</summary>
    public void Learn(string incident, RowCells row)
    {
        var labels = CellLists.Split(row.Text(Column.By) ?? "").Select(Discretion.Label).ToList();
        var descriptions = labels.Count == 1 ? [row.Text(Column.Description) ?? ""] : CellLists.Split(row.Text(Column.Description) ?? "");
        foreach (var (label, i) in labels.Select((label, i) => (label, i)))
            if (label is not null && Label.TryRead(label, out _)) Meant(incident, label, row).Description ??= i < descriptions.Count && descriptions[i].Length > 0 ? descriptions[i] : null;
        if (labels.TrueForAll(label => label is null) && Channel(row) is { } channel) Meant(incident, channel, row).Description ??= row.Text(Column.Description);
        if (labels.Count > 1 && descriptions.Count > labels.Count)
            findings.Refuse(row, Column.Description, TableCodes.ListsDisagree, "There are more descriptions than speakers. They go together in the same order, with ; between them.");
    }

    /// <summary>The label in the sheet of a source of this incident; whatever is no label stays as it is.</summary>
    public string Of(StatementRows statement, string party) => Label.IsMeant(party) ? Number(statement.Incident, party, statement.Rows[0]) : party;

    /// <summary>The same for a claim that a source raised.</summary>
    public string Number(string incident, string label, RowCells row)
    {
        if (!Label.TryRead(label, out _)) return label;
        return Meant(incident, label, row).Number;
    }

    /// <summary>The agreed description of a statement, where it is another than the one by which the source goes.</summary>
    public string? OwnDescription(StatementRows statement)
    {
        var row = statement.With(Column.Description);
        if (row.Text(Column.Description) is not { } description) return null;
        var speakers = CellLists.Split(statement.With(Column.By).Text(Column.By) ?? "").Select(Discretion.Label).ToList();
        var labels = speakers.OfType<string>().ToList();
        if (labels.Count == 0 && Channel(statement.With(Column.Channel)) is { } channel) labels.Add(channel);
        // Of several speakers each has a description, in the order of their names.
        return (labels.Count > 0 && speakers.Count > 1) || labels.Any(label => !sources.TryGetValue((statement.Incident, label), out var source) || source.Description == description) ? null : description;
    }

    /// <summary>A source through whose channel a statement came; null where the channel is none or has a name.</summary>
    private static string? Channel(RowCells row) => row.Text(Column.Channel) is { } channel && Discretion.Label(channel) is { } label && Label.TryRead(label, out _) ? label : null;

    /// <summary>The lines that introduce those who are spoken of, each with the row that first does.</summary>
    /// <param name="used">The labels that other lines use.</param>
    public IEnumerable<(JsonObject Line, RowCells Row)> Introductions(IReadOnlySet<string> used) => sources.Values.Where(source => used.Contains(source.Number))
        .Select(source => (CellTimes.Object(("entry", "unnamed"), ("label", source.Number), ("description", source.Description)), source.Row));

    private Source Meant(string incident, string label, RowCells row)
    {
        if (!sources.TryGetValue((incident, label), out var source)) sources[(incident, label)] = source = new($"?{sources.Count + 1}", row);
        return source;
    }

    private sealed class Source(string number, RowCells row)
    {
        public string Number => number;
        public RowCells Row => row;
        public string? Description { get; set; }
    }
}
