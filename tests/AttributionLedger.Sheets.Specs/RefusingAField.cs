using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class RefusingAField
{
    private static string Claim(string more) => $$"""{"entry":"claim","id":"k","incident":"i","kind":"damage","text":"t",{{more}}}""";
    private static string Statement(string more) => $$"""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments"}],{{more}}}""";

    [Theory]
    [InlineData("""{"title":"t"}""", "entry", "field-missing", "statement")]
    [InlineData("""{"entry":7}""", "entry", "field-type", "a text")]
    [InlineData("""{"entry":""}""", "entry", "entry-kind-unknown", "statement")]
    [InlineData("""{"entry":"Statment"}""", "entry", "entry-kind-unknown", "Did you mean statement?")]
    [InlineData("""{"entry":"sheet","title":"t","Invented":true}""", "Invented", "field-unknown", "Did you mean invented?")]
    [InlineData("""{"entry":"sheet","title":"t","weather":true}""", "weather", "field-unknown", "title, invented")]
    [InlineData("""{"entry":"party","id":"p","kind":"state"}""", "name", "field-missing", "name of the party")]
    [InlineData("""{"entry":"party","id":"p","name":null,"kind":"state"}""", "name", "field-type", "leave it out")]
    [InlineData("""{"entry":"party","id":"p","name":["P"],"kind":"state"}""", "name", "field-type", "takes a text, and holds a list")]
    [InlineData("""{"entry":"party","id":"p","name":"P","kind":"militia"}""", "kind", "word-unknown", "armed-group")]
    [InlineData("""{"entry":"party","id":"p","name":"P","kind":"armed_group"}""", "kind", "word-unknown", "Did you mean armed-group?")]
    [InlineData("""{"entry":"party","id":"p","name":"P","kind":"unnamed"}""", "kind", "word-unknown", "the entry unnamed")]
    [InlineData("""{"entry":"party","id":"p/q","name":"P","kind":"state"}""", "id", "id-malformed", "letters and digits")]
    [InlineData("""{"entry":"affiliation","party":"p"}""", "speaksFor", "field-missing", "partOf")]
    [InlineData("""{"entry":"affiliation","party":"p","speaksFor":"q","partOf":"q"}""", "partOf", "fields-exclusive", "two lines")]
    [InlineData("""{"entry":"grade","party":"p","grade":"b","reason":"r"}""", "grade", "grade-malformed", "A to F")]
    [InlineData("""{"entry":"incident","id":"i","headline":"h","zone":"CET"}""", "zone", "time-zone-unknown", "Asia/Baghdad")]
    [InlineData("""{"entry":"strike","incident":"i","target":"s1"}""", "reason", "field-missing", "why")]
    public void it_is_named_with_what_to_do(string line, string field, string code, string hint)
    {
        var error = Error(line);
        (error.Field, error.Code).ShouldBe((field, code));
        error.Message.ShouldContain(hint);
    }

    [Theory]
    [InlineData("""{"category":"c"}""", "figures[0].value", "field-missing")]
    [InlineData("""{"category":"c","most":4}""", "figures[0].value", "field-missing")]
    [InlineData("""{"category":"c","value":1,"most":4}""", "figures[0].value", "fields-exclusive")]
    [InlineData("""{"category":"c","value":-1}""", "figures[0].value", "number-out-of-range")]
    [InlineData("""{"category":"c","value":0.5}""", "figures[0].value", "number-out-of-range")]
    [InlineData("""{"category":"c","value":9007199254740992}""", "figures[0].value", "number-out-of-range")]
    [InlineData("""{"category":"c","value":1e400}""", "figures[0].value", "number-out-of-range")]
    [InlineData("""{"category":"c","value":"3"}""", "figures[0].value", "field-type")]
    [InlineData("""{"category":"c","value":3,"asOf":"noon"}""", "figures[0].asOf", "time-unreadable")]
    public void a_figure_is_whole_and_either_a_value_or_a_range(string figure, string field, string code) =>
        Error(Claim($"\"figures\":[{figure}]")).ShouldSatisfyAllConditions(e => e.Field.ShouldBe(field), e => e.Code.ShouldBe(code));

    [Theory]
    [InlineData("\"issuance\":\"purported\"", "issuance.channel", "field-missing")]
    [InlineData("\"issuance\":{\"state\":\"fabricated\"}", "issuance.channel", "field-missing")]
    [InlineData("\"issuance\":\"leaked\"", "issuance", "word-unknown")]
    [InlineData("\"terms\":{\"agreed\":\"a\"}", "terms.rule", "field-missing")]
    [InlineData("\"words\":{\"form\":\"quote\",\"text\":\"t\"}", "words.form", "word-unknown")]
    [InlineData("\"words\":{\"form\":\"verbatim\",\"text\":\"t\",\"lang\":\"en\"}", "words.lang", "field-unknown")]
    [InlineData("\"setting\":{\"embargo\":\"2024-04-21\"}", "setting.embargo", "time-not-instant")]
    [InlineData("\"setting\":{\"via\":[\"a\",7]}", "setting.via[1]", "field-type")]
    [InlineData("\"evidence\":[{\"url\":7}]", "evidence[0].url", "field-type")]
    [InlineData("\"grade\":\"B7\"", "grade", "grade-malformed")]
    [InlineData("\"published\":\"2024-13\"", "published", "time-impossible")]
    public void a_part_of_a_statement_is_refused_by_its_path(string part, string field, string code) =>
        Error(Statement(part)).ShouldSatisfyAllConditions(e => e.Field.ShouldBe(field), e => e.Code.ShouldBe(code));

    [Fact]
    public void nothing_long_is_repeated_and_nothing_that_garbles_a_page()
    {
        var error = Error($$"""{"entry":"sheet","title":"t","{{new string('x', 500)}}":1}""");
        error.Field!.Length.ShouldBeLessThanOrEqualTo(60);
        error.Message.ShouldNotContain(new string('x', 61));
        Error("""{"entry":"\u202e\u001bsheet"}""").Message.ShouldNotContain("\u202e");
        Error(Statement($"\"terms\":\"{new string('y', 100)}\"")).Message.ShouldNotContain(new string('y', 61));
        Error(Statement($"\"published\":\"{new string('1', 100)}\"")).Message.ShouldNotContain(new string('1', 61));
    }
}
