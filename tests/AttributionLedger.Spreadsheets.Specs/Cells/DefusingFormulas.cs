using AttributionLedger.Spreadsheets.Cells;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace AttributionLedger.Spreadsheets.Specs.Cells;

public class DefusingFormulas
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30 1234", "'+49 30 1234")]
    [InlineData("-5", "'-5")]
    [InlineData("@ministry", "'@ministry")]
    [InlineData("  =HYPERLINK(\"x\")", "'  =HYPERLINK(\"x\")")]
    [InlineData("\u00a0=1", "'\u00a0=1")]
    [InlineData("\u200e=1", "'\u200e=1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\rcmd", "'\rcmd")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("'=1", "''=1")]
    [InlineData("''-5", "'''-5")]
    public void a_cell_that_a_spreadsheet_could_run_gets_an_apostrophe(string text, string cell)
    {
        Formulas.Defused(text).ShouldBe(cell);
        Formulas.Undefused(cell).ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two = two")]
    [InlineData("'tis nothing")]
    [InlineData("''quoted''")]
    [InlineData("2024-04-22")]
    [InlineData("نفى المتحدث")]
    public void any_other_cell_stays_as_it_is(string text)
    {
        Formulas.Defused(text).ShouldBe(text);
        Formulas.Undefused(text).ShouldBe(text);
    }

    [Property(MaxTest = 2_000)]
    public void every_text_comes_back(string? text, byte apostrophes)
    {
        var written = new string('\'', apostrophes % 4) + (apostrophes % 3 == 0 ? "=" : "") + text;
        Formulas.Undefused(Formulas.Defused(written)).ShouldBe(written);
    }

    [Property(MaxTest = 2_000)]
    public void no_cell_begins_as_a_formula_does(string? text) =>
        Formulas.Defused(text ?? "").TrimStart().FirstOrDefault().ShouldNotBeOneOf('=', '+', '-', '@');
}
