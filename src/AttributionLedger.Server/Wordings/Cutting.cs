using System.Globalization;
using System.Text;

namespace AttributionLedger.Wordings;

/// <summary>
/// Cuts a text into words, blanks and signs. No sign of a letter is torn from it (an accent, a vowel point, the joiner
/// within a Persian word), and a script that writes no blanks between words is cut character by character.
/// </summary>
internal static class Cutting
{
    /// <returns>Pieces that give back the text.</returns>
    public static string[] Of(string text)
    {
        var elements = Elements(text);
        var words = new List<string>();
        for (var at = 0; at < elements.Count;)
        {
            var end = at + 1;
            if (IsBlank(elements[at])) while (end < elements.Count && IsBlank(elements[end])) end++;
            else if (Runs(elements[at])) while (end < elements.Count && GoesOn(elements, end)) end++;
            words.Add(string.Concat(elements.Skip(at).Take(end - at)));
            at = end;
        }
        return [.. words];
    }

    public static bool IsWord(string piece) => Rune.TryGetRuneAt(piece, 0, out var first) && Rune.IsLetterOrDigit(first);

    private static bool Runs(string element) => IsWord(element) && !StandsAlone(Rune.GetRuneAt(element, 0));

    // An apostrophe within a word and a point within a number belong to it (Unicode UAX #29, WB6, WB7, WB11 and WB12).
    private static bool GoesOn(List<string> elements, int at) =>
        Runs(elements[at]) || (at + 1 < elements.Count && Runs(elements[at + 1]) && Joins(elements[at - 1], elements[at], elements[at + 1]));

    private static bool Joins(string before, string sign, string after) => sign switch
    {
        "'" or "’" or "·" or "׳" or "״" => char.IsLetter(before[0]) && char.IsLetter(after[0]),
        "\"" => IsHebrew(before[0]) && IsHebrew(after[0]),
        "." or "," or "٫" or "٬" => char.IsDigit(before[0]) && char.IsDigit(after[0]),
        _ => false
    };

    private static bool IsHebrew(char c) => c is >= '\u05D0' and <= '\u05EA';

    private static bool IsBlank(string element) => char.IsWhiteSpace(element[0]);

    // Thai to Myanmar, Khmer, kana, ideographs of every plane: no blank tells where a word ends.
    private static bool StandsAlone(Rune rune) => rune.Value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static List<string> Elements(string text)
    {
        var elements = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            elements.Add(text.Substring(at, length));
            at += length;
        }
        return elements;
    }
}
