using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Times;
using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class ReadingTimes
{
    private static string Said(string said) => $$"""{"entry":"statement","id":"s","incident":"i","by":"p","said":{{said}},"stances":[{"stance":"comments"}]}""";
    private static WorldTime Time(string said, string? zone = Baghdad) => Incident<LogStatement>(Said(said), zone).Statement.Said;

    [Fact]
    public void a_day_is_a_day_in_the_zone_of_the_incident() =>
        Time("\"2024-04-21\"").Earliest.ShouldBe(new DateTimeOffset(2024, 4, 20, 21, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(null)]
    [InlineData("Nowhere/Land")]
    public void where_the_zone_is_not_known_it_is_a_day_in_utc(string? zone) => Time("\"2024-04-21\"", zone).Zone.ShouldBe("Etc/UTC");

    [Fact]
    public void a_time_may_say_its_zone_and_the_words_that_gave_it()
    {
        var time = Time("""{"edtf":"2024-04-20","zone":"Europe/Paris","wording":"early Saturday"}""");
        (time.Edtf, time.Zone, time.Wording).ShouldBe(("2024-04-20", "Europe/Paris", "early Saturday"));
    }

    [Fact]
    public void wording_alone_leaves_the_zone_of_the_incident() => Time("""{"edtf":"2024-04-20","wording":"early Saturday"}""").Zone.ShouldBe(Baghdad);

    [Theory]
    [InlineData("\"21/04/2024\"", "said", TimeCodes.Unreadable)]
    [InlineData("\"\"", "said", TimeCodes.Unreadable)]
    [InlineData("\"2024-21\"", "said", TimeCodes.FormNotTaken)]
    [InlineData("\"2024-04-31\"", "said", TimeCodes.Impossible)]
    [InlineData("\"2024-04-21T21:50\"", "said", TimeCodes.WithoutOffset)]
    [InlineData("\"2024-04-22/2024-04-20\"", "said", TimeCodes.FromAfterUntil)]
    [InlineData("\"1024\"", "said", TimeCodes.OutOfRange)]
    [InlineData("""{"edtf":"soon"}""", "said.edtf", TimeCodes.Unreadable)]
    [InlineData("""{"edtf":"2024","zone":"CST"}""", "said.zone", TimeCodes.ZoneUnknown)]
    [InlineData("""{"wording":"soon"}""", "said.edtf", SheetCodes.FieldMissing)]
    [InlineData("""{"edtf":"2024","wording":"two\nlines"}""", "said.wording", "text-control-character")]
    [InlineData("""{"edtf":"2024","tz":"UTC"}""", "said.tz", SheetCodes.FieldUnknown)]
    [InlineData("2024", "said", SheetCodes.FieldType)]
    public void a_time_that_cannot_be_read_has_the_code_of_the_domain(string said, string field, string code) =>
        Error(Said(said)).ShouldSatisfyAllConditions(e => e.Field.ShouldBe(field), e => e.Code.ShouldBe(code));

    [Fact]
    public void its_message_says_what_to_write() => Error(Said("\"2024-04-21T21:50\"")).Message.ShouldContain("2024-04-21T21:50+03:00");

    [Theory]
    [InlineData("2024-04-21")]
    [InlineData("2024")]
    [InlineData("2024-04-21T21:50+03:00/2024-04-21T21:50+03:00")]
    [InlineData("2024-04-21T21:50+03:00~")]
    [InlineData("2024-04-21T21:50+03:00/..")]
    public void noted_is_one_instant(string noted) =>
        Error(Said("\"2024\"").Replace("\"by\"", $"\"noted\":\"{noted}\",\"by\"")).ShouldSatisfyAllConditions(e => e.Field.ShouldBe("noted"), e => e.Code.ShouldBe(SheetCodes.TimeNotInstant));
}
