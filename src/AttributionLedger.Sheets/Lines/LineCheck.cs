using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets.Lines;

/// <summary>
/// What must hold of a line before anybody looks for fields in it: it is JSON, no key is there twice, it is not nested
/// without end, and its texts can be stored.
/// </summary>
internal static class LineCheck
{
    /// <summary>Objects and lists within each other; an entry has four.</summary>
    public const int DepthLimit = 16;

    /// <summary>Checks the line into <paramref name="line"/>'s errors.</summary>
    /// <returns>Whether the fields of the line can be looked at.</returns>
    public static bool Passes(ReadOnlySpan<byte> utf8, LineReading line)
    {
        // One level more than is taken, so that a line that is too deep can be told from one that is not JSON.
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DepthLimit + 1 });
        var path = new LinePath();
        var readable = true;
        try
        {
            while (reader.Read())
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= DepthLimit:
                        line.RefuseWhole("too-deep", $"This {line.Noun} nests objects and lists more than {DepthLimit} deep; no entry does. Is a bracket missing?");
                        return false;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        path.Enter(reader.TokenType == JsonTokenType.StartArray);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        path.Leave();
                        break;
                    case JsonTokenType.PropertyName:
                        readable &= Name(ref reader, path, line);
                        break;
                    default:
                        path.Pass();
                        if (reader.TokenType == JsonTokenType.String) Value(ref reader, path, line);
                        break;
                }
            return readable;
        }
        catch (JsonException e) when (JsonHints.At(utf8, e) is var at && at < utf8.Length && utf8[at] == 0)
        {
            Unstorable("\0", path, line);
            return false;
        }
        catch (JsonException e)
        {
            line.RefuseWhole("not-json", JsonHints.Message(utf8, JsonHints.At(utf8, e), line.Noun));
            return false;
        }
    }

    private static bool Name(ref Utf8JsonReader reader, LinePath path, LineReading line)
    {
        if (Text(ref reader) is not { } name)
        {
            line.Refuse(null, "text-lone-surrogate", "The name of a field holds half of a character (a lone surrogate); type it again.");
            path.Name("");
            return false;
        }
        if (!path.Name(name))
            line.Refuse(path.ToString(), SheetCodes.FieldRepeated, "This field is there twice in one object, and only one can be meant. Remove the other.");
        return true;
    }

    private static void Value(ref Utf8JsonReader reader, LinePath path, LineReading line)
    {
        var text = Text(ref reader);
        // No other entry has a label, so one that has is meant for a source even where its first word is misspelt.
        if (path.Is("label") || (path.Is("entry") && string.Equals(text?.Trim(), "unnamed", StringComparison.OrdinalIgnoreCase)))
            line.IsUnnamed = line.IsDiscreet = true;
        if (Label.IsMeant(text) || (text != "unnamed-reports" && text?.StartsWith(Identity.MintedPrefix, StringComparison.Ordinal) == true)) line.IsDiscreet = true;
        if (text is null || text.Contains('\0')) Unstorable(text ?? "\ud800", path, line);
    }

    private static void Unstorable(string text, LinePath path, LineReading line)
    {
        foreach (var rejection in Texts.Prose(text, "").Where(r => r.Code is "text-null-character" or "text-lone-surrogate"))
            line.Refuse(path.ToString() is { Length: > 0 } field ? field : null, rejection.Code, rejection.Message);
    }

    // The reader takes the escape of a lone surrogate as JSON and fails when the text is asked for.
    private static string? Text(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.GetString();
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
