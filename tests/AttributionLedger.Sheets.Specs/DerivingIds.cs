using System.Security.Cryptography;
using System.Text;
using AttributionLedger.Incidents.Commands;
using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class DerivingIds
{
    private static string Id(string line) => Incident<StrikeEntry>(line).Id.Value;

    [Fact]
    public void an_id_is_the_word_and_twelve_digits_of_the_hash_of_the_canonical_content() =>
        Id("""{"entry":"strike","incident":"i","target":"s1","reason":"é \"x\"\n"}""").ShouldBe("strike-" +
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("""{"entry":"strike","incident":"i","reason":"é \"x\"\n","target":"s1"}""")))[..12]);

    [Theory]
    [InlineData("""{ "reason":"R", "target":"s1", "incident":"i", "entry":"strike" }""")]
    [InlineData("""{"entry":"strike","incident":"i","target":"s1","reason":"\u0052"}""")]
    [InlineData("""{"entry":"strike","incident":"i","target":"s1","reason":"R","noted":"2024-04-21T21:50Z"}""")]
    public void order_spaces_escapes_and_the_note_make_no_other_id(string line) =>
        Id(line).ShouldBe(Id("""{"entry":"strike","incident":"i","target":"s1","reason":"R"}"""));

    [Theory]
    [InlineData("""{"entry":"strike","incident":"j","target":"s1","reason":"R"}""")]
    [InlineData("""{"entry":"strike","incident":"i","target":"s2","reason":"R"}""")]
    [InlineData("""{"entry":"strike","incident":"i","target":"s1","reason":"r"}""")]
    public void other_content_makes_another_id(string line) =>
        Id(line).ShouldNotBe(Id("""{"entry":"strike","incident":"i","target":"s1","reason":"R"}"""));

    [Fact]
    public void keys_are_sorted_in_every_object_and_numbers_have_one_form() =>
        Incident<CorrectStatement>("""{"entry":"correction","incident":"i","statement":"s","whose":"outlet","reason":"R","stances":[{"figures":[{"value":3.0,"category":"killed"}],"stance":"asserts","claim":"k"}]}""").Id
            .ShouldBe(Incident<CorrectStatement>("""{"entry":"correction","incident":"i","statement":"s","whose":"outlet","reason":"R","stances":[{"stance":"asserts","claim":"k","figures":[{"category":"killed","value":3}]}]}""").Id);

    [Fact]
    public void an_id_of_the_writers_own_is_kept() => Id("""{"entry":"strike","id":"x1","incident":"i","target":"s1","reason":"R"}""").ShouldBe("x1");

    [Theory]
    [InlineData("""{"entry":"strike","id":"","incident":"i","target":"s1","reason":"R"}""")]
    [InlineData("""{"entry":"strike","id":"x 1","incident":"i","target":"s1","reason":"R"}""")]
    public void an_id_of_the_writers_own_must_be_one(string line) => Error(line).Code.ShouldBe("id-malformed");
}
