using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using Shouldly;
using Xunit;

namespace AttributionLedger.Spreadsheets.Specs.Cells;

public class WritingCells
{
    private const long Open = -1;

    [Fact]
    public void figures_come_back()
    {
        Figure[] figures = [new("killed", 3, 3), new("injured", 10, 15), new("vehicles; type 3", 5, null, "2023-03-06")];
        var cell = FigureCells.Write(figures);
        cell.ShouldBe(@"killed 3; injured 10-15; vehicles\; type 3 5+ (as of 2023-03-06)");
        FigureCells.Read(cell).ShouldBe([new("killed", 3, 3, null), new("injured", 10, 15, null), new("vehicles; type 3", 5, null, "2023-03-06")]);
    }

    [Theory]
    [InlineData("3 killed", "killed", 3, 3)]
    [InlineData("killed: 3", "killed", 3, 3)]
    [InlineData("at least 5 missing", "missing", 5, Open)]
    [InlineData("missing at least 5", "missing", 5, Open)]
    [InlineData("injured 10–15", "injured", 10, 15)]
    [InlineData("10 to 15 injured", "injured", 10, 15)]
    [InlineData("قتلى ٣", "قتلى", 3, 3)]
    [InlineData("۱۲ زخمی", "زخمی", 12, 12)]
    public void figures_are_read_as_people_write_them(string cell, string category, long least, long most) =>
        FigureCells.Read(cell).ShouldBe([new(category, least, most == Open ? null : most, null)]);

    [Theory]
    [InlineData("many killed")]
    [InlineData("3")]
    [InlineData("killed -3")]
    [InlineData("killed 3.5")]
    public void what_is_no_figure_is_none(string cell) => FigureCells.Read(cell).ShouldBe([null]);

    public static TheoryData<Evidence, string> Pieces => new()
    {
        { new("https://example.org/a", null, null, null, null, null), "https://example.org/a" },
        { new("https://example.org/a", null, null, null, "2:10", "our own recording"), "https://example.org/a at=2:10 note=\"our own recording\"" },
        { new(null, null, "post 1.png", null, "at the top", "says \"no\"\nand \\ more"), @"file=""post 1.png"" at=""at the top"" note=""says \""no\""\nand \\ more""" },
        { new("https://example.org/?a;b&note=1", "https://archive.example/x", null, null, null, null), @"https://example.org/?a\;b&note=1 archive=https://archive.example/x" }
    };

    [Theory]
    [MemberData(nameof(Pieces))]
    public void evidence_comes_back(Evidence piece, string cell)
    {
        EvidenceCells.Write([piece]).ShouldBe(cell);
        string?[] values = [piece.Url, piece.Archive, piece.File, piece.Sha256, piece.At, piece.Note];
        EvidenceCells.Read(cell).ShouldHaveSingleItem().ShouldBe(EvidenceCells.Keys.Zip(values).Where(pair => pair.Second is not null).Select(pair => KeyValuePair.Create(pair.First, pair.Second!)));
    }

    [Fact]
    public void values_need_no_quotation_marks_where_they_are_clear() => EvidenceCells.Read("file=post.png note=our own screenshot at=top").ShouldHaveSingleItem()
        .ShouldBe([new("file", "post.png"), new("note", "our own screenshot"), new("at", "top")]);

    [Theory]
    [InlineData("2024-04-20", "Asia/Baghdad", null, "2024-04-20")]
    [InlineData("2024-04-20", "Europe/Paris", "early \"Saturday\"", "2024-04-20 [Europe/Paris] \"early \"Saturday\"\"")]
    [InlineData("2023-10~", "Asia/Baghdad", "in autumn [or so]", "2023-10~ \"in autumn [or so]\"")]
    public void times_come_back(string edtf, string zone, string? wording, string cell)
    {
        var time = WorldTime.Read(edtf, zone, wording).ShouldBeOfType<WorldTimeReading.Read>().Time;
        TimeCells.Write(time, "Asia/Baghdad").ShouldBe(cell);
        TimeCells.Read(cell).ShouldBe(new(edtf, zone == "Asia/Baghdad" ? null : zone, wording));
    }
}
