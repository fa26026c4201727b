using System.Globalization;
using System.Text.RegularExpressions;

namespace AttributionLedger.Times;

/// <summary>An EDTF text taken apart: one time, or the two ends of an interval.</summary>
internal sealed record Edtf(EdtfEnd From, EdtfEnd? Until, bool Qualified);

/// <summary>One time or end of an interval, with the text that gave it.</summary>
internal abstract record EdtfEnd(string Text)
{
    public sealed record Open(string Text) : EdtfEnd(Text);

    public sealed record Date(string Text, int Year, int? Month, int? Day) : EdtfEnd(Text);

    public sealed record Instant(string Text, DateTimeOffset At) : EdtfEnd(Text);

    public sealed record WithoutOffset(string Text, DateTime Local) : EdtfEnd(Text);
}

/// <summary>
/// The part of EDTF (ISO 8601-2:2019, levels 0 and 1) that the ledger takes, see <see cref="WorldTime"/>. Knows the
/// calendar, not the zones.
/// </summary>
internal static partial class EdtfGrammar
{
    /// <summary>The longest text that is looked at, in characters; the longest that can be read has 69.</summary>
    public const int LongestText = 120;

    /// <summary>ISO 8601-1 leaves earlier years, before the Gregorian calendar, to agreement; a typing error makes most of them.</summary>
    public const int FirstYear = 1583;

    /// <summary>The end of 9999 lies, west of Greenwich, after the last instant that .NET can hold.</summary>
    public const int LastYear = 9998;

    public static Attempt<Edtf> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Unreadable($"No time was given. {EdtfHints.Examples}");
        if (text.Length > LongestText)
            return Unreadable($"A time has at most {LongestText} characters, this one has {text.Length}. {EdtfHints.Examples}");
        return EdtfHints.StrangeCharacter(text) is { } strange ? strange : Parse(text);
    }

    /// <summary>Reads a text by its form alone; without mending, a refusal proposes nothing made out of the text.</summary>
    internal static Attempt<Edtf> Parse(string text, bool mending = true)
    {
        var qualified = text.AsSpan().ContainsAny('~', '?', '%');
        switch (text.Split('/'))
        {
            case [var only]:
                var time = End(only, mending);
                return time.Value is null ? time.Refusal! : new Edtf(time.Value, null, qualified);
            case ["" or "..", "" or ".."]:
                return Unreadable($"{text} is open at both ends and says nothing. Write one of them, as 2024-04-20/.. or ../2024-04-22, or leave the time out.");
            case [var first, var second]:
                var from = IntervalEnd(first, mending);
                if (from.Value is null)
                    return from.Refusal!;
                var until = IntervalEnd(second, mending);
                return until.Value is null ? until.Refusal! : new Edtf(from.Value, until.Value, qualified);
            default:
                return EdtfHints.Unknown(text, "A date has its year first and hyphens between its parts; an interval has two ends with one / between them.", mending);
        }
    }

    private static Attempt<EdtfEnd> IntervalEnd(string text, bool mending) => text is "" or ".." ? new EdtfEnd.Open(text) : End(text, mending);

    private static Attempt<EdtfEnd> End(string text, bool mending)
    {
        var bare = text is [.., '~' or '?' or '%'] ? text[..^1] : text;
        if (DateTimeForm().Match(bare) is { Success: true } time)
            return DateTimeOf(text, time);
        if (DateForm().Match(bare) is { Success: true } date)
            return DateOf(text, date);
        return EdtfHints.FormNotTaken(text) ?? EdtfHints.Unknown(text, mending: mending);
    }

    private static Attempt<EdtfEnd> DateOf(string text, Match match)
    {
        var (year, month, day) = (Number(match, "year"), Optional(match, "month"), Optional(match, "day"));
        if (year is < FirstYear or > LastYear)
            return new TimeRefusal(TimeCodes.OutOfRange,
                $"{text}: this ledger keeps the years {FirstYear} to {LastYear}. Check the year; for an end that is not known yet write two dots, as 2024-04-20/.. does.");
        if (month is >= 21 and <= 41)
            return new TimeRefusal(TimeCodes.FormNotTaken,
                $"{text}: {month} stands for a season or a part of the year, which this ledger does not take. Write the months it spans, for example {year:0000}-03/{year:0000}-05.");
        if (month is 0 or > 12)
            return Impossible(text, $"there is no month {month:00}. Write a month from 01 to 12, for example {year:0000}-04");
        if (day is { } d && month is { } m && (d == 0 || d > DateTime.DaysInMonth(year, m)))
            return Impossible(text, $"{MonthName(m)} {year:0000} has the days 01 to {DateTime.DaysInMonth(year, m)}. Write one of these, for example {year:0000}-{m:00}-{DateTime.DaysInMonth(year, m)}");
        return new EdtfEnd.Date(text, year, month, day);
    }

    private static Attempt<EdtfEnd> DateTimeOf(string text, Match match)
    {
        if (DateOf(text, match) is { Refusal: { } refusal })
            return refusal;
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Optional(match, "second") ?? 0);
        var date = new DateTime(Number(match, "year"), Number(match, "month"), Number(match, "day"));
        if (hour > 23)
            return Impossible(text, $"hours run from 00 to 23. Midnight at the end of a day is 00:00 of the next, for example {date.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00{match.Groups["offset"].Value}");
        if (minute > 59)
            return Impossible(text, "minutes run from 00 to 59. Write for example 2024-04-21T21:50+03:00");
        if (second > 59)
            return Impossible(text, "seconds run from 00 to 59, and leap seconds are not kept. Write for example 2024-04-21T21:50:59+03:00");

        var local = date + new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(int.Parse(match.Groups["fraction"].Value.PadRight(7, '0'), CultureInfo.InvariantCulture));
        if (!match.Groups["offset"].Success)
            return new EdtfEnd.WithoutOffset(text, local);

        var (hours, minutes) = (Optional(match, "offsetHour") ?? 0, Optional(match, "offsetMinute") ?? 0);
        if (minutes > 59 || hours * 60 + minutes > 14 * 60)
            return Impossible(text, $"offsets from UTC run from -14:00 to +14:00, not to {match.Groups["offset"].Value}. Write for example 2024-04-21T21:50+03:00");
        var west = match.Groups["offset"].ValueSpan[0] == '-';
        if (west && hours + minutes == 0)
            return Unreadable($"{text}: ISO 8601 has no offset -00:00. Write Z for UTC, for example 2024-04-21T18:50Z.");
        return new EdtfEnd.Instant(text, Microseconds.Of(new DateTimeOffset(local, new TimeSpan(hours, minutes, 0) * (west ? -1 : 1))));
    }

    private static TimeRefusal Unreadable(string message) => new(TimeCodes.Unreadable, message);

    private static TimeRefusal Impossible(string text, string why) => new(TimeCodes.Impossible, $"{text} does not exist: {why}.");

    private static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int? Optional(Match match, string group) => match.Groups[group].Success ? Number(match, group) : null;

    [GeneratedRegex(@"^(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]{1,7}))?)?(?<offset>Z|[+-](?<offsetHour>[0-9]{2})(:(?<offsetMinute>[0-9]{2}))?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DateTimeForm();
}
