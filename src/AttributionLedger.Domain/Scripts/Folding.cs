using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AttributionLedger.Scripts;

/// <summary>
/// Texts as they are compared when they are looked for: what somebody types rarely has the accents, the vowel points and the
/// forms of letters of what was written down. Nothing that is shown or stored as words is ever folded.
/// </summary>
/// <remarks>
/// Compatibility forms are taken apart (Unicode Standard Annex 15, NFKD; Hangul stays composed). Marks are dropped where they
/// are not letters of their own: accents of Latin and Greek, stress in Cyrillic (ё reads as е; й and ї are letters and stay),
/// vowel points of Hebrew and Arabic. Arabic and Persian forms of one letter become one (أ إ آ ٱ as ا, ى ی as ي, ک as ك, ة
/// as ه), final letters of Hebrew and Greek become plain ones, digits of every script become 0 to 9. The letters stand in
/// <c>folding.txt</c>, since the runtime takes none apart without ICU, which the ledger does without.
/// </remarks>
public static class Folding
{
    private static readonly FrozenDictionary<int, string> Letters = Read();

    /// <summary>The whole text, folded; spaces and signs stay as they are.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        Append(text, folded);
        return folded.ToString();
    }

    /// <summary>A character that nothing joins, folded.</summary>
    internal static string Fold(char character) => Folded[character] ??= Fold(character.ToString());

    // Filled as they come up; whoever folds one at the same time comes to the same.
    private static readonly string?[] Folded = new string?[char.MaxValue + 1];

    /// <summary>The words of a text, folded, with one space between them whatever stood there; an apostrophe joins what it parts. Empty where there are none.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Fold(text).EnumerateRunes())
            if (IsPartOfWord(rune)) plain.Append(rune.ToString());
            else if (!IsApostrophe(rune) && plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        return plain.ToString().TrimEnd();
    }

    /// <summary>Letters and digits, and marks that are letters of their script.</summary>
    public static bool IsPartOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    /// <summary>Some write it and some do not, and no word is another for it.</summary>
    public static bool IsApostrophe(Rune rune) => rune.Value is 0x0027 or 0x2018 or 0x2019 or 0x02BC;

    private static void Append(ReadOnlySpan<char> text, StringBuilder folded)
    {
        for (var at = 0; at < text.Length;)
        {
            // Half a character is nothing that anybody looks for.
            var isWhole = Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done;
            at += length;
            if (!isWhole) continue;
            if (at < text.Length && Joined(rune.Value, text[at]) is { } letter)
            {
                folded.Append(letter);
                at++;
            }
            else Append(rune, folded);
        }
    }

    private static void Append(Rune rune, StringBuilder folded)
    {
        if (rune.IsAscii) folded.Append((char)Rune.ToLowerInvariant(rune).Value);
        else if (Letters.TryGetValue(rune.Value, out var letters)) folded.Append(letters);
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) folded.Append((int)Rune.GetNumericValue(rune));
        else if (!IsDropped(rune)) folded.Append(Rune.ToLowerInvariant(rune).ToString());
    }

    /// <summary>Whether it is written and does not tell one word from another.</summary>
    public static bool IsDropped(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => rune.Value is
            (>= 0x0300 and <= 0x036F) or (>= 0x0483 and <= 0x0489) or (>= 0x0591 and <= 0x05C7) or (>= 0x0610 and <= 0x061A) or (>= 0x064B and <= 0x065F) or 0x0670
            or (>= 0x06D6 and <= 0x06ED) or (>= 0x08CA and <= 0x08FF) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F),
        _ => false
    };

    // Letters of their own, also where they are written as another with a mark.
    private static char? Joined(int letter, char mark) => (letter, mark) switch
    {
        ('и' or 'И', '\u0306') => 'й',
        ('у' or 'У', '\u0306') => 'ў',
        ('і' or 'І', '\u0308') => 'ї',
        _ => null
    };

    private static FrozenDictionary<int, string> Read()
    {
        using var lines = new StreamReader(typeof(Folding).Assembly.GetManifestResourceStream("folding.txt")!, Encoding.UTF8);
        var letters = new Dictionary<int, string>();
        while (lines.ReadLine() is { } line)
            if (line[0] != '#' && line.IndexOf(' ', StringComparison.Ordinal) is var end) letters[int.Parse(line.AsSpan(0, end), NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = line[(end + 1)..];
        return letters.ToFrozenDictionary();
    }
}
