using System.Text;
using AttributionLedger.Sheets.Outcomes;
using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class RefusingALine
{
    [Theory]
    [InlineData("""{"entry":"sheet","title":"cut in the mid""", "column", "inside a text: was it cut?")]
    [InlineData("""{"entry":"sheet","title":"cut\""", "column", "inside a text: was it cut?")]
    [InlineData("""{"entry":"sheet","title":"t" """, "column 30", "before its last bracket: was it cut?")]
    [InlineData("""{"entry":"sheet",""", "column", "before its last bracket: was it cut?")]
    [InlineData("", "column 1", "was it cut?")]
    [InlineData("""{"entry":"sheet","title":"he said "no" to it"}""", "column 36", "\\\"")]
    [InlineData("""{"entry":"sheet" "title":"t"}""", "column 18", "comma is missing")]
    [InlineData("""{"entry":"sheet","title":"t",}""", "column", "comma too many")]
    [InlineData("""{'entry':'sheet'}""", "column 2", "double quotation marks")]
    [InlineData("""{“entry”:"sheet"}""", "column 2", "typographic")]
    [InlineData("""{"entry":"sheet","title":True}""", "column", "true or false")]
    [InlineData("""{entry:"sheet"}""", "column 2", "the name of a field")]
    [InlineData("""{"entry":"sheet","title":"t"}{"entry":"sheet","title":"t"}""", "column 30", "One line holds one entry")]
    [InlineData("{\"entry\":\"sheet\",\"title\":\"a\tb\"}", "column", "tab")]
    [InlineData("harbour", "column 1", "one object")]
    public void what_is_not_json_is_refused_with_the_column_and_a_hint(string line, string column, string hint)
    {
        var error = Error(line);
        (error.Line, error.Code, error.Field).ShouldBe((7, SheetCodes.LineNotJson, null));
        error.Message.ShouldContain(column);
        error.Message.ShouldContain(hint);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"entry\"")]
    [InlineData("null")]
    public void what_is_no_object_is_refused(string line) => Error(line).Code.ShouldBe(SheetCodes.LineNotObject);

    [Fact]
    public void sixteen_levels_are_read_and_seventeen_refused()
    {
        string Nested(int depth) => "{\"entry\":\"sheet\",\"title\":\"t\",\"x\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}";
        Error(Nested(16)).Code.ShouldBe(SheetCodes.FieldUnknown);
        Error(Nested(17)).Code.ShouldBe(SheetCodes.LineTooDeep);
        Error(Nested(5000)).Code.ShouldBe(SheetCodes.LineTooDeep);
    }

    [Theory]
    [InlineData("""{"entry":"sheet","title":"t","title":"u"}""", "title")]
    [InlineData("""{"entry":"sheet","title":"t","\u0074itle":"u"}""", "title")]
    [InlineData("""{"entry":"renegotiation","id":"x","incident":"i","statement":"s","reason":"r","terms":{"rule":"background","rule":"background"}}""", "terms.rule")]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"damage","text":"t","figures":[{"category":"a","value":1},{"category":"a","value":1,"value":2}]}""", "figures[1].value")]
    public void a_field_that_is_there_twice_is_refused(string line, string field)
    {
        var error = Error(line);
        (error.Code, error.Field).ShouldBe((SheetCodes.FieldRepeated, field));
    }

    [Theory]
    [InlineData("""{"entry":"sheet","title":"a\u0000b"}""", "title", "text-null-character")]
    [InlineData("{\"entry\":\"sheet\",\"title\":\"a\0b\"}", "title", "text-null-character")]
    [InlineData("""{"entry":"sheet","title":"a\ud800b"}""", "title", "text-lone-surrogate")]
    [InlineData("""{"entry":"sheet","title":"a\udc00\ud800b"}""", "title", "text-lone-surrogate")]
    [InlineData("""{"entry":"party","id":"p","name":"P","kind":"state","aliases":["a","\ud800"]}""", "aliases[1]", "text-lone-surrogate")]
    [InlineData("""{"entry":"sheet","title":"t","\ud800":1}""", null, "text-lone-surrogate")]
    public void texts_that_cannot_be_stored_are_refused(string line, string? field, string code) =>
        Errors(line).ShouldContain(error => error.Field == field && error.Code == code);

    [Fact]
    public void a_pair_of_surrogates_is_a_character() => Entry("""{"entry":"sheet","title":"\ud83d\ude00"}""").ShouldBe(new SheetEntry.Heading(7, "😀", false));

    [Fact]
    public void bytes_that_are_not_utf8_are_refused_and_never_thrown() =>
        Reading([.. Encoding.UTF8.GetBytes("{\"entry\":\"sheet\",\"title\":\""), 0xE9, .. Encoding.UTF8.GetBytes("\"}")]).ShouldBeOfType<SheetReading.Refused>();

    [Fact]
    public void everything_that_is_wrong_is_told_at_once() =>
        Errors("""{"entry":"statement","id":"s 1","incident":"i","by":7,"said":"soon","stances":[{"stance":"denys","claim":"?"}],"terms":"secret","grade":"Z","evidences":[],"noted":"2024-04-21"}""")
            .Select(error => (error.Field, error.Code)).ShouldBe([
                ("noted", "time-not-instant"), ("id", "id-malformed"), ("by", "field-type"), ("said", "time-unreadable"),
                ("stances[0].stance", "word-unknown"), ("stances[0].claim", "label-malformed"), ("terms", "word-unknown"), ("grade", "grade-malformed"), ("evidences", "field-unknown")], ignoreOrder: true);
}
