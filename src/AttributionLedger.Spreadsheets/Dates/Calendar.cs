using System.Globalization;

namespace AttributionLedger.Spreadsheets.Dates;

/// <summary>A day, a month or a year.</summary>
internal readonly record struct CalendarDay(int Year, int? Month, int? Day)
{
    public string Edtf => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}{(Month is { } month ? $"-{month:00}" : "")}{(Day is { } day ? $"-{day:00}" : "")}");
}

/// <summary>What the numbers of a date may mean.</summary>
internal static class Calendar
{
    /// <summary>Years before this are rather those of another calendar.</summary>
    public const int FirstYear = 1500;

    /// <summary>Two digits of a year are one of these hundred; which years those are is asked with the order, not guessed.</summary>
    private const int FirstShortYear = 1970;

    /// <summary>The days that a date may mean, each once; none where it is no date.</summary>
    /// <param name="numbers">Three, or two beside a month that stands there by its name.</param>
    /// <param name="order">In which the file writes them; null to try all. Four digits are a year wherever they stand.</param>
    public static IReadOnlyList<CalendarDay> Days(IReadOnlyList<string> numbers, DateOrder? order, int? month) => [.. ((month, numbers) switch
    {
        ({ } named, [{ Length: 4 } year, var day]) => [Day(year, named, day)],
        ({ } named, [var day, { Length: 4 } year]) => [Day(year, named, day)],
        ({ } named, [var one, var other]) => Taken(order, (DateOrder.DayFirst, Day(other, named, one)), (DateOrder.MonthFirst, Day(other, named, one)), (DateOrder.YearFirst, Day(one, named, other))),
        (null, [{ Length: 4 } year, var m, var day]) => [Day(year, Number(m), day)],
        // A file that begins with the year elsewhere says nothing about this one, which ends with it.
        (null, [var a, var b, { Length: 4 } year]) => Taken(order is DateOrder.YearFirst ? null : order, (DateOrder.DayFirst, Day(year, Number(b), a)), (DateOrder.MonthFirst, Day(year, Number(a), b))),
        (null, [var a, var b, var c]) => Taken(order, (DateOrder.DayFirst, Day(c, Number(b), a)), (DateOrder.MonthFirst, Day(c, Number(a), b)), (DateOrder.YearFirst, Day(a, Number(b), c))),
        _ => Array.Empty<CalendarDay?>()
    }).OfType<CalendarDay>().Distinct()];

    private static IEnumerable<CalendarDay?> Taken(DateOrder? order, params (DateOrder Order, CalendarDay? Day)[] readings) =>
        readings.Where(reading => order is null || reading.Order == order).Select(reading => reading.Day);

    // Days beyond the end of a month are left to the domain, which says so.
    private static CalendarDay? Day(string year, int? month, string day) =>
        Year(year) is { } full && month is >= 1 and <= 12 && Number(day) is >= 1 and <= 31 and var number ? new(full, month, number) : null;

    private static int? Number(string digits) => digits.Length <= 2 ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    /// <summary>The year of four digits, or of two.</summary>
    private static int? Year(string digits) => digits.Length switch
    {
        4 => int.Parse(digits, CultureInfo.InvariantCulture),
        2 => int.Parse(digits, CultureInfo.InvariantCulture) is var two && two >= FirstShortYear % 100 ? 1900 + two : 2000 + two,
        _ => null
    };
}
