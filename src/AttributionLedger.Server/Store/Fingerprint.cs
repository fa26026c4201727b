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

    /// <summary>
    /// The JSON of a fact with its keys in order, no white space between and no escape that could be spared (RFC 8785, for
    /// bodies without fractions). Written here and not by the framework's writer, whose escapes follow the Unicode version of
    /// the runtime: the same fact would one day have another fingerprint.
    /// </summary>
    public static byte[] Canonical(object fact)
    {
        using var document = JsonSerializer.SerializeToDocument(fact, fact.GetType(), LedgerJson.Options);
        var text = new StringBuilder();
        Write(text, document.RootElement);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder to, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteList(to, '{', element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal), property =>
                {
                    WriteText(to, property.Name);
                    to.Append(':');
                    Write(to, property.Value);
                }, '}');
                break;
            case JsonValueKind.Array:
                WriteList(to, '[', element.EnumerateArray(), item => Write(to, item), ']');
                break;
            case JsonValueKind.String:
                WriteText(to, element.GetString()!);
                break;
            default:
                to.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteList<T>(StringBuilder to, char open, IEnumerable<T> items, Action<T> write, char close)
    {
        to.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst) to.Append(',');
            isFirst = false;
            write(item);
        }
        to.Append(close);
    }

    private static void WriteText(StringBuilder to, string text)
    {
        to.Append('"');
        foreach (var c in text)
            _ = c switch
            {
                '"' => to.Append("\\\""),
                '\\' => to.Append("\\\\"),
                '\b' => to.Append("\\b"),
                '\t' => to.Append("\\t"),
                '\n' => to.Append("\\n"),
                '\f' => to.Append("\\f"),
                '\r' => to.Append("\\r"),
                < ' ' => to.Append("\\u").Append(((int)c).ToString("x4")),
                _ => to.Append(c)
            };
        to.Append('"');
    }
}
