using System.Text.RegularExpressions;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Times;

namespace AttributionLedger.Spreadsheets.Cells;

/// <summary>A time as a cell tells it, taken apart: the time itself is not read yet.</summary>
/// <param name="Zone">What stands in brackets: the zone in which it is meant, where that is not the incident's.</param>
/// <param name="Wording">What stands in quotation marks: the words that gave the time.</param>
public sealed record TimeInCell(string Time, string? Zone, string? Wording);

/// <summary>A time in a cell, with the zone and the wording that it may have: <c>2024-04-20 [Europe/Paris] "early Saturday"</c>.</summary>
public static partial class TimeCells
{
    /// <param name="zone">The zone in which the reader of the cell reads times that say none: the incident's.</param>
    public static string Write(WorldTime time, string zone) =>
        $"{time.Edtf}{(time.Zone == zone ? "" : $" [{time.Zone}]")}{(time.Wording is { } wording ? $" \"{wording}\"" : "")}";

    /// <summary>Takes a cell apart. The wording reaches from the first quotation mark to the last, so that it may hold some itself.</summary>
    public static TimeInCell Read(string cell)
    {
        var parts = Parts().Match(Widths.Trimmed(cell));
        return new(Widths.Trimmed($"{parts.Groups["time"].Value} {parts.Groups["rest"].Value}"), Of(parts.Groups["zone"]), Of(parts.Groups["wording"]));
    }

    private static string? Of(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex("^(?<time>[^\\[\"“„«]*)(?:\\[(?<zone>[^\\]]*)\\]\\s*)?(?:[\"“„«](?<wording>.*)[\"”“»])?(?<rest>.*)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
