using System.Buffers.Text;
using AttributionLedger.Pages;

namespace AttributionLedger.Server.Tests.Pages;

public class GoingFromPageToPage
{
    private const string Question = "parties/internal";

    [Fact]
    public void leads_to_the_place_where_the_page_before_ended() =>
        Cursor.Read(Cursor.Of(Question, "کتائب حزب‌الله", "kataib"), Question, 2).ShouldBe(["کتائب حزب‌الله", "kataib"]);

    [Fact]
    public void is_part_of_an_address_as_it_is() => Cursor.Of(Question, "حركة النجباء >?~", "nujaba").ShouldMatch("^[A-Za-z0-9_-]+$");

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("not a cursor")]
    [InlineData("AQ")]
    [InlineData("AQAAAAAAAAAAYQ")]
    [InlineData("MTcwMDAwMDAwMDAwMDAwMC9xdWF5")]
    public void refuses_what_it_did_not_make(string cursor) => Cursor.Read(cursor, Question, 1).ShouldBeNull();

    [Fact]
    public void refuses_a_cursor_in_which_any_one_character_was_changed()
    {
        var cursor = Cursor.Of(Question, "2023-03-05", "s1");
        for (var i = 0; i < cursor.Length; i++)
            foreach (var other in "Ab9_".Where(c => c != cursor[i]))
                Cursor.Read(cursor[..i] + other + cursor[(i + 1)..], Question, 2).ShouldBeNull($"{other} at {i}");
    }

    [Fact]
    public void refuses_a_cursor_of_another_question() => Cursor.Read(Cursor.Of("parties/publishable", "a"), Question, 1).ShouldBeNull();

    [Fact]
    public void refuses_another_spelling_of_the_same_bytes()
    {
        var cursor = Cursor.Of(Question, "ab");
        Base64Url.IsValid(cursor + "=").ShouldBeTrue("the spelling is base64url all the same");
        Cursor.Read(cursor + "=", Question, 1).ShouldBeNull();
    }

    [Fact]
    public void refuses_a_cursor_of_another_version()
    {
        var bytes = Base64Url.DecodeFromChars(Cursor.Of(Question, "a"));
        bytes[0]++;
        Cursor.Read(Base64Url.EncodeToString(bytes), Question, 1).ShouldBeNull();
    }

    [Fact]
    public void refuses_a_cursor_that_is_longer_than_any() => Cursor.Read(new string('A', Cursor.Limit + 4), Question, 1).ShouldBeNull();

    [Fact]
    public void keeps_a_time_to_its_last_digit()
    {
        var time = new DateTimeOffset(2026, 11, 22, 20, 2, 49, TimeSpan.Zero).AddTicks(1_234_567);
        Cursor.Time(Cursor.Of(time)).ShouldBe(time);
        foreach (var wrong in new[] { "", "-1", "1e3", "99999999999999999999" }) Cursor.Time(wrong).ShouldBeNull(wrong);
    }
}
