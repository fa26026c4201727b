using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AttributionLedger.Incidents;

namespace AttributionLedger.Store;

/// <summary>Tells whether an entry that comes again has the content that it had.</summary>
public static class Fingerprint
{
    /// <summary>SHA-256, in hexadecimal, over the names and the canonical bodies of an entry's facts.</summary>
    public static string Of(IEnumerable<IncidentEvent> facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var fact in facts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(EventNames.Of(fact)));
            hash.AppendData(Canonical(fact));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The JSON of a fact with its keys in order and no white space between (RFC 8785, for bodies without fractions).</summary>
    public static byte[] Canonical(object fact)
    {
        using var document = JsonSerializer.SerializeToDocument(fact, fact.GetType(), LedgerJson.Options);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = LedgerJson.Options.Encoder })) Write(writer, document.RootElement);
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
