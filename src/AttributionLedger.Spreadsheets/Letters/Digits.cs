using System.Globalization;

namespace AttributionLedger.Spreadsheets.Letters;

/// <summary>Numbers as they are written in other scripts.</summary>
public static class Digits
{
    /// <summary>The same text with the decimal digits of every script as 0 to 9.</summary>
    public static string Plain(string text) => text.Any(c => c > '9' && char.IsDigit(c)) ? string.Create(text.Length, text, (plain, written) =>
    {
        for (var i = 0; i < written.Length; i++)
            plain[i] = written[i] > '9' && char.IsDigit(written[i]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(written[i])) : written[i];
    }) : text;
}
