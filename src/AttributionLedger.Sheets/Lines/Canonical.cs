using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AttributionLedger.Sheets.Lines;

/// <summary>
/// The one form of a line's content, in the manner of RFC 8785: keys sorted by their UTF-16 units, no white space, as few
/// escapes as JSON allows; <c>noted</c> is left out, for it says when a line was written and not what it says.
/// </summary>
internal static class Canonical
{
    /// <summary>The kind word and twelve hexadecimal digits of the SHA-256 of the content: the same line has the same id.</summary>
    public static string Id(string kind, JsonElement line)
    {
        var text = new StringBuilder();
        Object(text, line, skip: "noted");
        return $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12]}";
    }

    private static void Object(StringBuilder text, JsonElement element, string? skip = null)
    {
        text.Append('{');
        var first = true;
        foreach (var field in element.EnumerateObject().Where(field => field.Name != skip).OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            if (!first) text.Append(',');
            first = false;
            String(text, field.Name);
            text.Append(':');
            Value(text, field.Value);
        }
        text.Append('}');
    }

    private static void Value(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object: Object(text, element); break;
            case JsonValueKind.Array: List(text, element); break;
            case JsonValueKind.String: String(text, element.GetString()!); break;
            // A line whose numbers are not whole is refused before it gets an id.
            case JsonValueKind.Number: text.Append(element.GetDecimal().ToString("0", CultureInfo.InvariantCulture)); break;
            default: text.Append(element.GetRawText()); break;
        }
    }

    private static void List(StringBuilder text, JsonElement element)
    {
        text.Append('[');
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first) text.Append(',');
            first = false;
            Value(text, item);
        }
        text.Append(']');
    }

    private static void String(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString()
            });
        text.Append('"');
    }
}
