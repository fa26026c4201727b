using AttributionLedger.Basics;
using AttributionLedger.Sheets.Outcomes;
using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class TellingARefusal
{
    [Theory]
    [InlineData("""{"entry":"strike","incident":"i","target":"s1","reason":"R"}""", "entry", "target")]
    [InlineData("""{"entry":"strike","incident":"i","target":"s1","reason":"R"}""", "reason", "reason")]
    [InlineData("""{"entry":"evidence","incident":"i","statement":"s1","url":"x"}""", "evidence.url", "url")]
    [InlineData("""{"entry":"evidence","incident":"i","statement":"s1"}""", "evidence", null)]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments"}]}""", "evidence[0].url", "evidence[0].url")]
    [InlineData("""{"entry":"unnamed","label":"?1","description":"d"}""", "name", "description")]
    [InlineData("""{"entry":"unnamed","label":"?1","description":"d"}""", "id", null)]
    [InlineData("""{"entry":"party","id":"p","name":"P","kind":"state"}""", "name", "name")]
    public void of_the_domain_it_names_the_field_as_the_sheet_does(string line, string? field, string? named) =>
        Entry(line).Error(new Rejection("code", field, "Message.")).ShouldBe(new SheetError(7, named, "code", "Message."));
}
