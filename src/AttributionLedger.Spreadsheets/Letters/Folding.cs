using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AttributionLedger.Spreadsheets.Letters;

/// <summary>
/// A text as people recognise it: without case, accents, vowel marks, width and punctuation. For comparing what people
/// write with what is known; never for what goes on record.
/// </summary>
public static class Folding
{
    // The program runs without the libraries of Unicode that could decompose letters, so those that newsrooms write are listed.
    private static readonly FrozenDictionary<char, string> Letters = new (string Plain, string Written)[]
    {
        ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģǧ"), ("h", "ĥħḥ"),
        ("i", "ìíîïĩīĭįıǐỉị"), ("j", "ĵ"), ("k", "ķĸ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏőǒọỏốồổỗộớờởỡợơ"),
        ("r", "ŕŗř"), ("s", "śŝşšșṣ"), ("t", "ţťŧțṭ"), ("u", "ùúûüũūŭůűųǔụủứừửữựư"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżžẓ"),
        ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"),
        ("е", "ё"), ("и", "й"),
        ("ا", "أإآٱ"), ("ي", "یىئ"), ("ك", "ک"), ("ه", "ةۀ"), ("و", "ؤ")
    }.SelectMany(row => row.Written.Select(letter => (letter, row.Plain))).ToFrozenDictionary(row => row.letter, row => row.Plain);

    /// <summary>The words of a text, in plain letters, with one space between them; empty where it holds none.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Widths.Narrow(text))
            if (Letters.GetValueOrDefault(char.ToLowerInvariant(c)) is { } letters) plain.Append(letters);
            else if (IsSilent(c)) continue;
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        return Digits.Plain(plain.ToString().TrimEnd());
    }

    // Vowel marks, accents of their own and invisible marks of direction say nothing about which word it is; neither does the Arabic stroke that lengthens.
    private static bool IsSilent(char c) => c is '\u0640' or '\'' or '\u2019' or '\u02BC' or '\u05F3' or '\u05F4' ||
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
