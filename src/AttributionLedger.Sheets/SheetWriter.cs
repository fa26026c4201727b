using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Sheets.Writing;
using AttributionLedger.Times;

namespace AttributionLedger.Sheets;

/// <summary>
/// Writes lines of a ledger sheet: the inverse of <see cref="SheetLine"/>. What is written reads as an equal entry; an entry
/// whose id is empty is written without one, and gets it from its content when it is read.
/// </summary>
public static class SheetWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A moment in UTC as a sheet takes it, with as many digits of its second as it has.</summary>
    public static string InstantText(DateTimeOffset at) => FieldWriter.InstantText(at);

    /// <summary>Writes one line with its end.</summary>
    /// <param name="label">The label under which the sheet speaks of a party; null where it speaks of it by its id.</param>
    /// <param name="zone">The IANA zone of the incident that the line is about, in which its times are read; null for <c>Etc/UTC</c>.</param>
    public static void Write(IBufferWriter<byte> to, SheetEntry entry, Func<PartyId, Label?> label, string? zone)
    {
        using (var json = new Utf8JsonWriter(to, Options))
        {
            json.WriteStartObject();
            switch (entry)
            {
                case SheetEntry.Heading heading: PartyLines.Write(new(json, label, Zones.Utc), heading); break;
                case SheetEntry.Unnamed source: PartyLines.Write(new(json, label, Zones.Utc), source); break;
                case SheetEntry.OfParty party: PartyLines.Write(new(json, label, Zones.Utc), party); break;
                case SheetEntry.OfIncident { Command: Incidents.Commands.OpenIncident opening } incident: IncidentLines.Write(new(json, label, opening.Zone), incident); break;
                case SheetEntry.OfIncident incident: IncidentLines.Write(new(json, label, zone ?? Zones.Utc), incident); break;
            }
            json.WriteEndObject();
        }
        to.Write("\n"u8);
    }
}
