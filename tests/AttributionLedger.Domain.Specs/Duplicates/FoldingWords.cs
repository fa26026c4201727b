using AttributionLedger.Duplicates;
using Shouldly;
using Xunit;

namespace AttributionLedger.Domain.Specs.Duplicates;

/// <summary>Which words are the same, in the scripts in which newsrooms log them.</summary>
public class FoldingWords
{
    [Theory]
    [InlineData("We did not strike the base.", "“we did not  strike the base”")]
    [InlineData("We did not strike the base", "WE DID NOT STRIKE THE BASE!!!")]
    [InlineData("It wasn't us.", "It wasn’t us")]
    [InlineData("cease-fire", "cease fire")]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("L’armée a frappé à l’aube.", "l'armee a frappe a l'aube")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("ﬁre", "fire")]
    [InlineData("Ｗｅ deny it", "We deny it")]
    [InlineData("نحنُ أشعلنا الميناءَ.", "نحن اشعلنا الميناء")]
    [InlineData("المقـــاومة الإسلامية", "المقاومه الاسلامية")]
    [InlineData("ما حمله نکرديم", "ما حمله نكردیم")]
    [InlineData("می‌گوید", "ميگويد")]
    [InlineData("قُتل ٣ جنود", "قتل 3 جنود")]
    [InlineData("کشته ۳ نفر", "كشته 3 نفر")]
    [InlineData("Мы всё отрицаем.", "мы все отрицаем")]
    [InlineData("«Мы не били»", "Мы не били")]
    [InlineData("לֹא תָּקַפְנוּ", "לא תקפנו")]
    [InlineData("צה״ל לא תקף", "צהל לא תקף")]
    [InlineData("我们没有袭击基地。", "我们没有 袭击基地")]
    [InlineData("Οι στρατιώτες", "ΟΙ ΣΤΡΑΤΙΩΤΕΣ")]
    public void takes_these_for_the_same(string one, string other) => SameWords.Digest(one).ShouldNotBeNull().ShouldBe(SameWords.Digest(other));

    [Theory]
    [InlineData("We struck the base.", "We did not strike the base.")]
    [InlineData("3 killed", "30 killed")]
    [InlineData("3 0 killed", "30 killed")]
    [InlineData("1.5 tonnes", "15 tonnes")]
    [InlineData("5%", "5")]
    [InlineData("€5", "$5")]
    [InlineData("لم نقصف", "نقصف")]
    [InlineData("我们袭击了基地", "我们没有袭击基地")]
    [InlineData("कि", "की")]
    public void takes_these_for_others(string one, string other) => SameWords.Digest(one).ShouldNotBe(SameWords.Digest(other));

    [Theory, InlineData(""), InlineData(" … !"), InlineData("\u200f\u00a0"), InlineData("\ud800")]
    public void finds_nothing_to_compare_where_nothing_is_left(string text) => SameWords.Digest(text).ShouldBeNull();
}
