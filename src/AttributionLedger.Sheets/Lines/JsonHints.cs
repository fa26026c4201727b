using System.Text;
using System.Text.Json;

namespace AttributionLedger.Sheets.Lines;

/// <summary>What to do about a line that is not JSON, for a person who wrote it by hand.</summary>
internal static class JsonHints
{
    /// <summary>The byte at which the reader gave up; it counts within the lines of a body that has several.</summary>
    public static int At(ReadOnlySpan<byte> utf8, JsonException fault)
    {
        var start = 0;
        for (var line = 0L; line < fault.LineNumber && utf8[start..].IndexOf((byte)'\n') is >= 0 and var end; line++) start += end + 1;
        return (int)Math.Clamp(start + (fault.BytePositionInLine ?? 0), 0, utf8.Length);
    }

    /// <param name="at">The byte at which the reader gave up.</param>
    /// <param name="noun">What it reads: a line or a body.</param>
    public static string Message(ReadOnlySpan<byte> utf8, int at, string noun)
    {
        var rest = utf8[at..].TrimStart(Blank);
        var (line, start) = (utf8[..at].Count((byte)'\n') + 1, utf8[..at].LastIndexOf((byte)'\n') + 1);
        var column = Encoding.UTF8.GetCharCount(utf8[start..at]) + 1;
        return $"This {noun} is not JSON from {(line > 1 ? $"line {line}, " : "")}column {column} on: {Hint(utf8, at, rest, noun)}";
    }

    private static ReadOnlySpan<byte> Blank => " \t\r\n"u8;

    private static string Hint(ReadOnlySpan<byte> utf8, int at, ReadOnlySpan<byte> rest, string noun)
    {
        if (at < utf8.Length && utf8[at] < 0x20 && EndsInsideText(utf8[..at]))
            return "there is a tab or another control character inside a text. A tab is written \\t, a line break \\n.";
        // The reader stops where a text begins that never ends, at a last comma, and where the line ends.
        if (rest.TrimEnd(Blank) is [] or [(byte)','] || EndsInsideText(utf8[at..]))
            return EndsInsideText(utf8) ? $"the {noun} ends inside a text: was it cut?" : $"the {noun} ends before its last bracket: was it cut?";
        var before = utf8[..at].TrimEnd(Blank);
        return (before.IsEmpty ? (byte)0 : before[^1], rest[0]) switch
        {
            (_, (byte)'\'') => "texts and names stand between straight double quotation marks, not single ones.",
            (_, 0xE2) or (_, 0xC2) => "there is a typographic quotation mark or another sign that JSON does not know. Texts and names stand between straight double quotation marks: \".",
            ((byte)',', (byte)'}' or (byte)']') => "there is a comma too many before the bracket.",
            ((byte)'"', (byte)'"') or ((byte)'}' or (byte)']', (byte)'"') => "a comma is missing between two fields.",
            ((byte)'}', _) => $"something follows the end of the entry. One {noun} holds one entry{(noun == "line" ? ": is a line break missing?" : ".")}",
            ((byte)'"', _) => "a quotation mark inside a text is written \\\", and after a text comes a colon, a comma or a bracket.",
            ((byte)',' or (byte)'{', _) => "the name of a field stands here, between double quotation marks.",
            ((byte)':' or (byte)'[', _) => "a value stands here: a text between double quotation marks, a number, true or false, a list or an object.",
            _ => "an entry is one object, { ... }, with names and texts between double quotation marks."
        };
    }

    private static bool EndsInsideText(ReadOnlySpan<byte> utf8)
    {
        var inside = false;
        for (var i = 0; i < utf8.Length; i++)
            if (inside && utf8[i] == '\\') i++;
            else if (utf8[i] == '"') inside = !inside;
        return inside;
    }
}
