using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Sheets.Outcomes;
using Shouldly;
using Xunit;

namespace AttributionLedger.Sheets.Specs;

public class ReadingABody
{
    private static readonly Addressed Incident = new("incident", "i");

    private static SheetReading Read(string entry, string body, params IReadOnlyList<Addressed> address) =>
        EntryBody.Read(entry, address, Encoding.UTF8.GetBytes(body), _ => Given.Baghdad);

    private static SheetError Error(string entry, string body, params IReadOnlyList<Addressed> address) =>
        Read(entry, body, address).ShouldBeOfType<SheetReading.Refused>().Errors.ShouldHaveSingleItem();

    [Fact]
    public void gives_the_command_and_the_id_that_a_sheet_with_the_same_fields_gives() =>
        Read("strike", """{ "reason": "R" }""", Incident, new("target", "s1")).ShouldBeOfType<SheetReading.Read>().Entry
            .ShouldBe(Given.Entry("""{"entry":"strike","incident":"i","target":"s1","reason":"R"}""") with { Line = 1 });

    [Fact]
    public void reads_times_in_the_zone_of_the_incident() =>
        Read("retraction", """{"said":"2024-04-22","reason":"R"}""", Incident, new("statement", "s1")).ShouldBeOfType<SheetReading.Read>().Entry
            .ShouldBeOfType<SheetEntry.OfIncident>().Command.ShouldBeOfType<RetractStatement>().Said.Zone.ShouldBe(Given.Baghdad);

    [Theory]
    [InlineData("""{"entry":"strike","reason":"R"}""", "entry")]
    [InlineData("""{"incident":"i","reason":"R"}""", "incident")]
    [InlineData("""{"target":"s2","reason":"R"}""", "target")]
    public void refuses_what_the_address_says(string body, string field) =>
        (Error("strike", body, Incident, new("target", "s1")) is var error ? (error.Code, error.Field) : default).ShouldBe((BodyCodes.FieldInAddress, field));

    [Fact]
    public void names_an_unknown_field_and_those_that_may_be_written() =>
        Error("strike", """{"reason":"R","shade":1}""", Incident, new("target", "s1")).ShouldBe(new(1, "shade", SheetCodes.FieldUnknown, "\"shade\" is no field of the entry strike. It has noted, id, reason."));

    [Theory]
    [InlineData("", BodyCodes.NotJson)]
    [InlineData("{\"reason\":", BodyCodes.NotJson)]
    [InlineData("[1]", BodyCodes.NotObject)]
    [InlineData("{\"reason\":\"R\"} {}", BodyCodes.NotJson)]
    [InlineData("{\"reason\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}", BodyCodes.TooDeep)]
    [InlineData("{\"reason\":\"R\",\"reason\":\"S\"}", SheetCodes.FieldRepeated)]
    public void says_what_is_wrong_with_the_whole(string body, string code) => Error("strike", body, Incident, new("target", "s1")).Code.ShouldBe(code);

    [Fact]
    public void is_refused_when_it_is_not_utf8() =>
        EntryBody.Read("strike", [Incident, new("target", "s1")], new byte[] { (byte)'{', 0xff, (byte)'}' }, _ => null).ShouldBeOfType<SheetReading.Refused>().Errors[0].Code.ShouldBe(BodyCodes.NotUtf8);

    [Fact]
    public void says_in_which_of_its_lines_it_is_no_json() =>
        Error("strike", "{\n  \"reason\": \"R\",\n  what\n}", Incident, new("target", "s1")).Message.ShouldStartWith("This body is not JSON from line 3, column 3 on");

    [Theory]
    [InlineData("""{"id":"s1","by":"?1","said":"2024","stances":[{"stance":"comments"}]}""", "by")]
    [InlineData("""{"id":"s1","by":["a","?x"],"said":"2024","stances":[{"stance":"comments"}]}""", "by[1]")]
    public void takes_no_labels_which_mean_something_in_a_sheet_only(string body, string field) =>
        (Error("statement", body, Incident) is var error ? (error.Code, error.Field) : default).ShouldBe((SheetCodes.LabelMisplaced, field));

    [Fact]
    public void of_an_unnamed_source_needs_no_label() =>
        Read("unnamed", """{"description":"two officials","plural":true,"under":"army"}""", Incident).ShouldBeOfType<SheetReading.Read>().Entry.ShouldBeOfType<SheetEntry.Unnamed>()
            .ShouldSatisfyAllConditions(source => source.Registration.Kind.ShouldBe(PartyKind.Unnamed), source => source.Under.ShouldBe(PartyId.Of("army")));

    [Theory]
    [InlineData("""{"description":"an official","name":"Smith"}""")]
    [InlineData("""{"description":"an official","Smith":"x"}""")]
    [InlineData("""{"description":"an official","label":"?Smith"}""")]
    [InlineData("""{"description":"an official","under":"Smith!"}""")]
    [InlineData("""{"description":"an official","plural":"Smith"}""")]
    public void of_an_unnamed_source_is_refused_without_repeating_what_it_held(string body) =>
        Read("unnamed", body, Incident).ShouldBeOfType<SheetReading.Refused>().Errors.ShouldAllBe(error => !error.ToString().Contains("Smith"));
}
