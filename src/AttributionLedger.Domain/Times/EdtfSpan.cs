using System.Globalization;

namespace AttributionLedger.Times;

/// <summary>The interval that an EDTF text means on the clocks of one zone, in UTC; null is an open end.</summary>
internal sealed record EdtfSpan(DateTimeOffset? Earliest, DateTimeOffset? Latest)
{
    public static Attempt<EdtfSpan> Of(Edtf text, TimeZoneInfo zone)
    {
        var from = Of(text.From, zone);
        if (from.Value is null || text.Until is null)
            return from;
        var until = Of(text.Until, zone);
        if (until.Value is null)
            return until;

        if (from.Value.Earliest > until.Value.Latest)
            return new TimeRefusal(TimeCodes.FromAfterUntil,
                $"The interval starts at {text.From.Text} and ends before that, at {text.Until.Text}. Write the earlier one first: {text.Until.Text}/{text.From.Text}.");
        return new EdtfSpan(from.Value.Earliest, until.Value.Latest);
    }

    private static Attempt<EdtfSpan> Of(EdtfEnd end, TimeZoneInfo zone) => end switch
    {
        EdtfEnd.Instant instant => new EdtfSpan(instant.At, instant.At),
        EdtfEnd.WithoutOffset local => Placing(local, zone),
        EdtfEnd.Date { Day: { } day, Month: { } month } date => Day(new(date.Year, month, day), date, zone),
        EdtfEnd.Date { Month: { } month } date => Between(new(date.Year, month, 1), new DateOnly(date.Year, month, 1).AddMonths(1), zone),
        EdtfEnd.Date date => Between(new(date.Year, 1, 1), new(date.Year + 1, 1, 1), zone),
        _ => new EdtfSpan(null, null)
    };

    private static Attempt<EdtfSpan> Day(DateOnly day, EdtfEnd date, TimeZoneInfo zone)
    {
        var span = Between(day, day.AddDays(1), zone);
        // Samoa went from 29 to 31 December 2011. An empty interval would claim a time that nobody lived through.
        return span.Earliest <= span.Latest
            ? span
            : new TimeRefusal(TimeCodes.Impossible, Invariant(
                $"{zone.Id} had no {date.Text}: its calendar skipped that day. Write the day before or after, for example {day.AddDays(1):yyyy-MM-dd}."));
    }

    private static EdtfSpan Between(DateOnly first, DateOnly next, TimeZoneInfo zone) =>
        new(Zones.FirstInstant(zone, first), Zones.FirstInstant(zone, next) - Microseconds.One);

    private static TimeRefusal Placing(EdtfEnd.WithoutOffset time, TimeZoneInfo zone)
    {
        var written = time.Text.TrimEnd('~', '?', '%');
        return new(TimeCodes.WithoutOffset, Zones.OffsetsAt(zone, time.Local) switch
        {
            [var only] => $"{time.Text} does not say its offset from UTC. If it was read from a clock in {zone.Id}, write {written}{Text(only)}.",
            [var first, var second] => $"{time.Text} does not say its offset from UTC, and the clocks of {zone.Id} showed it twice. Write {written}{Text(first)} for the first time, {written}{Text(second)} for the second.",
            _ => Invariant($"{time.Text} does not say its offset from UTC, and the clocks of {zone.Id} skipped it. Write the time that was meant with its offset, for example {Zones.PastTheGap(zone, time.Local):yyyy-MM-dd'T'HH:mm:sszzz}.")
        });
    }

    private static string Text(TimeSpan offset) => Invariant($"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
