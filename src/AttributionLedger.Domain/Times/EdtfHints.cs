using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AttributionLedger.Times;

/// <summary>What to write instead of a text that could not be read, for the person who wrote it.</summary>
internal static partial class EdtfHints
{
    public const string Examples =
        "Write a day as 2024-04-22, a month as 2024-04, a time as 2024-04-21T21:50+03:00, a span as 2024-04-20/2024-04-22.";

    // Left in a proposal these would be invisible; they come along when text is copied from right-to-left pages.
    private const string Invisible = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff";

    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d";

    /// <summary>The refusal of the first character that no time can have, or null where there is none.</summary>
    public static TimeRefusal? StrangeCharacter(string text)
    {
        var at = text.AsSpan().IndexOfAnyExceptInRange('!', '~');
        if (at < 0)
            return null;
        var strange = text[at];
        return Unknown(text, strange switch
        {
            _ when strange == ' ' && UrlPlus().IsMatch(text) => "It has a space where the + of the offset belongs; in a URL a + is written %2B.",
            _ when char.IsWhiteSpace(strange) => "A time has no spaces in it.",
            _ when char.IsDigit(strange) => $"Its digits must be 0 to 9, not \"{strange}\".",
            _ when Dashes.Contains(strange) => $"It has the dash \"{strange}\" where the hyphen - of the keyboard belongs.",
            _ when char.IsControl(strange) || char.IsSurrogate(strange) || Invisible.Contains(strange) => $"It has a character that does not belong there (U+{(int)strange:X4}).",
            _ => $"It has a character that does not belong there (\"{strange}\")."
        });
    }

    /// <summary>The refusal of a text of no known form, with the text mended where that can be guessed.</summary>
    public static TimeRefusal Unknown(string text, string why = "", bool mending = true)
    {
        var mended = mending ? Mend(text) : text;
        var advice = mended == text || EdtfGrammar.Parse(mended, mending: false).Value is not { } read ? Examples
            : read is { From: EdtfEnd.WithoutOffset } or { Until: EdtfEnd.WithoutOffset } ? $"Write {mended} with the offset of the place after the time, as in 2024-04-21T21:50+03:00."
            : $"Write {mended}.";
        return new(TimeCodes.Unreadable, $"{Quoted(text)} is not a time that can be read here.{(why == "" ? "" : " ")}{why} {advice}");
    }

    /// <summary>The refusal of EDTF that the ledger does not take, or null where the text is not that either.</summary>
    public static TimeRefusal? FormNotTaken(string text) => text switch
    {
        _ when text.AsSpan().ContainsAny("[]{}") => Form(text, "a set of dates", "the span from its first to its last, for example 2024-04-20/2024-04-22, or log each by itself"),
        ['Y', ..] or ['-', >= '0' and <= '9', ..] => Form(text, "a year before 0 or of more than four digits", "a year of four digits, for example 2024"),
        ['P', ..] => Form(text, "a duration", "both ends of the interval, for example 2024-04-20/2024-04-22"),
        _ when UnspecifiedDigits().IsMatch(text) => Form(text, "a date with digits left open", "the span that it can be, for example 2010/2019 for 201X or 2024 for 2024-XX"),
        _ when LooseYear().IsMatch(text) => Form(text, "a century, a decade, or a year in significant digits or powers of ten", "the span of years, for example 1960/1969"),
        _ when WeekOrOrdinal().IsMatch(text) => Form(text, "a week or a day counted from the start of the year", "the day or days by month, for example 2024-04-22"),
        _ when PartlyQualified().IsMatch(text) => Form(text, "a date that is approximate or uncertain in one part only", "the qualifier at the end, for example 2024-04~"),
        _ => null
    };

    /// <summary>A given text between quotation marks, cut to what is readable in a message, without what would garble it.</summary>
    public static string Quoted(string text)
    {
        var shown = new StringBuilder("\"");
        foreach (var rune in (text.Length > EdtfGrammar.LongestText ? text[..EdtfGrammar.LongestText] + "..." : text).EnumerateRunes())
            shown.Append(Rune.IsControl(rune) || rune.Value < char.MaxValue && Invisible.Contains((char)rune.Value) ? "\ufffd" : rune.ToString());
        return shown.Append('"').ToString();
    }

    private static TimeRefusal Form(string text, string what, string instead) =>
        new(TimeCodes.FormNotTaken, $"{text} is {what}, which this ledger does not take. Write {instead}.");

    private static string Mend(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text)
            plain.Append(c switch
            {
                _ when Invisible.Contains(c) => "",
                _ when Dashes.Contains(c) => "-",
                _ when CharUnicodeInfo.GetDecimalDigitValue(c) is var digit and >= 0 => digit.ToString(CultureInfo.InvariantCulture),
                _ => c.ToString()
            });
        var mended = plain.ToString().Trim();
        mended = Separated().Replace(Slashed().Replace(Compact().Replace(mended, Hyphened), Hyphened), Hyphened);
        mended = UrlPlus().Replace(mended, "${time}+");
        mended = SpaceBeforeTime().Replace(mended, "T");
        mended = Spaces().Replace(mended, "");
        mended = LowerLetters().Replace(mended, match => match.Value.ToUpperInvariant());
        mended = DecimalComma().Replace(mended, ".");
        return OffsetWithoutColon().Replace(mended, "$1:$2");

        static string Hyphened(Match match) => $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}";
    }

    // 20240422, 2024/4/22, 2024.04.22 and 2024-4-2: with the year in front there is one way to read them.
    [GeneratedRegex(@"(?<![0-9.-])(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})(?![0-9.-])")]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<![0-9/])(?<y>[0-9]{4})/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})(?![0-9/])")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<![0-9.-])(?<y>[0-9]{4})(?<s>[.-])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})(?![0-9.-])")]
    private static partial Regex Separated();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("(?<=:[0-9]{2}),(?=[0-9])")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"(?<time>T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?) (?=[0-9]{2}:)", RegexOptions.ExplicitCapture)]
    private static partial Regex UrlPlus();

    [GeneratedRegex(@"(?<=-[0-9]{2})\s+(?=[0-9]{2}:)")]
    private static partial Regex SpaceBeforeTime();

    [GeneratedRegex(@"(?<=[0-9])[tz]", RegexOptions.ExplicitCapture)]
    private static partial Regex LowerLetters();

    [GeneratedRegex(@"(?<=:[0-9]{2}(?:\.[0-9]+)?)([+-][0-9]{2})([0-9]{2})(?![0-9])")]
    private static partial Regex OffsetWithoutColon();

    [GeneratedRegex(@"^[0-9]{0,4}[Xx]*(-[0-9Xx]{2}){0,2}[~?%]?\z(?<=[Xx].*)", RegexOptions.ExplicitCapture)]
    private static partial Regex UnspecifiedDigits();

    [GeneratedRegex(@"^([0-9]{2,3}|[0-9]+[ES][0-9]+(S[0-9]+)?|[0-9]{4}S[0-9]+)[~?%]?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex LooseYear();

    [GeneratedRegex(@"^[0-9]{4}-?(W[0-9]{2}(-?[0-9])?|[0-9]{3})[~?%]?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WeekOrOrdinal();

    [GeneratedRegex(@"^[~?%]?[0-9]{4}[~?%]?(-[~?%]?[0-9]{2}[~?%]?){0,2}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PartlyQualified();
}
