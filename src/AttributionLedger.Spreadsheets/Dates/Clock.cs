using System.Globalization;
using System.Text.RegularExpressions;

namespace AttributionLedger.Spreadsheets.Dates;

/// <summary>A time of day as somebody wrote it, and the zone or offset beside it.</summary>
/// <param name="Zone">As it was written; null where there was none.</param>
internal sealed partial record Clock(int Hour, int Minute, int? Second, string? Zone)
{
    public bool IsMidnight => (Hour, Minute, Second ?? 0) == (0, 0, 0);

    /// <summary>Takes the time of day out of a text whose digits are plain.</summary>
    /// <returns>Null where there is none, and then the text is all date. An hour that there is not is one of -1.</returns>
    public static Clock? TakeFrom(string text, out string date)
    {
        date = text;
        if (Pattern().Match(text) is not { Success: true } match) return null;
        date = $"{text[..match.Index]} {text[(match.Index + match.Length)..]}";
        var second = Number(match, "s");
        var hour = Number(match, "h") ?? -1;
        if (match.Groups["half"] is { Success: true, Value: var half })
            hour = hour is 0 or > 12 && !IsAfternoon(half) ? -1 : hour > 12 ? hour : hour % 12 + (IsAfternoon(half) ? 12 : 0);
        if (hour > 23 || Number(match, "m") > 59 || second > 59) hour = -1;
        return new(hour, Number(match, "m") ?? 0, second, match.Groups["zone"] is { Success: true, Value: { Length: > 0 } zone } ? zone.Trim('(', ')', '[', ']') : null);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    private static bool IsAfternoon(string half) => half[0] is 'p' or 'P' or 'م' or 'ب' or '下';

    private const string Half = @"(?<half>[ap]\.?\s?m\b\.?|(?:صباح|مساء)\p{L}*|(?:ص|م|ق\.?ظ\.?|ب\.?ظ\.?)(?!\p{L}))";

    // 14:05, 14:05:30, 2:05 pm, 2 pm, 14h05, 14h, 14 Uhr, 14.05 Uhr, 14时05分, 下午2:05.
    [GeneratedRegex(@"(?:(?<=\d)t|(?<![\d:.]))(?:(?<half>上午|下午)\s?)?(?:(?<h>\d{1,2})(?:\s?[:：]\s?|\s?h\s?|[时時点點])(?<m>\d{2})分?(?::(?<s>\d{2})(?:[.,]\d+)?)?\s*" + Half + @"?|(?<h>\d{1,2})\.(?<m>\d{2})\s*(?:" + Half + @"|uhr)|(?<h>\d{1,2})\s*(?:" + Half + @"|uhr|h\b|[时時点點]))" +
        @"(?!\d)(?:\s*uhr\b)?(?:\s*(?:local(?: time)?|heure locale|hora local|ortszeit)\b)?\s*(?<zone>(?:\(|\[)?(?:z\b|(?:utc|gmt)?\s?[+\-−]\d{1,2}(?::?\d{2})?|[a-z]{3,14}(?:/[a-z_+\-]{2,32}){1,2}|[a-z]{3,5}\b(?!\s*\d))(?:\)|\])?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
