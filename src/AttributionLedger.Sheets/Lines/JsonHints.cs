using System.Text;

namespace AttributionLedger.Sheets.Lines;

/// <summary>What to do about a line that is not JSON, for a person who wrote it by hand.</summary>
internal static class JsonHints
{
    /// <param name="at">The byte at which the reader gave up.</param>
    public static string Message(ReadOnlySpan<byte> utf8, int at)
    {
        at = Math.Clamp(at, 0, utf8.Length);
        var rest = utf8[at..].TrimStart(" \t\r"u8);
        var column = Encoding.UTF8.GetCharCount(utf8[..at]) + 1;
        return $"This line is not JSON from column {column} on: {Hint(utf8, at, rest)}";
    }

    private static string Hint(ReadOnlySpan<byte> utf8, int at, ReadOnlySpan<byte> rest)
    {
        if (at < utf8.Length && utf8[at] < 0x20 && EndsInsideText(utf8[..at]))
            return "there is a tab or another control character inside a text. A tab is written \\t, a line break \\n.";
        // The reader stops where a text begins that never ends, at a last comma, and where the line ends.
        if (rest.TrimEnd(" \t\r"u8) is [] or [(byte)','] || EndsInsideText(utf8[at..]))
            return EndsInsideText(utf8) ? "the line ends inside a text: was it cut?" : "the line ends before its last bracket: was it cut?";
        var before = utf8[..at].TrimEnd(" \t\r"u8);
        return (before.IsEmpty ? (byte)0 : before[^1], rest[0]) switch
        {
            (_, (byte)'\'') => "texts and names stand between straight double quotation marks, not single ones.",
            (_, 0xE2) or (_, 0xC2) => "there is a typographic quotation mark or another sign that JSON does not know. Texts and names stand between straight double quotation marks: \".",
            ((byte)',', (byte)'}' or (byte)']') => "there is a comma too many before the bracket.",
            ((byte)'"', (byte)'"') or ((byte)'}' or (byte)']', (byte)'"') => "a comma is missing between two fields.",
            ((byte)'}', _) => "something follows the end of the entry. One line holds one entry: is a line break missing?",
            ((byte)'"', _) => "a quotation mark inside a text is written \\\", and after a text comes a colon, a comma or a bracket.",
            ((byte)',' or (byte)'{', _) => "the name of a field stands here, between double quotation marks.",
            ((byte)':' or (byte)'[', _) => "a value stands here: a text between double quotation marks, a number, true or false, a list or an object.",
            _ => "an entry is one object, { \"entry\": ... }, with names and texts between double quotation marks."
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
