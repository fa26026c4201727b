using System.Text.Json;
using System.Text.Unicode;
using AttributionLedger.Basics;
using AttributionLedger.Sheets.Entries;
using AttributionLedger.Sheets.Fields;
using AttributionLedger.Sheets.Lines;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets;

/// <summary>Reads one line of a ledger sheet. What the fields are is in the page about the sheet and in its schema.</summary>
public static class SheetLine
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LineCheck.DepthLimit };

    /// <summary>
    /// Reads a line into the command that it asks for. Never throws on what the line holds; what it refuses, it refuses
    /// with every error that can be found at once. It checks form; whether the record takes the command, the command decides.
    /// </summary>
    /// <param name="utf8">The line without its end. Not kept.</param>
    /// <param name="line">Its number in the sheet, from 1.</param>
    /// <param name="party">The party that the sheet means by a label.</param>
    /// <param name="zoneOfIncident">The IANA zone of an incident, for times that carry none; null where it is not known, and then they are read in Etc/UTC.</param>
    public static SheetReading Read(ReadOnlyMemory<byte> utf8, int line, Func<Label, PartyId> party, Func<IncidentId, string?> zoneOfIncident)
    {
        var reading = new LineReading("line", line, party, zoneOfIncident);
        if (!Utf8.IsValid(utf8.Span)) return new SheetReading.Refused([SheetError.NotUtf8(line)]);
        if (!LineCheck.Passes(utf8.Span, reading)) return new SheetReading.Refused(reading.Errors);

        using var document = JsonDocument.Parse(utf8, Options);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            reading.RefuseWhole("not-object", "This line is no object. An entry stands between braces: {\"entry\": ..., ...}.");
        else if (EntryKinds.Read(new FieldReader(document.RootElement, "", reading)) is { } entry && reading.IsSound)
            return new SheetReading.Read(entry);
        return new SheetReading.Refused(reading.Errors);
    }

    /// <summary>Looks at a line without reading it: which entry it is, of what, and which labels it uses. Never throws.</summary>
    public static SheetPeek Peek(ReadOnlySpan<byte> utf8) => SheetPeek.Of(utf8);
}
