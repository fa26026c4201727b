using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AttributionLedger.Duplicates;

/// <summary>
/// Words as they are compared: two reporters who log one sentence differ in case, punctuation, quotes, spaces, accents, vowel
/// points and the letter variants of Arabic and Persian keyboards, and none of that makes it another sentence.
/// </summary>
public static class SameWords
{
    private const char Space = ' ';

    /// <summary>A digest that the same words have in common, 32 hexadecimal digits; null where nothing is left to compare.</summary>
    public static string? Digest(string text)
    {
        var folded = Joined(Fold(text));
        return folded.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)).AsSpan(0, 16));
    }

    /// <summary>Letters and digits in their plainest form, with one space for whatever stands between them.</summary>
    /// <remarks>Total: half of a character, which no words on record hold, is passed over.</remarks>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var written in text.EnumerateRunes())
        {
            var rune = new Rune(PlainLetters.Of(written.Value));
            // Most of what is logged, and all of it is folded.
            if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value)) folded.Append(char.ToLowerInvariant((char)rune.Value));
            else if (rune == Rune.ReplacementChar || IsPassedOver(rune)) continue;
            else if (IsKept(rune)) folded.Append(Plain(rune));
            else if (folded.Length > 0 && folded[^1] != Space) folded.Append(Space);
        }
        return folded.ToString().TrimEnd();
    }

    // Where a space stands is a matter of keyboards and of scripts; only between digits it keeps two numbers apart.
    private static string Joined(string folded)
    {
        var joined = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
            if (folded[i] != Space || (char.IsAsciiDigit(folded[i - 1]) && char.IsAsciiDigit(folded[i + 1]))) joined.Append(folded[i]);
        return joined.ToString();
    }

    // Accents, the vowel points of Hebrew and Arabic, the stroke that stretches a word, and what cannot be seen.
    private static bool IsPassedOver(Rune rune) => rune.Value is (>= 0x0300 and <= 0x036F) or (>= 0x0591 and <= 0x05BD) or 0x05BF or 0x05C1 or 0x05C2 or 0x05C4 or 0x05C5 or 0x05C7
        or (>= 0x0610 and <= 0x061A) or 0x0640 or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06DC) or (>= 0x06DF and <= 0x06E8) or (>= 0x06EA and <= 0x06ED)
        or 0x0027 or 0x2018 or 0x2019 or 0x02BC or 0x05F3 or 0x05F4
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    // A sum is another in another currency, and a percentage is not a number of people.
    private static bool IsKept(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value == '%' || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber or UnicodeCategory.CurrencySymbol;

    private static string Plain(Rune rune) => rune.Value switch
    {
        0x00DF or 0x1E9E => "ss",
        0xFB00 => "ff",
        0xFB01 => "fi",
        0xFB02 => "fl",
        0x0622 or 0x0623 or 0x0625 or 0x0671 => "ا",
        0x0624 => "و",
        0x0626 or 0x0649 or 0x06CC or 0x06D2 => "ي",
        0x06A9 or 0x06AA => "ك",
        0x0629 or 0x06C0 or 0x06C1 or 0x06BE or 0x06D5 or 0x06C3 => "ه",
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
        _ => Rune.ToLowerInvariant(rune).ToString()
    };
}
