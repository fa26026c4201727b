using System.Text.Json.Nodes;
using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Dates;
using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>Times of a row, as the lines of a sheet have them.</summary>
internal static class CellTimes
{
    /// <summary>The time in a cell; null where there is none, or none that can be read, and then the row says so.</summary>
    /// <param name="zone">The incident's; null where it is not known.</param>
    /// <param name="clock">A clock time that stands in a cell of its own.</param>
    public static JsonNode? Time(this RowCells row, Column column, string? zone, Findings findings, string? clock = null)
    {
        if (row.Text(column) is not { } cell) return null;
        var parts = TimeCells.Read(cell);
        return Read(row, column, parts, zone, clock, findings) is not { } edtf ? null
            : parts is { Zone: null, Wording: null } || (parts.Wording is null && column is Column.Embargo or Column.Noted) ? edtf
            : Object(("edtf", edtf), ("zone", parts.Zone), ("wording", parts.Wording));
    }

    /// <summary>A time of which only EDTF is kept: that of a count.</summary>
    public static string? Edtf(this RowCells row, Column column, string written, string? zone, Findings findings) =>
        Read(row, column, new(written, null, null), zone, null, findings);

    /// <summary>A time in one spelling, for what is made of a row's content; what cannot be read is as it is written.</summary>
    public static string OneSpelling(this RowCells row, Column column, string cell, string? zone) =>
        DateReader.Read(TimeCells.Read(cell).Time, zone, row.Mapping.Dates, column == Column.Said ? row.Text(Column.SaidTime) : null) is DateReading.Read read
            ? $"{read.Edtf}|{TimeCells.Read(cell).Zone}|{TimeCells.Read(cell).Wording}" : cell;

    public static JsonObject Object(params (string Name, string? Text)[] fields)
    {
        var made = new JsonObject();
        foreach (var (name, text) in fields)
            if (text is not null) made[name] = text;
        return made;
    }

    private static string? Read(RowCells row, Column column, TimeInCell parts, string? zone, string? clock, Findings findings)
    {
        switch (DateReader.Read(parts.Time, parts.Zone ?? zone, row.Mapping.Dates, clock))
        {
            case DateReading.Read read: return read.Edtf;
            case DateReading.Refused refused:
                findings.Refuse(row, column, refused.Code, row.IsDiscreet && refused.Quotes ? "What stands here is no time that can be read. Write a day as 2024-04-22, a time as 2024-04-22 14:05, a zone as Asia/Baghdad." : refused.Message);
                break;
            case DateReading.Ambiguous ambiguous:
                findings.Ask(row, column, "dates", "", Shortened.Value(parts.Time), row.IsDiscreet
                    ? "A date can be read in two ways. Say in the mapping in which order this file writes dates: \"dates\": \"day-first\", \"month-first\" or \"year-first\"."
                    : $"Is this {string.Join(" or ", ambiguous.Readings)}? Say in the mapping in which order this file writes dates: \"dates\": \"day-first\", \"month-first\" or \"year-first\".", []);
                break;
            case DateReading.Serial serial:
                findings.Ask(row, column, "serials", "", Shortened.Value(parts.Time), row.IsDiscreet
                    ? "A date is a number, which may be a spreadsheet's count of days. Show the column as dates and save the file again, or say in the mapping from when it counts: \"serials\": \"1900\" or \"1904\"."
                    : $"Is this number the day {serial.From1900} as Excel counts days, or {serial.From1904} as old Macintosh spreadsheets do? Show the column as dates and save the file again, or say in the mapping from when it counts: \"serials\": \"1900\" or \"1904\".", []);
                break;
        }
        return null;
    }
}
