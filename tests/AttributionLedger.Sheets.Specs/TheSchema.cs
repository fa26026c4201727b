using System.Text.Json;
using AttributionLedger.Sheets.Outcomes;
using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class TheSchema
{
    [Theory]
    [InlineData("samples/kharab-al-jir.jsonl")]
    [InlineData("samples/harbour-fire.jsonl")]
    public async Task takes_every_line_of_the_samples(string file) =>
        (await LinesOf(file)).Where(line => !LedgerSheetSchema.Accepts(line.Text)).ShouldBeEmpty();

    [Fact]
    public void takes_every_example_of_the_page() => ThePage.Examples().Where(line => !LedgerSheetSchema.Accepts(line.Text)).ShouldBeEmpty();

    [Fact]
    public void is_named_by_a_urn_and_describes_every_field_of_every_entry()
    {
        LedgerSheetSchema.Id.ShouldStartWith("urn:");
        foreach (var definition in LedgerSheetSchema.Definitions.EnumerateObject().Where(d => d.Value.TryGetProperty("properties", out _)))
        {
            definition.Value.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
            definition.Value.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
            foreach (var field in definition.Value.GetProperty("properties").EnumerateObject().Where(f => f.Name != "entry"))
                (field.Value.TryGetProperty("description", out _) || field.Value.TryGetProperty("$ref", out _)).ShouldBeTrue($"{definition.Name}.{field.Name}");
        }
    }

    [Theory]
    [InlineData("""{"entry":"sheet","title":"t"}""")]
    [InlineData("""{"entry":"party","id":"p","name":"P","kind":"state"}""")]
    [InlineData("""{"entry":"party","id":"إلمير-1","name":"P","kind":"described","aliases":["a"]}""")]
    [InlineData("""{"entry":"unnamed","label":"?12","description":"an official"}""")]
    [InlineData("""{"entry":"affiliation","party":"p","partOf":"q","from":{"edtf":"2020","zone":"Europe/Paris"}}""")]
    [InlineData("""{"entry":"incident","id":"i","headline":"h","zone":"UTC","noted":"2024-04-21T21:50:07.5+03:00"}""")]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"damage","text":"t","figures":[{"category":"tanks","least":1.0,"most":9007199254740991}]}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":["p","?2"],"said":"2024","stances":[{"stance":"comments"}],"issuance":{"state":"purported","channel":"?1"},"terms":{"rule":"background"}}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments"}],"setting":{"askedBy":["a","b"],"via":"c","pool":true},"issuance":"verified"}""")]
    [InlineData("""{"entry":"publication","incident":"i","url":"https://example.org","published":"2024-04-22T14:05+03:00","restsOn":["s1"],"clock":"recorded"}""")]
    [InlineData("""{"entry":"attention-settled","incident":"i","publication":"p","note":"Mended."}""")]
    [InlineData("""{"entry":"attention-settled","incident":"i","publication":"p","note":"Mended.","seen":"2024-04-22T14:05:00.123456Z"}""")]
    public void and_the_reader_take_the_same_good_lines(string line)
    {
        Reading(line).ShouldBeOfType<SheetReading.Read>();
        LedgerSheetSchema.Accepts(line).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{}""")]
    [InlineData("""{"entry":"stetement"}""")]
    [InlineData("""{"entry":"sheet"}""")]
    [InlineData("""{"entry":"sheet","title":"t","titel":"t"}""")]
    [InlineData("""{"entry":"sheet","title":7}""")]
    [InlineData("""{"entry":"sheet","title":"t","invented":"yes"}""")]
    [InlineData("""{"entry":"party","id":"p","name":"P"}""")]
    [InlineData("""{"entry":"party","id":"p","name":"P","kind":"unnamed"}""")]
    [InlineData("""{"entry":"party","id":"p q","name":"P","kind":"state"}""")]
    [InlineData("""{"entry":"party","id":"?1","name":"P","kind":"state"}""")]
    [InlineData("""{"entry":"party","id":"p","name":"P","kind":"state","aliases":"a"}""")]
    [InlineData("""{"entry":"unnamed","label":"?smith","description":"d"}""")]
    [InlineData("""{"entry":"unnamed","label":"?01","description":"d"}""")]
    [InlineData("""{"entry":"unnamed","label":"?1","description":"d","name":"n"}""")]
    [InlineData("""{"entry":"affiliation","party":"p"}""")]
    [InlineData("""{"entry":"affiliation","party":"p","partOf":"q","speaksFor":"r"}""")]
    [InlineData("""{"entry":"grade","party":"p","grade":"G","reason":"r"}""")]
    [InlineData("""{"entry":"incident","id":"i","headline":"h"}""")]
    [InlineData("""{"entry":"incident","id":"i","headline":"h","zone":"Bagdad"}""")]
    [InlineData("""{"entry":"incident","id":"i","headline":"h","zone":"UTC","noted":"2024-04-21"}""")]
    [InlineData("""{"entry":"incident","id":"i","headline":"h","zone":"UTC","occurred":"early"}""")]
    [InlineData("""{"entry":"incident","id":"i","headline":"h","zone":"UTC","occurred":{"zone":"UTC"}}""")]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"damage","text":"t","figures":[{"category":"c"}]}""")]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"damage","text":"t","figures":[{"category":"c","value":1,"least":1}]}""")]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"damage","text":"t","figures":[{"category":"c","value":-1}]}""")]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"damage","text":"t","figures":[{"category":"c","value":9007199254740992}]}""")]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"damage","text":"t","figures":[{"category":"c","value":1.5}]}""")]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"weather","text":"t"}""")]
    [InlineData("""{"entry":"claim","id":"k","incident":"i","kind":"other","text":"t","raisedBy":"?x"}""")]
    [InlineData("""{"entry":"statement","id":"s","by":"p","said":"2024","stances":[{"stance":"comments"}]}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024"}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":["comments"]}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments","claims":"k"}]}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments"}],"grade":"B"}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments"}],"issuance":"purported"}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments"}],"issuance":{"state":"disowned"}}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments"}],"setting":{"askedBy":"?1"}}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments"}],"words":{"text":"t"}}""")]
    [InlineData("""{"entry":"statement","id":"s","incident":"i","by":"p","said":"2024","stances":[{"stance":"comments"}],"words":null}""")]
    [InlineData("""{"entry":"retraction","incident":"i","statement":"s","reason":"r"}""")]
    [InlineData("""{"entry":"strike","incident":"i","reason":"r"}""")]
    [InlineData("""{"entry":"link","incident":"i","other":"j","link":"like"}""")]
    [InlineData("""{"entry":"publication","incident":"i","url":"https://example.org"}""")]
    [InlineData("""{"entry":"publication","incident":"i","published":"2024-04-22T14:05Z"}""")]
    [InlineData("""{"entry":"publication","incident":"i","url":"https://example.org","published":"2024-04-22"}""")]
    [InlineData("""{"entry":"publication","incident":"i","url":"https://example.org","published":{"edtf":"2024-04-22T14:05Z"}}""")]
    [InlineData("""{"entry":"publication","incident":"i","url":"https://example.org","published":"2024-04-22T14:05Z","restsOn":"s1"}""")]
    [InlineData("""{"entry":"publication","incident":"i","url":"https://example.org","published":"2024-04-22T14:05Z","restsOn":["?1"]}""")]
    [InlineData("""{"entry":"publication","incident":"i","url":"https://example.org","published":"2024-04-22T14:05Z","clock":"ours"}""")]
    [InlineData("""{"entry":"attention-settled","incident":"i","publication":"p"}""")]
    [InlineData("""{"entry":"attention-settled","incident":"i","publication":"p","note":"Mended.","seen":"2024-04-22"}""")]
    public void and_the_reader_refuse_the_same_bad_lines(string line)
    {
        Reading(line).ShouldBeOfType<SheetReading.Refused>();
        LedgerSheetSchema.Accepts(line).ShouldBeFalse();
    }
}
