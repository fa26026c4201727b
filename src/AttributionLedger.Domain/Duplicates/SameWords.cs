using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AttributionLedger.Scripts;

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
        foreach (var rune in Folding.Fold(text).EnumerateRunes())
            if (IsKept(rune)) folded.Append(rune.ToString());
            else if (!Folding.IsApostrophe(rune) && folded.Length > 0 && folded[^1] != Space) folded.Append(Space);
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

    // A sum is another in another currency, and a percentage is not a number of people.
    private static bool IsKept(Rune rune) => Folding.IsPartOfWord(rune) || rune.Value == '%' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.CurrencySymbol;
}
