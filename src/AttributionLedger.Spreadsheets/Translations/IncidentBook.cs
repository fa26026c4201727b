using System.Text.Json.Nodes;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>The incidents that the rows belong to: those on record, and those that the file opens.</summary>
internal sealed class IncidentBook(KnownRecord record, Mapping mapping, Findings findings)
{
    private static readonly Column[] Describing = [Column.Headline, Column.Zone, Column.Occurred, Column.Place, Column.Invented];
    private readonly Dictionary<string, Dictionary<Column, RowCells>> described = [];
    private readonly Dictionary<string, RowCells> first = [];

    /// <summary>The id of the incident that a row belongs to: what it says, or one made from its headline; null where it says neither.</summary>
    public static string? IdOf(RowCells row) => row.Text(Column.Incident) ?? (row.Text(Column.Headline) is { } headline && PartyBook.Slug(headline) is { Length: > 0 } slug ? slug : null);

    /// <summary>Takes what a row says of its incident.</summary>
    public void Learn(string incident, RowCells row)
    {
        first.TryAdd(incident, row);
        if (!described.TryGetValue(incident, out var cells)) described[incident] = cells = [];
        foreach (var column in Describing)
            if (row.Own(column) is { } cell && !cells.TryAdd(column, row) && cell.Trim() != cells[column].Own(column)!.Trim())
                findings.Refuse(row, column, TableCodes.CellsDisagree, $"Row {cells[column].Number} says something else of the same incident. Make them agree, leave the cell empty after the first row, or give the other incident an id of its own.");
        if (record.Incidents.TryGetValue(incident, out var known) && row.Own(Column.Zone) is { } zone && zone != known.Zone)
            findings.Refuse(row, Column.Zone, TableCodes.CellsDisagree, $"The incident is on record with the zone {known.Zone}, in which its times are read. Leave the cell empty, or write the offset beside each clock time.");
    }

    /// <summary>The zone in which the times of an incident are read; null where nobody says.</summary>
    public string? ZoneOf(string incident) => record.Incidents.TryGetValue(incident, out var known) ? known.Zone
        : described[incident].TryGetValue(Column.Zone, out var row) ? row.Own(Column.Zone) : mapping.Defaults.GetValueOrDefault(Column.Zone);

    /// <summary>The lines that open those that are not on record. One without a headline is rather an id that was mistyped.</summary>
    public IEnumerable<(JsonObject Line, RowCells Row)> Openings()
    {
        foreach (var (incident, cells) in described.Where(one => !record.Incidents.ContainsKey(one.Key)))
        {
            var row = cells.GetValueOrDefault(Column.Headline, first[incident]);
            if (row.Text(Column.Headline) is null) continue;
            var line = CellTimes.Object(("entry", "incident"), ("id", incident), ("headline", row.Text(Column.Headline)), ("zone", ZoneOf(incident)));
            if (First(incident, Column.Occurred, row).Time(Column.Occurred, ZoneOf(incident), findings) is { } occurred) line["occurred"] = occurred;
            if (First(incident, Column.Place, row).Text(Column.Place) is { } place) line["place"] = place;
            if (First(incident, Column.Invented, row).Word(Column.Invented, findings) is "yes") line["invented"] = true;
            yield return (line, row);
        }
    }

    private RowCells First(string incident, Column column, RowCells otherwise) => described[incident].GetValueOrDefault(column, otherwise);
}
