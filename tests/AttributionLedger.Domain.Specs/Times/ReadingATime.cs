using AttributionLedger.Times;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Times.Given;

namespace AttributionLedger.Domain.Specs.Times;

public class ReadingATime
{
    [Theory]
    [InlineData("2024", "2023-12-31T21:00Z", "2024-12-31T20:59:59.999999Z")]
    [InlineData("2024-04", "2024-03-31T21:00Z", "2024-04-30T20:59:59.999999Z")]
    [InlineData("2024-12", "2024-11-30T21:00Z", "2024-12-31T20:59:59.999999Z")]
    [InlineData("2024-04-20", "2024-04-19T21:00Z", "2024-04-20T20:59:59.999999Z")]
    [InlineData("2024-02-29", "2024-02-28T21:00Z", "2024-02-29T20:59:59.999999Z")]
    public void a_date_runs_from_its_first_instant_in_its_zone_to_its_last_microsecond(string edtf, string earliest, string latest) =>
        Time(edtf).ShouldSpan(earliest, latest);

    [Theory]
    [InlineData("2024-04-21T21:50+03:00", "2024-04-21T18:50Z")]
    [InlineData("2024-04-21T21:50+03", "2024-04-21T18:50Z")]
    [InlineData("2024-04-21T18:50Z", "2024-04-21T18:50Z")]
    [InlineData("2024-04-21T18:50:07Z", "2024-04-21T18:50:07Z")]
    [InlineData("2024-04-21T13:20:07.5-05:30", "2024-04-21T18:50:07.5Z")]
    [InlineData("2024-04-21T18:50:07.123456Z", "2024-04-21T18:50:07.123456Z")]
    [InlineData("2024-04-21T18:50:07.1234567Z", "2024-04-21T18:50:07.123456Z")]
    [InlineData("2024-04-21T18:50+14:00", "2024-04-21T04:50Z")]
    [InlineData("2024-04-21T18:50-14:00", "2024-04-22T08:50Z")]
    public void a_date_time_is_one_instant_cut_to_the_microsecond(string edtf, string instant) => Time(edtf).ShouldSpan(instant, instant);

    [Theory]
    [InlineData("2024-04-20/2024-04-22", "2024-04-19T21:00Z", "2024-04-22T20:59:59.999999Z")]
    [InlineData("2024-04-20/2024-05", "2024-04-19T21:00Z", "2024-05-31T20:59:59.999999Z")]
    [InlineData("2024/2024-03", "2023-12-31T21:00Z", "2024-03-31T20:59:59.999999Z")]
    [InlineData("2024-04-20/2024-04-20", "2024-04-19T21:00Z", "2024-04-20T20:59:59.999999Z")]
    [InlineData("2024-04-20/2024-04-21T21:50+03:00", "2024-04-19T21:00Z", "2024-04-21T18:50Z")]
    [InlineData("2024-04-21T21:50+03:00/2024-04-21T18:50Z", "2024-04-21T18:50Z", "2024-04-21T18:50Z")]
    public void an_interval_runs_from_the_start_of_one_end_to_the_end_of_the_other(string edtf, string earliest, string latest) =>
        Time(edtf).ShouldSpan(earliest, latest);

    [Theory]
    [InlineData("../2024-04-20")]
    [InlineData("/2024-04-20")]
    public void an_open_or_unknown_start_has_no_earliest(string edtf)
    {
        var time = Time(edtf);
        time.Earliest.ShouldBeNull();
        time.Latest.ShouldBe(Utc("2024-04-20T20:59:59.999999Z"));
        time.Edtf.ShouldBe(edtf);
    }

    [Theory]
    [InlineData("2024-04-20/..")]
    [InlineData("2024-04-20/")]
    public void an_open_or_unknown_end_has_no_latest(string edtf)
    {
        var time = Time(edtf);
        time.Earliest.ShouldBe(Utc("2024-04-19T21:00Z"));
        time.Latest.ShouldBeNull();
        time.Edtf.ShouldBe(edtf);
    }

    [Theory]
    [InlineData("2023-10", false, false)]
    [InlineData("2023-10~", true, false)]
    [InlineData("2023-10?", false, true)]
    [InlineData("2023-10%", true, true)]
    [InlineData("2023-10~/2023-11?", true, true)]
    [InlineData("2023-10/2023-11~", true, false)]
    [InlineData("../2023-11?", false, true)]
    [InlineData("2023-10-02T10:00Z~", true, false)]
    public void a_qualifier_says_approximate_or_uncertain(string edtf, bool approximate, bool uncertain)
    {
        var time = Time(edtf);
        (time.Approximate, time.Uncertain).ShouldBe((approximate, uncertain));
    }

    [Theory]
    [InlineData("2023-10~", "2023-10")]
    [InlineData("2023-10-02%", "2023-10-02")]
    [InlineData("2023-10-02T10:00Z?", "2023-10-02T10:00Z")]
    [InlineData("2023?/2024~", "2023/2024")]
    public void a_qualifier_adds_nothing_to_the_interval(string qualified, string plain) =>
        (Time(qualified).Earliest, Time(qualified).Latest).ShouldBe((Time(plain).Earliest, Time(plain).Latest));

    [Fact]
    public void the_text_and_the_words_are_kept_as_given()
    {
        var time = Time("2024-04-20T03:00:00.10+03:00%/2024-04-21", wording: " early Saturday, \u0641\u062c\u0631\u0627 ");
        time.Edtf.ShouldBe("2024-04-20T03:00:00.10+03:00%/2024-04-21");
        time.Wording.ShouldBe(" early Saturday, \u0641\u062c\u0631\u0627 ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void blank_wording_is_none(string wording) => Time("2024", wording: wording).Wording.ShouldBeNull();

    [Fact]
    public void wording_longer_than_a_phrase_is_refused() =>
        WorldTime.Read("2024", Baghdad, new string('x', WorldTime.LongestWording + 1))
            .ShouldBeOfType<WorldTimeReading.Unreadable>().Code.ShouldBe("time-wording-too-long");

    [Fact]
    public void times_are_equal_by_text_zone_words_and_ends()
    {
        Time("2024-04-20", wording: "Saturday").ShouldBe(Time("2024-04-20", wording: "Saturday"));
        Time("2024-04-20", wording: "Saturday").GetHashCode().ShouldBe(Time("2024-04-20", wording: "Saturday").GetHashCode());
        Time("2024-04-20").ShouldNotBe(Time("2024-04-20", wording: "Saturday"));
        Time("2024-04-20").ShouldNotBe(Time("2024-04-20~"));
        Time("2024-04-20").ShouldNotBe(Time("2024-04-20", "Etc/UTC"));
        Time("2024-04-20").ShouldNotBe(WorldTime.Stored("2024-04-20", Baghdad, null, Utc("2024-04-19T20:00Z"), Utc("2024-04-20T20:59:59.999999Z")));
    }

    [Fact]
    public void a_stored_time_equals_the_one_that_was_read()
    {
        var time = Time("2024-04-20~/..", wording: "since Saturday");
        WorldTime.Stored(time.Edtf, time.Zone, time.Wording, time.Earliest, time.Latest).ShouldBe(time);
    }

    [Fact]
    public void a_stored_time_is_not_resolved_again()
    {
        var stored = WorldTime.Stored("2024-04-20~", "Asia/Vanished", "Saturday", Utc("2024-04-19T20:00Z"), Utc("2024-04-20T19:00:00.0000019Z"));
        stored.ShouldSpan("2024-04-19T20:00Z", "2024-04-20T19:00:00.000001Z");
        (stored.Zone, stored.Wording, stored.Approximate).ShouldBe(("Asia/Vanished", "Saturday", true));
    }

    [Theory]
    [InlineData("2024-04-20", "2024-04", true)]
    [InlineData("2024-04-20", "2024-04-21", false)]
    [InlineData("2024-04-20/2024-04-22", "2024-04-22T23:59:59.999999+03:00", true)]
    [InlineData("2024-04-20/2024-04-22", "2024-04-23T00:00+03:00", false)]
    [InlineData("2024-04-20/..", "2025", true)]
    [InlineData("2024-04-20/..", "2023", false)]
    [InlineData("../2024-04-20", "2023", true)]
    [InlineData("../2024-04-20", "2024-04-21/..", false)]
    [InlineData("../2024-04-20", "2024-04-20/..", true)]
    public void times_overlap_when_they_share_a_microsecond(string one, string other, bool overlap)
    {
        Time(one).Overlaps(Time(other)).ShouldBe(overlap);
        Time(other).Overlaps(Time(one)).ShouldBe(overlap);
    }
}
