using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using AttributionLedger.Basics;
using AttributionLedger.Sheets.Entries;
using AttributionLedger.Sheets.Fields;
using AttributionLedger.Sheets.Lines;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets;

/// <summary>A field that the address of a request says, so that its body does not.</summary>
public readonly record struct Addressed(string Field, string Value);

/// <summary>
/// Reads the body of a request: the fields of a sheet's line, but for those that the address says. An entry that comes both
/// ways has the same content and, where the ledger makes its id, the same id.
/// </summary>
public static class EntryBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LineCheck.DepthLimit };

    /// <summary>Reads a body into the command that it asks for, with the promises of <see cref="SheetLine.Read"/>. Its line is always 1.</summary>
    /// <param name="entry">The word that <c>entry</c> would say in a sheet.</param>
    /// <param name="utf8">Not kept.</param>
    /// <param name="zoneOfIncident">The IANA zone of an incident; null where it is not known.</param>
    public static SheetReading Read(string entry, IReadOnlyList<Addressed> address, ReadOnlyMemory<byte> utf8, Func<IncidentId, string?> zoneOfIncident)
    {
        // Outside of a sheet an unnamed source has no number; the reader is given one, and nobody sees it.
        var isUnnamed = entry == "unnamed";
        IReadOnlyList<Addressed> said = [new("entry", entry), .. isUnnamed ? [new("label", "?1")] : address];
        var reading = new LineReading("body", 1, isUnnamed ? _ => default : null, zoneOfIncident)
        {
            IsUnnamed = isUnnamed, IsDiscreet = isUnnamed, Addressed = [.. said.Select(field => field.Field)]
        };
        if (!Utf8.IsValid(utf8.Span))
            reading.RefuseWhole("not-utf8", "This body holds bytes that are not UTF-8. Send it in the encoding UTF-8.");
        else if (LineCheck.Passes(utf8.Span, reading) && Whole(said, utf8, reading) is { } whole)
        {
            using (whole)
                if (EntryKinds.Read(new FieldReader(whole.RootElement, "", reading)) is { } read && reading.IsSound)
                    return new SheetReading.Read(read);
        }
        return new SheetReading.Refused(reading.Errors);
    }

    private static JsonDocument? Whole(IReadOnlyList<Addressed> said, ReadOnlyMemory<byte> utf8, LineReading reading)
    {
        using var body = JsonDocument.Parse(utf8, Options);
        if (body.RootElement.ValueKind != JsonValueKind.Object)
        {
            reading.RefuseWhole("not-object", "This body is no object. It stands between braces: { ... }.");
            return null;
        }
        foreach (var field in said.Where(field => body.RootElement.TryGetProperty(field.Field, out _)))
            reading.Refuse(field.Field, BodyCodes.FieldInAddress, $"The address of the request says {field.Field}. Leave it out of the body.");
        if (!reading.IsSound) return null;

        var whole = new ArrayBufferWriter<byte>(utf8.Length + 256);
        using (var writer = new Utf8JsonWriter(whole))
        {
            writer.WriteStartObject();
            foreach (var (field, value) in said) writer.WriteString(field, value);
            foreach (var property in body.RootElement.EnumerateObject()) property.WriteTo(writer);
            writer.WriteEndObject();
        }
        return JsonDocument.Parse(whole.WrittenMemory, Options);
    }
}
