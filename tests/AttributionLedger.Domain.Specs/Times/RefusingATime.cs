using AttributionLedger.Times;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Times.Given;

namespace AttributionLedger.Domain.Specs.Times;

public class RefusingATime
{
    [Theory]
    [InlineData("2024-02-30", "2024-02-29")]
    [InlineData("2023-02-29", "2023-02-28")]
    [InlineData("1900-02-29", "1900-02-28")]
    [InlineData("2024-04-31", "2024-04-30")]
    [InlineData("2024-04-00", "2024-04-30")]
    [InlineData("2024-00", "2024-04")]
    [InlineData("2024-13", "month 13")]
    [InlineData("2024-13-01", "month 13")]
    [InlineData("2024-04-20/2024-04-31", "2024-04-30")]
    [InlineData("2024-02-30T10:00Z", "2024-02-29")]
    [InlineData("2024-04-21T25:00+03:00", "hours")]
    [InlineData("2024-04-21T24:00+03:00", "2024-04-22T00:00+03:00")]
    [InlineData("2024-04-21T21:60+03:00", "minutes")]
    [InlineData("2016-12-31T23:59:60Z", "leap seconds")]
    [InlineData("2024-04-21T21:50+25:00", "+14:00")]
    [InlineData("2024-04-21T21:50+14:01", "+14:00")]
    [InlineData("2024-04-21T21:50-15:00", "-14:00")]
    [InlineData("2024-04-21T21:50+03:60", "+03:60")]
    public void an_impossible_date_is_refused_with_what_is_wrong(string edtf, string says)
    {
        var refused = Refused(edtf);
        refused.Code.ShouldBe("time-impossible");
        refused.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("2024-04-21T21:50", "Asia/Baghdad", "write 2024-04-21T21:50+03:00")]
    [InlineData("2024-04-21T21:50~", "Asia/Baghdad", "write 2024-04-21T21:50+03:00")]
    [InlineData("2024-04-21T21:50:07.25", "America/New_York", "write 2024-04-21T21:50:07.25-04:00")]
    [InlineData("2024-01-21T21:50", "America/New_York", "write 2024-01-21T21:50-05:00")]
    [InlineData("2024-04-20/2024-04-21T21:50", "Asia/Baghdad", "write 2024-04-21T21:50+03:00")]
    [InlineData("2024-10-27T02:30", "Europe/Berlin", "Write 2024-10-27T02:30+02:00 for the first time, 2024-10-27T02:30+01:00 for the second")]
    [InlineData("2024-03-31T02:30", "Europe/Berlin", "2024-03-31T03:30:00+02:00")]
    public void a_date_time_without_an_offset_is_refused_with_the_text_to_write(string edtf, string zone, string says)
    {
        var refused = Refused(edtf, zone);
        refused.Code.ShouldBe("time-without-offset");
        refused.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("2024-05/2024-04", "2024-04/2024-05")]
    [InlineData("2024-04-22/2024-04-20", "2024-04-20/2024-04-22")]
    [InlineData("2024/2023-12", "2023-12/2024")]
    [InlineData("2024-04-21T21:50Z/2024-04-21T21:49Z", "2024-04-21T21:49Z/2024-04-21T21:50Z")]
    [InlineData("2024-04-20~/2024-04-19?", "2024-04-19?/2024-04-20~")]
    public void an_interval_that_ends_before_it_starts_is_refused(string edtf, string says)
    {
        var refused = Refused(edtf);
        refused.Code.ShouldBe("time-from-after-until");
        refused.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("0001")]
    [InlineData("0024-04-22")]
    [InlineData("1582")]
    [InlineData("9999-12-31")]
    [InlineData("2024/9999")]
    [InlineData("9999-12-31T23:59-14:00")]
    public void a_year_outside_those_that_are_kept_is_refused(string edtf) => Refused(edtf).Code.ShouldBe("time-out-of-range");

    [Theory]
    [InlineData("1583")]
    [InlineData("9998")]
    [InlineData("9998-12-31T23:59-14:00")]
    [InlineData("1583-01-01T00:00+14:00")]
    public void the_first_and_last_years_are_read_and_shown_in_every_zone(string edtf)
    {
        foreach (var zone in new[] { "Pacific/Kiritimati", "Etc/GMT+12", "Pacific/Apia", "America/Juneau" })
        {
            var time = Time(edtf, zone);
            Zones.Show(time.Earliest!.Value, zone).ShouldNotBeEmpty();
            Zones.Show(time.Latest!.Value, zone).ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("2024-21", "season")]
    [InlineData("2024-41", "season")]
    [InlineData("201X", "digits")]
    [InlineData("2024-XX", "digits")]
    [InlineData("2024-04-XX", "digits")]
    [InlineData("XXXX-04-22", "digits")]
    [InlineData("[2024-04-20,2024-04-22]", "set")]
    [InlineData("{2024-04-20..2024-04-22}", "set")]
    [InlineData("Y170000002", "four digits")]
    [InlineData("Y-17E7", "four digits")]
    [InlineData("-0044-03-15", "before 0")]
    [InlineData("1950S2", "significant")]
    [InlineData("20", "century")]
    [InlineData("196", "decade")]
    [InlineData("2024-W16", "week")]
    [InlineData("2024-112", "counted")]
    [InlineData("2024?-04", "one part")]
    [InlineData("2024-~04-22", "one part")]
    [InlineData("2024-04-20/P2D", "duration")]
    public void edtf_that_the_ledger_does_not_take_is_refused_by_its_name(string edtf, string says)
    {
        var refused = Refused(edtf);
        refused.Code.ShouldBe("time-form-not-taken");
        refused.Message.ShouldContain(says);
        refused.Message.ShouldContain("Write ");
    }

    [Theory]
    [InlineData(" 2024-04-22", "2024-04-22")]
    [InlineData("2024-04-22\n", "2024-04-22")]
    [InlineData("2024-04-20 / 2024-04-22", "2024-04-20/2024-04-22")]
    [InlineData("2024-04-21 21:50 +03:00", "2024-04-21T21:50+03:00")]
    [InlineData("2024-04-21\u00a021:50Z", "2024-04-21T21:50Z")]
    [InlineData("2024-04-21T21:50 03:00", "2024-04-21T21:50+03:00")]
    [InlineData("\u0662\u0660\u0662\u0664-\u0660\u0664-\u0662\u0662", "2024-04-22")]
    [InlineData("\u06f2\u06f0\u06f2\u06f4-\u06f0\u06f4", "2024-04")]
    [InlineData("2024\u221204\u221222", "2024-04-22")]
    [InlineData("2024\u201304\u201322", "2024-04-22")]
    [InlineData("2024-04-21T21:50\u221203:00", "2024-04-21T21:50-03:00")]
    [InlineData("\u200f2024-04-22", "2024-04-22")]
    [InlineData("2024-04-21t21:50z", "2024-04-21T21:50Z")]
    [InlineData("2024-04-21T21:50:07,5Z", "2024-04-21T21:50:07.5Z")]
    [InlineData("2024-04-21T21:50+0300", "2024-04-21T21:50+03:00")]
    [InlineData("20240422", "2024-04-22")]
    [InlineData("2024/4/2", "2024-04-02")]
    [InlineData("2024.04.22", "2024-04-22")]
    [InlineData("2024-4-2", "2024-04-02")]
    public void what_is_nearly_a_time_is_refused_with_the_text_to_write(string written, string instead)
    {
        var refused = Refused(written);
        refused.Code.ShouldBe("time-unreadable");
        refused.Message.ShouldEndWith($"Write {instead}.");
        WorldTime.Read(instead, Baghdad).ShouldBeOfType<WorldTimeReading.Read>();
    }

    [Theory]
    [InlineData("2024-04-21T21:50 03:00", "%2B")]
    [InlineData("2024\u221204", "hyphen")]
    [InlineData("\u0662\u0660\u0662\u0664", "0 to 9")]
    [InlineData("2024 ", "spaces")]
    [InlineData("2024\u0000", "U+0000")]
    [InlineData("2024\u5e74", "\u5e74")]
    public void a_character_that_no_time_has_is_named(string written, string says) => Refused(written).Message.ShouldContain(says);

    [Fact]
    public void half_a_character_is_named_and_not_repeated()
    {
        var message = Refused("2024\ud800").Message;
        message.ShouldContain("U+D800");
        message.ShouldNotContain('\ud800');
    }

    [Fact]
    public void a_mended_time_that_still_lacks_its_offset_is_told_so() =>
        Refused("2024-04-21 21:50").Message.ShouldEndWith("Write 2024-04-21T21:50 with the offset of the place after the time, as in 2024-04-21T21:50+03:00.");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/")]
    [InlineData("..")]
    [InlineData("../..")]
    [InlineData("../")]
    [InlineData("..~/2024")]
    [InlineData("Saturday")]
    [InlineData("22.04.2024")]
    [InlineData("22/04/2024")]
    [InlineData("21:50")]
    [InlineData("2024-04-21T21+03:00")]
    [InlineData("2024-04-21T21:50:07.12345678Z")]
    [InlineData("2024-04-21T21:50-00:00")]
    [InlineData("2024-04-22~~")]
    [InlineData("2024-04-20/2024-04-21/2024-04-22")]
    public void what_is_no_time_is_refused_with_an_example(string written)
    {
        var refused = Refused(written);
        refused.Code.ShouldBe("time-unreadable");
        refused.Message.ShouldContain("2024-04-2");
    }

    [Fact]
    public void nothing_at_all_is_refused()
    {
        Refused(null!).Code.ShouldBe("time-unreadable");
        Refused("2024", null!).Code.ShouldBe("time-zone-unknown");
    }

    [Fact]
    public void a_text_too_long_to_be_a_time_is_refused() =>
        Refused(new string('2', 121)).Message.ShouldContain("at most 120");
}
