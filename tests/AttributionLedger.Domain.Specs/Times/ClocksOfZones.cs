using AttributionLedger.Times;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Times.Given;

namespace AttributionLedger.Domain.Specs.Times;

public class ClocksOfZones
{
    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00Z", "2018-11-05T01:59:59.999999Z")]
    [InlineData("Asia/Beirut", "2024-03-31", "2024-03-30T22:00Z", "2024-03-31T20:59:59.999999Z")]
    [InlineData("Africa/Cairo", "2024-04-26", "2024-04-25T22:00Z", "2024-04-26T20:59:59.999999Z")]
    [InlineData("America/Toronto", "1919-03-31", "1919-03-31T04:30Z", "1919-04-01T03:59:59.999999Z")]
    public void a_day_without_a_midnight_starts_with_its_first_instant_that_exists(string zone, string day, string earliest, string latest) =>
        Time(day, zone).ShouldSpan(earliest, latest);

    [Fact]
    public void the_day_before_one_without_a_midnight_ends_where_that_one_starts() =>
        Time("2024-04-25", "Africa/Cairo").ShouldSpan("2024-04-24T22:00Z", "2024-04-25T21:59:59.999999Z");

    [Theory]
    [InlineData("America/Havana", "2023-11-05", "2023-11-05T04:00Z", "2023-11-06T04:59:59.999999Z")]
    [InlineData("America/St_Johns", "2010-11-07", "2010-11-07T02:30Z", "2010-11-08T03:29:59.999999Z")]
    public void a_day_with_two_midnights_starts_with_the_first(string zone, string day, string earliest, string latest) =>
        Time(day, zone).ShouldSpan(earliest, latest);

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-30")]
    [InlineData("Pacific/Kwajalein", "1993-08-21")]
    public void a_day_that_the_calendar_of_the_place_skipped_is_impossible(string zone, string day)
    {
        var refused = Refused(day, zone);
        refused.Code.ShouldBe("time-impossible");
        refused.Message.ShouldContain("skipped");
    }

    [Fact]
    public void the_days_around_one_that_was_skipped_meet()
    {
        Time("2011-12-29", "Pacific/Apia").ShouldSpan("2011-12-29T10:00Z", "2011-12-30T09:59:59.999999Z");
        Time("2011-12-31", "Pacific/Apia").ShouldSpan("2011-12-30T10:00Z", "2011-12-31T09:59:59.999999Z");
        Time("2011-12", "Pacific/Apia").ShouldSpan("2011-12-01T10:00Z", "2011-12-31T09:59:59.999999Z");
    }

    [Theory]
    [InlineData("UTC", "Etc/UTC")]
    [InlineData("utc", "Etc/UTC")]
    [InlineData("Etc/UTC", "Etc/UTC")]
    [InlineData("Asia/Baghdad", "Asia/Baghdad")]
    [InlineData("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+3", "Etc/GMT+3")]
    public void a_zone_is_kept_in_the_spelling_of_the_database(string written, string kept)
    {
        Zones.Read(written).ShouldBe(new ZoneReading.Read(kept));
        Time("2024", written).Zone.ShouldBe(kept);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("EST")]
    [InlineData("CET")]
    [InlineData("Z")]
    [InlineData("+03:00")]
    [InlineData("Baghdad")]
    [InlineData("Arabic Standard Time")]
    [InlineData("Asia/")]
    [InlineData("Asia/Atlantis")]
    [InlineData("America/Argentina")]
    [InlineData("posix/Asia/Baghdad")]
    [InlineData("Right/Asia/Baghdad")]
    [InlineData("../zoneinfo/Asia/Baghdad")]
    [InlineData("/usr/share/zoneinfo/Asia/Baghdad")]
    [InlineData("Asia/Baghdad\n")]
    [InlineData("localtime")]
    [InlineData("Asia/Baghd\u0661d")]
    public void a_zone_without_an_iana_id_is_refused(string zone)
    {
        var refused = Refused("2024-04-20", zone);
        refused.Code.ShouldBe("time-zone-unknown");
        refused.Message.ShouldContain("Asia/Baghdad");
        Zones.Read(zone).ShouldBe(new ZoneReading.Unreadable(refused.Code, refused.Message));
    }

    [Fact]
    public void a_zone_in_other_letters_is_refused_whether_or_not_it_was_read_before()
    {
        Refused("2024-04-20", "africa/lagos").Code.ShouldBe("time-zone-unknown");
        Time("2024-04-20", "Africa/Lagos").Zone.ShouldBe("Africa/Lagos");
        Refused("2024-04-20", "africa/lagos").Code.ShouldBe("time-zone-unknown");
    }

    [Fact]
    public void an_instant_is_shown_on_the_clocks_of_a_zone_with_its_offset()
    {
        var instant = Utc("2024-04-21T18:50Z");
        Zones.Show(instant, Baghdad).ShouldBe("2024-04-21 21:50:00 +03:00");
        Zones.Show(instant, "America/New_York").ShouldBe("2024-04-21 14:50:00 -04:00");
        Zones.InZone(instant, Baghdad).Offset.ShouldBe(TimeSpan.FromHours(3));
        Zones.InZone(instant, Baghdad).ShouldBe(instant);
    }

    [Fact]
    public void an_instant_of_a_zone_that_is_not_known_here_is_shown_in_utc() =>
        Zones.Show(Utc("2024-04-21T18:50Z"), "Asia/Vanished").ShouldBe("2024-04-21 18:50:00 +00:00");

    [Fact]
    public void the_ends_of_time_can_be_shown()
    {
        Zones.Show(DateTimeOffset.MaxValue, "Pacific/Kiritimati").ShouldNotBeEmpty();
        Zones.Show(DateTimeOffset.MinValue, "America/New_York").ShouldNotBeEmpty();
    }

    [Fact]
    public void an_instant_is_cut_to_the_microsecond_in_utc()
    {
        var cut = Microseconds.Of(Utc("2024-04-21T18:50:07.1234569Z").ToOffset(TimeSpan.FromHours(3)));
        cut.ShouldBe(Utc("2024-04-21T18:50:07.123456Z"));
        cut.Offset.ShouldBe(TimeSpan.Zero);
        Microseconds.Of((DateTimeOffset?)null).ShouldBeNull();
    }
}
