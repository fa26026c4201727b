using AttributionLedger.Spreadsheets.Dates;
using Shouldly;
using Xunit;

namespace AttributionLedger.Spreadsheets.Specs.Dates;

public class ReadingDates
{
    private const string Baghdad = "Asia/Baghdad";

    private static DateReading Read(string written, DateOrder? order = null, string? zone = Baghdad, SerialEpoch? serials = null, string? clock = null) =>
        DateReader.Read(written, zone, new(order, serials), clock);

    [Theory]
    [InlineData("2024-04-22", "2024-04-22")]
    [InlineData("2024-04", "2024-04")]
    [InlineData("2024", "2024")]
    [InlineData("2024-04-20/2024-04-22", "2024-04-20/2024-04-22")]
    [InlineData("../2024-04-22", "../2024-04-22")]
    [InlineData("2023-10~", "2023-10~")]
    [InlineData("2024-04-21T21:50+03:00", "2024-04-21T21:50+03:00")]
    [InlineData("22 April 2024", "2024-04-22")]
    [InlineData("April 22, 2024", "2024-04-22")]
    [InlineData("Monday, April 22nd, 2024", "2024-04-22")]
    [InlineData("22-Apr-2024", "2024-04-22")]
    [InlineData("2024 Apr 22", "2024-04-22")]
    [InlineData("22.04.2024", "2024-04-22")]
    [InlineData("4/22/2024", "2024-04-22")]
    [InlineData("22/4/2024", "2024-04-22")]
    [InlineData("2024/04/22", "2024-04-22")]
    [InlineData("2024.4.22", "2024-04-22")]
    [InlineData("20240422", "2024-04-22")]
    [InlineData("04/04/2024", "2024-04-04")]
    [InlineData("Apr 2024", "2024-04")]
    [InlineData("04/2024", "2024-04")]
    [InlineData("circa April 2024", "2024-04~")]
    [InlineData("22 April 2024?", "2024-04-22?")]
    [InlineData("20-22 April 2024", "2024-04-20/2024-04-22")]
    [InlineData("20 April 2024 – 2 May 2024", "2024-04-20/2024-05-02")]
    [InlineData("1er avril 2024", "2024-04-01")]
    [InlineData("lundi 22 avril 2024", "2024-04-22")]
    [InlineData("22. April 2024", "2024-04-22")]
    [InlineData("Mo., 22. Apr. 2024", "2024-04-22")]
    [InlineData("22 de abril de 2024", "2024-04-22")]
    [InlineData("٢٢ أبريل ٢٠٢٤", "2024-04-22")]
    [InlineData("22 نيسان 2024", "2024-04-22")]
    [InlineData("22 كانون الثاني 2024", "2024-01-22")]
    [InlineData("۲۲ آوریل ۲۰۲۴", "2024-04-22")]
    [InlineData("22 апреля 2024 г.", "2024-04-22")]
    [InlineData("22 באפריל 2024", "2024-04-22")]
    [InlineData("2024年4月22日", "2024-04-22")]
    [InlineData("2024年4月", "2024-04")]
    public void a_day_a_month_or_a_year_is_read_as_people_write_it(string written, string edtf) => Read(written).ShouldBe(new DateReading.Read(edtf));

    [Theory]
    [InlineData("2024-04-22 14:05", "2024-04-22T14:05+03:00")]
    [InlineData("2024-04-22T14:05", "2024-04-22T14:05+03:00")]
    [InlineData("2024-04-22 14:05:30", "2024-04-22T14:05:30+03:00")]
    [InlineData("22 April 2024, 2:05 pm", "2024-04-22T14:05+03:00")]
    [InlineData("22 April 2024 at 2 p.m.", "2024-04-22T14:00+03:00")]
    [InlineData("12:10 am, 22 April 2024", "2024-04-22T00:10+03:00")]
    [InlineData("22 April 2024 – 14:05", "2024-04-22T14:05+03:00")]
    [InlineData("22 avril 2024 à 14h05", "2024-04-22T14:05+03:00")]
    [InlineData("22. April 2024 um 14.05 Uhr", "2024-04-22T14:05+03:00")]
    [InlineData("22 April 2024 14:05 UTC", "2024-04-22T14:05+00:00")]
    [InlineData("22 April 2024 14:05 GMT+2", "2024-04-22T14:05+02:00")]
    [InlineData("22 April 2024 14:05 -0430", "2024-04-22T14:05-04:30")]
    [InlineData("22 April 2024 14:05 Europe/Paris", "2024-04-22T14:05+02:00")]
    [InlineData("22 April 2024 14:05 local time", "2024-04-22T14:05+03:00")]
    [InlineData("22/04/2024 14:05", "2024-04-22T14:05+03:00")]
    [InlineData("٢٢ أبريل ٢٠٢٤ ٢:٠٥ م", "2024-04-22T14:05+03:00")]
    [InlineData("2024年4月22日 下午2:05", "2024-04-22T14:05+03:00")]
    public void a_clock_time_gets_the_offset_of_its_zone(string written, string edtf) => Read(written).ShouldBe(new DateReading.Read(edtf));

    [Theory]
    [InlineData("03/04/2024", DateOrder.DayFirst, "2024-04-03")]
    [InlineData("03/04/2024", DateOrder.MonthFirst, "2024-03-04")]
    [InlineData("3.4.24", DateOrder.DayFirst, "2024-04-03")]
    [InlineData("22/04/24", DateOrder.DayFirst, "2024-04-22")]
    [InlineData("22/04/24", DateOrder.YearFirst, "2022-04-24")]
    [InlineData("22-Apr-24", DateOrder.DayFirst, "2024-04-22")]
    [InlineData("03/04/2024 14:05", DateOrder.DayFirst, "2024-04-03T14:05+03:00")]
    [InlineData("01/02/99", DateOrder.DayFirst, "1999-02-01")]
    public void the_order_of_the_file_decides(string written, DateOrder order, string edtf) => Read(written, order).ShouldBe(new DateReading.Read(edtf));

    [Theory]
    [InlineData("03/04/2024", "2024-04-03 2024-03-04")]
    [InlineData("03.04.2024", "2024-04-03 2024-03-04")]
    [InlineData("22/04/24", "2024-04-22 2022-04-24")]
    [InlineData("22-Apr-24", "2024-04-22 2022-04-24")]
    [InlineData("03/04/2024 14:05", "2024-04-03T14:05+03:00 2024-03-04T14:05+03:00")]
    [InlineData("1/2/3/2024", null)]
    public void what_could_be_two_days_is_asked(string written, string? readings)
    {
        if (readings is null) Read(written).ShouldBeOfType<DateReading.Refused>();
        else Read(written).ShouldBeOfType<DateReading.Ambiguous>().Readings.ShouldBe(readings.Split(' '));
    }

    [Theory]
    [InlineData("2024-04-31", "time-impossible")]
    [InlineData("31 April 2024", "time-impossible")]
    [InlineData("22 April", "time-unreadable")]
    [InlineData("22/04", "time-unreadable")]
    [InlineData("Apr 24", "time-unreadable")]
    [InlineData("yesterday", "time-unreadable")]
    [InlineData("early Saturday", "time-unreadable")]
    [InlineData("13/13/2024", "time-unreadable")]
    [InlineData("22 April 2024 25:10", "time-unreadable")]
    [InlineData("22 April 2024 14:05 CST", "time-zone-unknown")]
    [InlineData("April 2024 14:05", "time-without-day")]
    [InlineData("۱۴۰۳/۰۲/۰۳", "time-other-calendar")]
    [InlineData("3 اردیبهشت 1403", "time-other-calendar")]
    [InlineData("13 رمضان 1445", "time-other-calendar")]
    [InlineData("", "time-unreadable")]
    public void what_cannot_be_read_is_refused(string written, string code) => Read(written).ShouldBeOfType<DateReading.Refused>().Code.ShouldBe(code);

    [Fact]
    public void the_order_of_the_file_is_held_to() => Read("04/22/2024", DateOrder.DayFirst).ShouldBeOfType<DateReading.Refused>().Message.ShouldContain("dates");

    [Theory]
    [InlineData("31 March 2024 02:30", "Europe/Paris", "time-skipped")]
    [InlineData("27 October 2024 02:30", "Europe/Paris", "time-twice")]
    [InlineData("10 March 2024 2:30 am", "America/New_York", "time-skipped")]
    [InlineData("3 November 2024 1:30 am", "America/New_York", "time-twice")]
    [InlineData("22 April 2024 14:05", null, "zone-missing")]
    public void clocks_that_jump_are_told_of(string written, string? zone, string code) => Read(written, zone: zone).ShouldBeOfType<DateReading.Refused>().Code.ShouldBe(code);

    [Fact]
    public void an_offset_says_which_of_two_it_was() => Read("27 October 2024 02:30 +01:00", zone: "Europe/Paris").ShouldBe(new DateReading.Read("2024-10-27T02:30+01:00"));

    [Fact]
    public void a_number_may_be_a_count_of_days() => Read("45404").ShouldBe(new DateReading.Serial("2024-04-22", "2028-04-23"));

    [Theory]
    [InlineData("45404", SerialEpoch.From1900, "2024-04-22")]
    [InlineData("43942", SerialEpoch.From1904, "2024-04-22")]
    [InlineData("45404.586805556", SerialEpoch.From1900, "2024-04-22T14:05+03:00")]
    [InlineData("45404,5", SerialEpoch.From1900, "2024-04-22T12:00+03:00")]
    public void which_is_read_once_it_is_said_from_when(string written, SerialEpoch epoch, string edtf) => Read(written, serials: epoch).ShouldBe(new DateReading.Read(edtf));

    [Theory]
    [InlineData("2024-04-22", "14:05", "2024-04-22T14:05+03:00")]
    [InlineData("22 April 2024", "2.05 pm", "2024-04-22T14:05+03:00")]
    [InlineData("22/04/2024 00:00", "14:05", "2024-04-22T14:05+03:00")]
    public void a_clock_time_may_stand_in_a_cell_of_its_own(string written, string clock, string edtf) => Read(written, clock: clock).ShouldBe(new DateReading.Read(edtf));

    [Theory]
    [InlineData("2024-04-22 10:00", "14:05", "time-without-day")]
    [InlineData("2024-04-22", "afternoon", "time-unreadable")]
    [InlineData("April 2024", "14:05", "time-without-day")]
    public void but_only_beside_a_day(string written, string clock, string code) => Read(written, clock: clock).ShouldBeOfType<DateReading.Refused>().Code.ShouldBe(code);
}
