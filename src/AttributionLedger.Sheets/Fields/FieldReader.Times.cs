using System.Text.Json;
using AttributionLedger.Sheets.Lines;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Times;

namespace AttributionLedger.Sheets.Fields;

// Times in the world, and instants.
internal sealed partial class FieldReader
{
    private static readonly WorldTime NoTime = WorldTime.Stored("", Zones.Utc, null, null, null);

    /// <summary>A time in the world, as EDTF text or as an object with its zone and the words that gave it.</summary>
    public WorldTime? Time(string name)
    {
        if (Take(name, "a time such as \"2024-04-21\", or { \"edtf\": ..., \"zone\": ..., \"wording\": ... }", JsonValueKind.String, JsonValueKind.Object) is not { } value) return null;
        return value.ValueKind == JsonValueKind.String
            ? Time(name, Read(value), line.Zone, null)
            : Inside(value, name, "a time", inside => inside.TimeInParts());
    }

    /// <summary>A time of which only the text is kept, so that a zone or a wording would be lost.</summary>
    public string? Edtf(string name) => Text(name) is { } text ? Time(name, text, line.Zone, null)?.Edtf : null;

    public WorldTime NeededTime(string name, string what)
    {
        if (!Has(name)) Missing(name, $"{what}, as a time such as 2024-04-21");
        return Time(name) ?? NoTime;
    }

    private WorldTime? TimeInParts()
    {
        var (edtf, zone, wording) = (NeededText("edtf", "the time itself, such as 2024-04-21"), Text("zone"), Text("wording"));
        foreach (var rejection in Basics.Texts.Line(wording, "wording")) Refuse("wording", rejection.Code, rejection.Message);
        if (!Has("edtf")) return null;
        // Which part is at fault is asked in the order in which the domain reads them.
        return Zones.Read(zone ?? line.Zone) is ZoneReading.Unreadable strange
            ? Refused("zone", strange.Code, strange.Message, zone)
            : Time("edtf", edtf, zone ?? line.Zone, wording);
    }

    private WorldTime? Time(string name, string edtf, string zone, string? wording) => WorldTime.Read(edtf, zone, wording) switch
    {
        WorldTimeReading.Read read => read.Time,
        WorldTimeReading.Unreadable { Code: TimeCodes.WordingTooLong } refused => Refused("wording", refused.Code, refused.Message, null),
        WorldTimeReading.Unreadable refused => Refused(name, refused.Code, refused.Message, edtf),
        _ => null
    };

    private WorldTime? Refused(string name, string code, string message, string? written)
    {
        Refuse(name, code, line.IsDiscreet || written?.Length > Shown.Limit
            ? "This is not a time that can be read here. Write a day as 2024-04-22, a month as 2024-04, a time as 2024-04-21T21:50+03:00, a span as 2024-04-20/2024-04-22, and a zone as Asia/Baghdad."
            : message);
        return null;
    }

    /// <summary>A date-time with its offset, in UTC.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text || Time(name, text, Zones.Utc, null) is not { } time) return null;
        return IsOneInstant(name, time) ? time.Earliest : null;
    }

    /// <summary>A date-time with its offset, as it was written.</summary>
    public WorldTime NeededInstant(string name, string what)
    {
        if (!Has(name)) Missing(name, $"{what}, as a date and a time with its offset such as 2024-04-21T21:50+03:00");
        return Text(name) is { } text && Time(name, text, line.Zone, null) is { } time && IsOneInstant(name, time) ? time : NoTime;
    }

    private bool IsOneInstant(string name, WorldTime time)
    {
        if (time.IsInstant) return true;
        Refuse(name, SheetCodes.TimeNotInstant, "This must be one instant: a date and a time with its offset, such as 2024-04-21T21:50+03:00. A day is not enough, for it has many.");
        return false;
    }

    /// <summary>The zone of an incident, in the spelling of the database; times that follow are read in it.</summary>
    public string NeededZone(string name)
    {
        var written = NeededText(name, "the time zone of the place, by its IANA id such as Asia/Baghdad; times of this incident are read in it");
        line.ReadTimesIn(written);
        if (Has(name) && Zones.Read(written) is ZoneReading.Unreadable strange) Refused(name, strange.Code, strange.Message, written);
        return line.Zone;
    }
}
