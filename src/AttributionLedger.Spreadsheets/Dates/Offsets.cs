using System.Globalization;
using System.Text.RegularExpressions;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Times;

namespace AttributionLedger.Spreadsheets.Dates;

/// <summary>The offset of a clock time: the one that is written beside it, or the one that its zone had then.</summary>
internal static partial class Offsets
{
    public static (TimeSpan Offset, DateReading.Refused? Refusal) Of(string? written, string? zone, DateTime local)
    {
        if (written is null && zone is null)
            return Refused(TableCodes.ZoneMissing, "This is a clock time, and nothing says in which zone. Fill the column zone for this incident, name a zone in the mapping's defaults, or write the offset: 2024-04-22 14:05 +03:00.");
        if (written is not null && Fixed(written) is { } fixedOffset) return (fixedOffset, null);
        if (Zones.OffsetsAt(written ?? zone, local) is not { } offsets)
            return Refused(TimeCodes.ZoneUnknown, "The zone of this clock time is not one that can be read without guessing. Write its offset (+03:00) or its IANA name (Asia/Baghdad); letters such as CST name several zones.");
        return offsets switch
        {
            [var only] => (only, null),
            [] => Refused(TableCodes.TimeSkipped, $"There was no such time in {written ?? zone}: the clocks went forward past it. Check the time, or write it with its offset."),
            [var first, var second, ..] => Refused(TableCodes.TimeTwice, $"This time came twice in {written ?? zone}, for the clocks went back. Write {Text(first)} after it for the first or {Text(second)} for the second.")
        };
    }

    /// <summary>The offset as EDTF has it: <c>+03:00</c>.</summary>
    public static string Text(TimeSpan offset) => $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";

    private static TimeSpan? Fixed(string written)
    {
        if (Universal().IsMatch(written)) return TimeSpan.Zero;
        if (Numeric().Match(written) is not { Success: true } match) return null;
        var minutes = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture), minutes, 0);
        return match.Groups["sign"].Value == "+" ? offset : -offset;
    }

    private static (TimeSpan, DateReading.Refused?) Refused(string code, string message) => (default, new(code, message));

    [GeneratedRegex("^(?:z|utc|gmt)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Universal();

    [GeneratedRegex(@"^(?:utc|gmt)?\s?(?<sign>[+\-−])(?<h>\d{1,2})(?::?(?<m>\d{2}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();
}
