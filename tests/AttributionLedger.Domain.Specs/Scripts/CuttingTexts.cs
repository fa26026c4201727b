using Shouldly;
using Xunit;
using AttributionLedger.Scripts;

namespace AttributionLedger.Domain.Specs.Scripts;

public class CuttingTexts
{
    [Theory]
    [InlineData("Rockets hit the base.", "rockets|hit|the|base")]
    [InlineData("al-Sudani", "al|sudani|alsudani")]
    [InlineData("the U.S. said", "the|u|s|us|said")]
    [InlineData("1,500 or 10.5", "1|500|1500|or|10|5|105")]
    [InlineData("L'armée", "l|armee|larmee")]
    [InlineData("it’s", "it|s|its")]
    [InlineData("end of one.Beginning", "end|of|one|beginning|onebeginning")]
    [InlineData("a - b", "a|b")]
    [InlineData("ends-", "ends")]
    [InlineData("a-b-c-d-e", "a|b|c|d|e")]
    [InlineData("14:05 x@y.org", "14|05|x|y|org|yorg")]
    [InlineData("موشک‌های ما", "موشك|هاي|ما")]
    [InlineData("قـــاعدة", "قاعده")]
    [InlineData("צה\"ל ו\"שלום\"", "צהל|ושלומ")]
    [InlineData("ג'ורג'", "גורג")]
    [InlineData("国防部 说", "国防|防部|部|说")]
    [InlineData("S-400型", "s|400|s400|型")]
    [InlineData("ปฏิเสธ", "ปฏิ|ฏิเ|เส|สธ|ธ")]
    [InlineData("👍 ok", "ok")]
    [InlineData("...", "")]
    [InlineData("", "")]
    public void gives_what_can_be_looked_for(string text, string tokens) => string.Join('|', Tokens.Of(text).SelectMany(run => run.All).Select(token => token.Text)).ShouldBe(tokens);

    [Theory]
    [InlineData("L'armée dément « l’attaque » de la forêt d'Étampes")]
    [InlineData("נפט צה\"ל, שָׁלוֹם")]
    [InlineData("国防部 said 爆炸")]
    [InlineData("𝔄𝔅 e\u0301 ﷲ")]
    public void says_where_each_stands(string text)
    {
        foreach (var token in Tokens.Of(text).Where(run => !run.IsUnspaced).SelectMany(run => run.Parts))
            Tokens.Of(text.Substring(token.Start, token.Length)).Single().Folded.ShouldBe(token.Text);
        Tokens.Of(text).SelectMany(run => run.Parts).Select(token => token.Position).ShouldBe(Enumerable.Range(1, Tokens.Of(text).Sum(run => run.Parts.Count)));
    }

    [Fact]
    public void keeps_no_token_longer_than_a_word()
    {
        Tokens.Of(new string('a', 5_000)).Single().Parts.Single().Text.Length.ShouldBe(Tokens.LengthLimit);
        Tokens.Of(string.Concat(Enumerable.Repeat("𐌰", 500))).Single().Parts.Single().Text.Length.ShouldBe(Tokens.LengthLimit);
    }

    [Theory]
    [InlineData("“We deny  it!”", "we deny it")]
    [InlineData("WE DENY IT", "we deny it")]
    [InlineData("الانفجارُ وقع", "الانفجار وقع")]
    [InlineData("国防部，否认", "国防部 否认")]
    public void reads_alike_what_differs_in_signs_alone(string text, string plain) => Tokens.Plain(text).ShouldBe(plain);

    [Theory]
    [InlineData("הבסיס", "he הבסיס|he בסיס")]
    [InlineData("והבסיס", "he והבסיס|he הבסיס|he בסיס")]
    [InlineData("לא", "")]
    [InlineData("base", "")]
    public void knows_what_hebrew_writes_on_to_a_word(string word, string stems) => string.Join('|', HebrewStems.Of(word)).ShouldBe(stems);
}
