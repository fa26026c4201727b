using AttributionLedger.Sheets.Outcomes;
using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class ProtectingSources
{
    [Theory]
    [InlineData("id")]
    [InlineData("name")]
    [InlineData("identity")]
    [InlineData("aliases")]
    public void a_sheet_never_carries_who_a_source_is(string field)
    {
        var error = Error($$"""{"entry":"unnamed","label":"?1","description":"an official","{{field}}":"Arda Smith"}""");
        (error.Code, error.Field).ShouldBe((SheetCodes.UnnamedIdentity, field));
        error.Message.ShouldContain("a sheet never carries who it is");
        error.ToString().ShouldNotContain("Smith");
    }

    [Theory]
    [InlineData("""{"entry":"unnamed","label":"?smith","description":"d"}""")]
    [InlineData("""{"entry":"unnamed","label":"smith","description":"d"}""")]
    [InlineData("""{"entry":"unnamed","label":"?1","description":"d","smith":"smith"}""")]
    [InlineData("""{"entry":"unnamed","label":"?1","description":"d","smith":{"smith":1,"smith":"\u0000"}}""")]
    [InlineData("""{"entry":"unnamed","label":"?1","description":"smith \ud800"}""")]
    [InlineData("""{"entry":"unnamed","label":"?1","description":["smith"],"plural":"smith","under":"smith smith","noted":"smith"}""")]
    [InlineData("""{"entry":"unnamed","label":"?1","description":"smith""")]
    [InlineData("""{"entry":"unamed","label":"?1","name":"smith"}""")]
    [InlineData("""{"entry":"smith","label":"?1"}""")]
    [InlineData("""{"entry":"unamed","smith":1,"smith":2,"label":"?1"}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"?smith","said":"2024","stances":[{"stance":"comments"}]}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":["?1","?smith"],"said":"smith","stances":[{"stance":"smith"}],"terms":"smith"}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"unnamed-x7","said":"smith","stances":[{"stance":"smith"}]}""")]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"smith","text":"t","raisedBy":"?1"}""")]
    [InlineData("""{"entry":"request","id":"r","incident":"i","of":"?smith","by":"?smith","asked":"2024"}""")]
    public void no_error_repeats_what_a_line_about_a_source_holds(string line)
    {
        foreach (var error in Errors(line)) error.ToString().ShouldNotContain("smith", Case.Insensitive);
    }

    [Fact]
    public void a_misspelt_field_of_a_source_is_still_put_right() =>
        Errors("""{"entry":"unnamed","label":"?1","descripton":"d"}""").ShouldContain(e => e.Code == SheetCodes.FieldUnknown && e.Field == null && e.Message.Contains("Did you mean description?"));

    [Theory]
    [InlineData("?a")]
    [InlineData("?")]
    [InlineData("?0")]
    [InlineData("?01")]
    [InlineData("?1a")]
    [InlineData("??")]
    [InlineData("?١")]
    [InlineData("?1000000")]
    [InlineData("? 1")]
    public void a_label_is_a_question_mark_and_a_number(string label) =>
        Error($$"""{"entry":"statement","id":"s","incident":"i","by":"{{label}}","said":"2024","stances":[{"stance":"comments"}]}""").Code.ShouldBe(SheetCodes.LabelMalformed);

    [Theory]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"responsibility","text":"t","actor":"?1"}""", "actor")]
    [InlineData("""{"entry":"affiliation","party":"?1","partOf":"p"}""", "party")]
    [InlineData("""{"entry":"affiliation","party":"p","partOf":"?1"}""", "partOf")]
    [InlineData("""{"entry":"unnamed","label":"?1","description":"d","under":"?2"}""", "under")]
    [InlineData("""{"entry":"request","id":"r","incident":"i","of":"p","by":"?1","asked":"2024"}""", "by")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments"}],"setting":{"via":["?1"]}}""", "setting.via[0]")]
    [InlineData("""{"entry":"alias","party":"?1","alias":"a"}""", "party")]
    public void a_label_stands_only_where_a_source_may_be_counted(string line, string field) =>
        Error(line).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(SheetCodes.LabelMisplaced), e => e.Field.ShouldBe(field));

    [Fact]
    public void no_label_reaches_a_command() =>
        Entry("""{"entry":"statement","id":"s","incident":"i","by":["?1","?2"],"said":"2024","stances":[{"stance":"comments"}],"issuance":{"state":"purported","channel":"?3"}}""")
            .ToString().ShouldNotContain("?");
}
