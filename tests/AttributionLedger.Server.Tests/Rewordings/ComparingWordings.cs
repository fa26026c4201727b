using AttributionLedger.Rewordings;

namespace AttributionLedger.Server.Tests.Rewordings;

public class ComparingWordings
{
    [Theory]
    [InlineData("The alarm was late.", "The alarm of the farm was late.", "The alarm |+of the farm |was late.")]
    [InlineData("killed three people", "killed four people", "killed |-three|+four| people")]
    [InlineData("", "New words.", "+New words.")]
    [InlineData("Old words.", "", "-Old words.")]
    [InlineData("the same", "the same", "the same")]
    [InlineData("a  b", "a b", "a|-  |+ |b")]
    public void tells_words_apart(string before, string after, string segments) => Shown(before, after).ShouldBe(segments);

    [Fact]
    public void keeps_the_order_of_reading_of_what_is_written_from_the_right()
    {
        Shown("نحن أشعلنا الميناء", "نحن لم نشعل الميناء").ShouldBe("نحن |-أشعلنا|+لم نشعل| الميناء");
        Shown("ما بندر را آتش زدیم", "ما بندر را آتش نزدیم").ShouldBe("ما بندر را آتش |-زدیم|+نزدیم");
        Shown("השריפה לא שלנו", "השריפה אינה שלנו").ShouldBe("השריפה |-לא|+אינה| שלנו");
    }

    [Fact]
    public void does_not_cut_a_word_at_a_mark_or_a_joiner()
    {
        // A Persian word with a joiner within, and an Arabic one with vowel signs.
        Shown("می‌روم خانه", "نمی‌روم خانه").ShouldBe("-می‌روم|+نمی‌روم| خانه");
        Shown("كَتَبَ أمس", "كُتِبَ أمس").ShouldBe("-كَتَبَ|+كُتِبَ| أمس");
    }

    [Fact]
    public void compares_what_is_written_without_spaces_character_by_character()
    {
        Shown("港口昨夜起火", "港口今晨起火").ShouldBe("港口|-昨夜|+今晨|起火");
        Shown("ไฟไหม้ท่าเรือ", "ไฟไหม้คลัง").ShouldStartWith("ไฟไหม้|");
    }

    [Theory]
    [InlineData("one two three four", "three one 四 four two")]
    [InlineData("👩‍🚒 fought the fire", "👩‍🚒👨‍🚒 fought fires")]
    [InlineData("line one\nline two", "line one\r\nline 2")]
    public void the_pieces_make_both_texts_to_the_letter(string before, string after) => ShouldMake(before, after);

    [Fact]
    public void long_texts_are_compared_whole_where_they_differ()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 5_000)), string.Join(' ', Enumerable.Range(0, 5_000).Select(n => n % 2 == 0 ? n : n + 7_000)));
        ShouldMake(before, after);
        Rewording.Segments(before, after).Count.ShouldBeLessThan(6);
    }

    private static void ShouldMake(string before, string after)
    {
        var segments = Rewording.Segments(before, after);
        string.Concat(segments.Where(segment => segment.Change != SegmentChange.Added).Select(segment => segment.Text)).ShouldBe(before);
        string.Concat(segments.Where(segment => segment.Change != SegmentChange.Removed).Select(segment => segment.Text)).ShouldBe(after);
    }

    private static string Shown(string before, string after)
    {
        ShouldMake(before, after);
        return string.Join('|', Rewording.Segments(before, after).Select(segment => segment.Change switch { SegmentChange.Added => "+", SegmentChange.Removed => "-", _ => "" } + segment.Text));
    }
}
