using Shouldly;
using Xunit;
using System.Globalization;
using System.Text;
using AttributionLedger.Scripts;

namespace AttributionLedger.Domain.Specs.Scripts;

public class FoldingTexts
{
    [Theory]
    [InlineData("Étampes, FORÊT", "etampes, foret")]
    [InlineData("e\u0301tampes", "etampes")]
    [InlineData("Straße Ærø Łódź İstanbul ısı", "strasse aero lodz istanbul isi")]
    [InlineData("Œuvre ﬁn ＡＢＣ１２", "oeuvre fin abc12")]
    [InlineData("مسؤوليّتَها", "مسووليتها")]
    [InlineData("إيران آن أمر ٱلله", "ايران ان امر الله")]
    [InlineData("کتابِ علی", "كتاب علي")]
    [InlineData("ﻻ ﷲ", "لا الله")]
    [InlineData("قـــاعدة", "قاعده")]
    [InlineData("۱۲٣٤", "1234")]
    [InlineData("её Ёж йод Київ", "ее еж йод київ")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("Москва\u0301", "москва")]
    [InlineData("שָׁלוֹם", "שלומ")]
    [InlineData("צה״ל", "צהל")]
    [InlineData("国防部ﾊﾝｶｸ", "国防部ハンカク")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("a\u200Eb\u202Ec", "abc")]
    [InlineData("한국", "한국")]
    [InlineData("", "")]
    public void makes_one_of_what_readers_do_not_tell_apart(string written, string folded) => Folding.Fold(written).ShouldBe(folded);

    [Fact]
    public void folds_what_is_folded_no_further()
    {
        foreach (var rune in Letters())
        {
            var once = Folding.Fold(rune.ToString());
            Folding.Fold(once).ShouldBe(once, $"U+{rune.Value:X4}");
        }
    }

    [Fact]
    public void passes_over_half_a_character() => Folding.Fold("a\uD800b").ShouldBe("ab");

    private static IEnumerable<Rune> Letters() => Enumerable.Range(0, 0x30000).Where(value => value is < 0xD800 or > 0xDFFF).Select(value => new Rune(value))
        .Where(rune => Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned);
}
