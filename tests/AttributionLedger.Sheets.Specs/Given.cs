using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Sheets.Outcomes;
using Shouldly;

namespace AttributionLedger.Sheets.Specs;

internal static class Given
{
    public const string Baghdad = "Asia/Baghdad";

    public static SheetReading Reading(string line, string? zone = Baghdad) => Reading(Encoding.UTF8.GetBytes(line), zone);

    public static SheetReading Reading(byte[] line, string? zone = Baghdad) =>
        SheetLine.Read(line, 7, label => PartyId.Of($"unnamed-{label.Number}"), _ => zone);

    public static SheetEntry Entry(string line, string? zone = Baghdad) => Reading(line, zone) switch
    {
        SheetReading.Read read => read.Entry,
        SheetReading.Refused refused => throw new ShouldAssertException(string.Join("\n", refused.Errors)),
        _ => throw new ShouldAssertException("neither read nor refused")
    };

    /// <summary>Reads a line about an incident.</summary>
    public static T Incident<T>(string line, string? zone = Baghdad) where T : IncidentCommand =>
        Entry(line, zone).ShouldBeOfType<SheetEntry.OfIncident>().Command.ShouldBeOfType<T>();

    /// <summary>Reads a line about a party.</summary>
    public static T Party<T>(string line) where T : PartyCommand =>
        Entry(line).ShouldBeOfType<SheetEntry.OfParty>().Command.ShouldBeOfType<T>();

    public static IReadOnlyList<SheetError> Errors(string line) => Reading(line).ShouldBeOfType<SheetReading.Refused>().Errors;

    public static SheetError Error(string line) => Errors(line).ShouldHaveSingleItem();

    /// <summary>The lines of a file that hold something, as the splitter gives them.</summary>
    public static async Task<IReadOnlyList<(int Number, string Text)>> LinesOf(string file)
    {
        await using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, file));
        var lines = new List<(int, string)>();
        await foreach (var slice in SheetLines.ReadAsync(stream))
        {
            slice.Error.ShouldBeNull();
            lines.Add((slice.Number, Encoding.UTF8.GetString(slice.Bytes.Span)));
        }
        return lines;
    }
}
