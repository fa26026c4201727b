using AttributionLedger.Tests;
using AttributionLedger.Times;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Shouldly;
using System.Globalization;
using static AttributionLedger.Domain.Specs.Times.Given;

namespace AttributionLedger.Domain.Specs.Times;

/// <summary>A zone of this machine's database.</summary>
public sealed record AnyZone(string Id);

/// <summary>Text that is a time, nearly one, or nothing of the kind.</summary>
public sealed record AnyText(string Text);

public static class AnyTimes
{
    private static readonly string[] Ids =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => Zones.Read(id) is ZoneReading.Read { Id: var known } && known == id)];

    public static Arbitrary<AnyZone> Zone() => Gen.Elements(Ids).Select(id => new AnyZone(id)).ToArbitrary();

    public static Arbitrary<DateOnly> Day() =>
        Gen.Choose(new DateOnly(1583, 1, 1).DayNumber, new DateOnly(9998, 12, 31).DayNumber)
            .Or(Gen.Choose(new DateOnly(1880, 1, 1).DayNumber, new DateOnly(2037, 12, 31).DayNumber))
            .Select(DateOnly.FromDayNumber).ToArbitrary();

    public static Arbitrary<AnyText> Text() =>
        Gen.Elements("2024", "0000", "-04", "-22", "-31", "T21:50", ":07", ".5", "Z", "+03:00", "-99:99", "/", "..", "~", "?", "%", "X", "[", " ", "\n",
                "\u0662", "\u2212", "\u2013", "\u200f", "\ud800", "\0", "Y", "S2", "W16", "1", "-", ",")
            .ListOf().Select(parts => new AnyText(string.Concat(parts)))
            .Or(ArbMap.Default.GeneratorFor<string>().Select(text => new AnyText(text))).ToArbitrary();
}

[Deeply(500, 10_000, Arbitrary = [typeof(AnyTimes)])]
public class TimeProperties
{
    [Property]
    public void a_day_lies_within_its_month_and_that_within_its_year(DateOnly day, AnyZone zone)
    {
        if (WorldTime.Read(Iso(day), zone.Id) is not WorldTimeReading.Read { Time: var inDays })
            return; // A day that the calendar of the place skipped.
        var (inMonths, inYears) = (Time(Iso(day)[..7], zone.Id), Time(Iso(day)[..4], zone.Id));
        inDays.Earliest!.Value.ShouldBeLessThanOrEqualTo(inDays.Latest!.Value);
        inDays.Earliest!.Value.ShouldBeGreaterThanOrEqualTo(inMonths.Earliest!.Value);
        inDays.Latest!.Value.ShouldBeLessThanOrEqualTo(inMonths.Latest!.Value);
        inMonths.Earliest!.Value.ShouldBeGreaterThanOrEqualTo(inYears.Earliest!.Value);
        inMonths.Latest!.Value.ShouldBeLessThanOrEqualTo(inYears.Latest!.Value);
    }

    [Property]
    public void a_day_ends_one_microsecond_before_the_next_starts(DateOnly day, AnyZone zone)
    {
        if (WorldTime.Read(Iso(day), zone.Id) is WorldTimeReading.Read one && WorldTime.Read(Iso(day.AddDays(1)), zone.Id) is WorldTimeReading.Read next)
            (one.Time.Latest + Microseconds.One).ShouldBe(next.Time.Earliest);
    }

    [Property]
    public void a_day_starts_when_the_clocks_first_reach_it(DateOnly day, AnyZone zone)
    {
        if (WorldTime.Read(Iso(day), zone.Id) is not WorldTimeReading.Read { Time.Earliest: { } earliest })
            return;
        DateOnly.FromDateTime(Zones.InZone(earliest, zone.Id).DateTime).ShouldBe(day);
        DateOnly.FromDateTime(Zones.InZone(earliest - Microseconds.One, zone.Id).DateTime).ShouldBeLessThan(day);
    }

    [Property]
    public void the_ends_of_an_interval_are_those_of_its_parts(DateOnly one, DateOnly other, AnyZone zone)
    {
        var (first, second) = one <= other ? (one, other) : (other, one);
        if (WorldTime.Read(Iso(first), zone.Id) is not WorldTimeReading.Read from || WorldTime.Read(Iso(second), zone.Id) is not WorldTimeReading.Read until)
            return;
        var interval = Time($"{Iso(first)}~/{Iso(second)}?", zone.Id);
        (interval.Earliest, interval.Latest).ShouldBe((from.Time.Earliest, until.Time.Latest));
        interval.Overlaps(from.Time).ShouldBeTrue();
        interval.Overlaps(until.Time).ShouldBeTrue();
        if (first < second)
            Refused($"{Iso(second)}/{Iso(first)}", zone.Id).Code.ShouldBe("time-from-after-until");
    }

    [Property]
    public void an_instant_shown_with_its_offset_reads_as_the_same_instant(DateOnly day, TimeOnly time, AnyZone zone)
    {
        var instant = Microseconds.Of(new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero));
        var shown = Zones.InZone(instant, zone.Id);
        if (shown.Year is < 1583 or > 9998)
            return;
        Time(shown.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture), zone.Id).Earliest.ShouldBe(instant);
    }

    [Property]
    public void a_moment_is_the_latest_of_its_time(DateOnly day, AnyZone zone)
    {
        if (WorldTime.Read(Iso(day), zone.Id) is WorldTimeReading.Read read)
            AskedAbout(Iso(day), zone.Id).ShouldBe(read.Time.Latest!.Value);
    }

    [DeepProperty(5_000, 100_000)]
    public void reading_never_throws_and_always_explains(AnyText edtf, AnyText zone)
    {
        Explained(WorldTime.Read(edtf.Text, Baghdad));
        Explained(WorldTime.Read(edtf.Text, zone.Text, zone.Text));
        Moment.Read(edtf.Text, Baghdad).ShouldNotBeNull();
        Zones.Show(Utc("2024-04-21T18:50Z"), zone.Text).ShouldNotBeEmpty();
    }

    [DeepProperty(5_000, 100_000)]
    public void what_was_read_is_in_order_in_utc_to_the_microsecond_and_reads_the_same_again(AnyText edtf, AnyZone zone)
    {
        if (WorldTime.Read(edtf.Text, zone.Id) is not WorldTimeReading.Read { Time: var time })
            return;
        (time.Earliest > time.Latest).ShouldBeFalse();
        (time.Earliest ?? time.Latest).ShouldNotBeNull();
        time.Earliest.ShouldBe(Microseconds.Of(time.Earliest));
        time.Latest.ShouldBe(Microseconds.Of(time.Latest));
        Time(time.Edtf, time.Zone).ShouldBe(time);
    }

    private static void Explained(WorldTimeReading reading)
    {
        if (reading is not WorldTimeReading.Unreadable refused)
            return;
        refused.Code.ShouldMatch("^time(-[a-z]+)+$");
        refused.Message.ShouldEndWith(".");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
