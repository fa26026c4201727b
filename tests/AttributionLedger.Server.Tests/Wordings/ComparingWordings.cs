using AttributionLedger.Wordings;

namespace AttributionLedger.Server.Tests.Wordings;

public class ComparingWordings
{
    [Theory]
    [InlineData("We strongly deny it.", "We deny it.", "We [-strongly ]deny it.")]
    [InlineData("We struck the quay.", "We did not strike the quay.", "We [-struck][+did not strike] the quay.")]
    [InlineData("Five were killed", "Five were killed, or six", "Five were killed[+, or six]")]
    [InlineData("It is most likely so.", "It has flatly been so.", "It [-is most likely][+has flatly been] so.")]
    [InlineData("At least two dead, ten to fifteen injured.", "Three dead, fourteen injured.", "[-At least two][+Three] dead, [-ten to fifteen][+fourteen] injured.")]
    [InlineData("He didn't say", "He didn’t say", "He [-didn't][+didn’t] say")]
    [InlineData("1,200 dead", "1,300 dead", "[-1,200][+1,300] dead")]
    [InlineData("a cafe", "a cafe\u0301", "a [-cafe][+cafe\u0301]")]
    [InlineData("وقع الهجوم فجراً", "وقع الهجوم ليلاً", "وقع الهجوم [-فجراً][+ليلاً]")]
    [InlineData("ما نمی‌دانیم", "ما می‌دانیم", "ما [-نمی‌دانیم][+می‌دانیم]")]
    [InlineData("צה\"ל תקף", "צה\"ל לא תקף", "צה\"ל [+לא ]תקף")]
    [InlineData("我们没有袭击", "我们袭击", "我们[-没有]袭击")]
    [InlineData("👩‍🚒 came", "👩🏽‍🚒 came", "[-👩‍🚒][+👩🏽‍🚒] came")]
    [InlineData("", "New", "[+New]")]
    [InlineData("Same", "Same", "Same")]
    public void shows_which_words_went_and_which_came(string old, string @new, string difference) =>
        string.Concat(WordDifference.Of(old, @new).Select(Written)).ShouldBe(difference);

    [Fact]
    public void gives_back_both_wordings_to_the_letter()
    {
        var random = new Random(7);
        string[] pieces = ["we", " ", "\n", "did", "didn't", "ni\u0302ght", "می‌دانیم", "袭击", "，", "ไม่", "🇮🇷", ".", "  ", "—", "\"", "1,200"];
        string Wording() => string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
        for (var round = 0; round < 2_000; round++)
        {
            var (old, @new) = (Wording(), Wording());
            var difference = WordDifference.Of(old, @new);
            Text(difference, without: Change.Added).ShouldBe(old);
            Text(difference, without: Change.Removed).ShouldBe(@new);
            difference.ShouldAllBe(segment => segment.Text != "");
            difference.Zip(difference.Skip(1)).ShouldAllBe(pair => pair.First.Change != pair.Second.Change && (pair.First.Change != Change.Added || pair.Second.Change == Change.Same));
        }
    }

    [Fact]
    public void compares_as_a_whole_what_is_longer_than_anybody_reads_word_by_word()
    {
        var (old, @new) = (new string('a', WordDifference.Limit) + " end", new string('b', WordDifference.Limit) + " end");
        WordDifference.Of(old, @new).ShouldBe([new(old, Change.Removed), new(@new, Change.Added)]);
    }

    [Fact]
    public void compares_as_a_whole_the_part_of_which_too_much_changed()
    {
        var (old, @new) = (string.Concat(Enumerable.Range(0, 8_000).Select(i => (char)('一' + i))), string.Concat(Enumerable.Range(0, 8_000).Select(i => (char)('一' + 8_000 + i))));
        WordDifference.Of($"Begin {old} end", $"Begin {@new} end").Select(segment => segment.Change).ShouldBe([Change.Same, Change.Removed, Change.Added, Change.Same]);
    }

    private static string Written(Segment segment) => segment.Change switch { Change.Removed => $"[-{segment.Text}]", Change.Added => $"[+{segment.Text}]", _ => segment.Text };

    private static string Text(IEnumerable<Segment> difference, Change without) => string.Concat(difference.Where(segment => segment.Change != without).Select(segment => segment.Text));
}
