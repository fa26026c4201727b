using System.Globalization;
using System.Text.RegularExpressions;
using AttributionLedger.Scripts;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Times;

namespace AttributionLedger.Spreadsheets.Dates;

/// <summary>
/// Reads times as people write them into EDTF: EDTF itself, days and months in eight languages and the digits of any script,
/// with a clock time where there is one. What could mean two things is asked, never decided by anything else in the file.
/// </summary>
public static partial class DateReader
{
    /// <param name="zone">The IANA zone whose clocks are meant where the text says no offset; null where it is not known.</param>
    /// <param name="clock">A clock time that stands in a cell of its own.</param>
    public static DateReading Read(string written, string? zone, DateHabits habits, string? clock = null)
    {
        var text = Widths.Trimmed(Digits.Plain(Widths.Narrow(written)));
        if (clock is null && Edtf(text, zone) is { } edtf) return edtf;
        if (clock is null && Span(text) is { } ends) return Joined(Read(ends.From, zone, habits), Read(ends.Until, zone, habits));

        var (plain, doubt) = Doubt(text);
        if (Number().IsMatch(plain)) return Counted(plain, doubt, zone, habits, clock);
        var inText = Clock.TakeFrom(plain, out var date);
        if (clock is not null && inText is { IsMidnight: false })
            return new DateReading.Refused(TableCodes.TimeWithoutDay, "This cell has a time of day, and there is another in a column of its own. Leave one of them empty.");
        var clockText = clock is null ? null : Widths.Trimmed(Digits.Plain(Widths.Narrow(clock)));
        var time = clockText is null ? inText : Clock.TakeFrom(clockText, out var rest) is { } own && string.IsNullOrWhiteSpace(rest) ? own : new Clock(-1, 0, null, null);
        if (time is { Hour: < 0 }) return Unreadable("This is no time of day. Write 14:05 or 2:05 pm.");
        var days = Days(date, habits.Order);
        if (days.Refusal is not null) return days.Refusal;
        var readings = days.Days.Select(day => At(day, time, doubt, zone)).ToList();
        return readings is [var only] ? only
            : readings.OfType<DateReading.Refused>().FirstOrDefault(refused => readings.All(reading => reading is DateReading.Refused)) is { } all ? all
            : new DateReading.Ambiguous([.. readings.OfType<DateReading.Read>().Select(reading => reading.Edtf)]);
    }

    /// <summary>What is EDTF already, or would be if the domain took it: its refusal says more than ours could.</summary>
    private static DateReading? Edtf(string text, string? zone)
    {
        if (text.Length == 0) return Unreadable("This cell holds no time.");
        if (!LooksLikeEdtf().IsMatch(text)) return null;
        return WorldTime.Read(text, zone ?? Zones.Utc) switch
        {
            WorldTimeReading.Read => new DateReading.Read(text),
            WorldTimeReading.Unreadable { Code: TimeCodes.WithoutOffset } => null,
            WorldTimeReading.Unreadable { Code: TimeCodes.OutOfRange } when text is [_, _, _, _, ..] && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year < Calendar.FirstYear => OtherCalendar(),
            WorldTimeReading.Unreadable refused when refused.Code != TimeCodes.Unreadable => new DateReading.Refused(refused.Code, refused.Message, Quotes: true),
            _ => null
        };
    }

    private static (IReadOnlyList<CalendarDay> Days, DateReading.Refused? Refusal) Days(string date, DateOrder? order)
    {
        var (numbers, months) = (new List<string>(), new List<int>());
        var words = Folding.Plain(Chinese().Replace(Ordinal().Replace(date, "$1 "), " $1 ")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            if (char.IsAsciiDigit(words[i][0]) && words[i].All(char.IsAsciiDigit)) numbers.Add(words[i]);
            else if (i + 1 < words.Length && MonthNames.Month($"{words[i]} {words[i + 1]}") is { } two) { months.Add(two); i++; }
            else if (MonthNames.Month(words[i]) is { } one) months.Add(one);
            else if (MonthNames.IsOfAnotherCalendar(words[i]) || (i + 1 < words.Length && MonthNames.IsOfAnotherCalendar($"{words[i]} {words[i + 1]}"))) return ([], OtherCalendar());
            else if (!MonthNames.IsSilent(words[i])) return ([], Unreadable());

        if (numbers.Any(number => number.Length == 4 && int.Parse(number, CultureInfo.InvariantCulture) < Calendar.FirstYear)) return ([], OtherCalendar());
        var days = (months, numbers) switch
        {
            ([var month], [{ Length: 4 } year]) => [new CalendarDay(int.Parse(year, CultureInfo.InvariantCulture), month, null)],
            ([], [{ Length: 4 } year]) => [new CalendarDay(int.Parse(year, CultureInfo.InvariantCulture), null, null)],
            ([], [{ Length: 4 } year, { Length: <= 2 } month]) => [new CalendarDay(int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), null)],
            ([], [{ Length: <= 2 } month, { Length: 4 } year]) => [new CalendarDay(int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), null)],
            ([], [{ Length: 8 } compact]) when compact[0] is '1' or '2' => Calendar.Days([compact[..4], compact[4..6], compact[6..]], null, null),
            ([var month], _) => Calendar.Days(numbers, order, month),
            ([], _) => Calendar.Days(numbers, order, null),
            _ => []
        };
        if (days.Count > 0) return (days, null);
        return ([], order is not null && Calendar.Days(numbers, null, months is [var named] ? named : null).Count > 0
            ? new(TableCodes.TimeUnreadable, "This date cannot be in the order that the mapping gives (\"dates\"). Is the order another one, or does the file write some dates in one and some in another?")
            : numbers.Count is 1 or 2 && !numbers.Exists(number => number.Length == 4)
                ? Unreadable("This date does not say its year in four digits. Write the whole date, such as 2024-04-22.") : Unreadable());
    }

    private static DateReading At(CalendarDay day, Clock? clock, string doubt, string? zone)
    {
        if (clock is null) return Checked(day.Edtf + doubt, zone);
        if (day.Day is null) return new DateReading.Refused(TableCodes.TimeWithoutDay, "This cell has a time of day and not the day. Write the whole date before it.");
        if (Checked(day.Edtf, zone) is DateReading.Refused impossible) return impossible;
        var local = new DateTime(day.Year, day.Month!.Value, day.Day.Value, clock.Hour, clock.Minute, clock.Second ?? 0, DateTimeKind.Unspecified);
        return Offsets.Of(clock.Zone, zone, local) switch
        {
            { Refusal: { } refusal } => refusal,
            { Offset: var offset } => Checked($"{day.Edtf}T{local.ToString(clock.Second is null ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture)}{Offsets.Text(offset)}{doubt}", zone)
        };
    }

    private static DateReading Checked(string edtf, string? zone) => WorldTime.Read(edtf, zone ?? Zones.Utc) switch
    {
        WorldTimeReading.Unreadable refused => new DateReading.Refused(refused.Code, refused.Message, Quotes: true),
        _ => new DateReading.Read(edtf)
    };

    /// <summary>A spreadsheet's count of days, with the time of day as the part of one.</summary>
    private static DateReading Counted(string number, string doubt, string? zone, DateHabits habits, string? clock)
    {
        var days = double.Parse(number.Replace(',', '.'), CultureInfo.InvariantCulture);
        DateReading From(DateTime start)
        {
            var at = start.AddSeconds(Math.Round(days % 1 * 86_400)).AddDays(Math.Floor(days));
            var day = new CalendarDay(at.Year, at.Month, at.Day);
            return clock is not null ? Read(day.Edtf, zone, habits, clock) : At(day, days % 1 == 0 ? null : new Clock(at.Hour, at.Minute, at.Second == 0 ? null : at.Second, null), doubt, zone);
        }
        var (from1900, from1904) = (From(new(1899, 12, 30)), From(new(1904, 1, 1)));
        return habits.Serials switch
        {
            SerialEpoch.From1900 => from1900,
            SerialEpoch.From1904 => from1904,
            _ => (from1900, from1904) switch
            {
                (DateReading.Read a, DateReading.Read b) => new DateReading.Serial(a.Edtf, b.Edtf),
                (DateReading.Refused refused, _) => refused,
                (_, var other) => other
            }
        };
    }

    private static DateReading Joined(DateReading from, DateReading until) => (from, until) switch
    {
        (DateReading.Read a, DateReading.Read b) => Checked($"{a.Edtf}/{b.Edtf}", null),
        (DateReading.Ambiguous a, DateReading.Ambiguous b) => new DateReading.Ambiguous([.. a.Readings.Zip(b.Readings, (x, y) => $"{x}/{y}")]),
        (DateReading.Ambiguous a, DateReading.Read b) => new DateReading.Ambiguous([.. a.Readings.Select(x => $"{x}/{b.Edtf}")]),
        (DateReading.Read a, DateReading.Ambiguous b) => new DateReading.Ambiguous([.. b.Readings.Select(y => $"{a.Edtf}/{y}")]),
        (DateReading.Read or DateReading.Ambiguous, var other) => other,
        var (other, _) => other
    };

    private static (string From, string Until)? Span(string text) => Days().Match(text) is { Success: true } days
        ? ($"{days.Groups["from"].Value} {days.Groups["rest"].Value}", $"{days.Groups["until"].Value} {days.Groups["rest"].Value}")
        : Between().Match(text) is { Success: true } whole && !IsClock(whole.Groups["until"].Value) ? (whole.Groups["from"].Value, whole.Groups["until"].Value) : null;

    // A day and, behind a dash, its hour.
    private static bool IsClock(string text) => Clock.TakeFrom(text, out var rest) is not null && string.IsNullOrWhiteSpace(rest);

    private static (string Text, string Edtf) Doubt(string text)
    {
        var edtf = text is [.., '?' or '~' or '%'] ? text[^1..] : "";
        var plain = text.TrimEnd('?', '~', '%', ' ');
        var about = About().Replace(plain, "");
        return (about, about != plain ? edtf is "?" or "%" ? "%" : "~" : edtf);
    }

    private static DateReading.Refused OtherCalendar() => new(TableCodes.TimeOtherCalendar, "This date is in another calendar than the Gregorian, in which the ledger counts. Write it as a Gregorian date, and keep the other as its wording: 2024-04-22 \"3 Ordibehesht 1403\".");

    private static DateReading.Refused Unreadable(string message = "This is no date that can be read without guessing. Write a day as 2024-04-22 or 22 April 2024, a month as 2024-04, a time as 2024-04-22 14:05.") => new(TableCodes.TimeUnreadable, message);

    [GeneratedRegex(@"^(?:\.\.|/|\d{4})[\dT:+\-./~?%ZX]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeEdtf();

    [GeneratedRegex(@"^\d{5}(?:[.,]\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(\d)(?:st|nd|rd|th|er|º|ª|\.?\s?г\.|-го|-е)(?![\p{L}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<=\d)\s*[年月日号號]\s*()", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^(?:from\s+|between\s+)?(?<from>\d{1,2})\s?(?:[-–—]|to|and|au)\s?(?<until>\d{1,2})\.?\s+(?<rest>\p{L}.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    [GeneratedRegex(@"^(?:from\s+|between\s+)?(?<from>.+?)(?:\s+[-–—]\s+|\s*[–—]\s*|\s+(?:to|until|and|bis|au)\s+)(?<until>.*\d.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|vers|environ|hacia|etwa|gegen|около|примерно|حوالي|نحو|حدود|בערך)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();
}
