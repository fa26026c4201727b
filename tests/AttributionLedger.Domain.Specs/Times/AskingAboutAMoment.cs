using AttributionLedger.Times;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Times.Given;

namespace AttributionLedger.Domain.Specs.Times;

public class AskingAboutAMoment
{
    [Theory]
    [InlineData("2024-04-22", "2024-04-22T20:59:59.999999Z")]
    [InlineData("2024-04", "2024-04-30T20:59:59.999999Z")]
    [InlineData("2024", "2024-12-31T20:59:59.999999Z")]
    public void a_day_month_or_year_means_its_end_in_the_zone(string text, string moment) => AskedAbout(text).ShouldBe(Utc(moment));

    [Fact]
    public void a_day_means_its_end_in_the_zone_that_was_asked_for() =>
        AskedAbout("2024-04-22", "America/New_York").ShouldBe(Utc("2024-04-23T03:59:59.999999Z"));

    [Fact]
    public void a_date_time_means_its_instant()
    {
        AskedAbout("2024-04-22T14:05+03:00").ShouldBe(Utc("2024-04-22T11:05Z"));
        AskedAbout("2024-04-22T14:05+03:00").Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("2024-04-20/2024-04-22", "moment-interval")]
    [InlineData("2024-04-20~/2024-04-22?", "moment-interval")]
    [InlineData("2024-04-20/..", "moment-open")]
    [InlineData("/2024-04-20", "moment-open")]
    [InlineData("..", "moment-open")]
    [InlineData("2024-04-20~", "moment-qualified")]
    [InlineData("2024-04-20?", "moment-qualified")]
    [InlineData("2024-04-20T14:05Z%", "moment-qualified")]
    [InlineData("2024-04-20T14:05", "time-without-offset")]
    [InlineData("2024-02-30", "time-impossible")]
    [InlineData("now", "time-unreadable")]
    [InlineData("", "time-unreadable")]
    public void what_is_not_one_moment_is_refused(string text, string code)
    {
        var refused = Moment.Read(text, Baghdad).ShouldBeOfType<MomentReading.Unreadable>();
        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain("Write ");
    }

    [Fact]
    public void a_moment_in_an_unknown_zone_is_refused() =>
        Moment.Read("2024", "EST").ShouldBeOfType<MomentReading.Unreadable>().Code.ShouldBe("time-zone-unknown");
}
