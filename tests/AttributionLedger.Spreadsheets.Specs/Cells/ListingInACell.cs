using AttributionLedger.Spreadsheets.Cells;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace AttributionLedger.Spreadsheets.Specs.Cells;

public class ListingInACell
{
    [Theory]
    [InlineData("a; b", new[] { "a", "b" })]
    [InlineData("a;b ;  c", new[] { "a", "b", "c" })]
    [InlineData(@"Smith\; Sons; b", new[] { "Smith; Sons", "b" })]
    [InlineData(@"a\\; b", new[] { @"a\", "b" })]
    [InlineData(@"a\\\; b", new[] { @"a\; b" })]
    [InlineData(@"\\server\share", new[] { @"\\server\share" })]
    [InlineData("", new string[0])]
    [InlineData(" ; ", new string[0])]
    [InlineData("; b", new[] { "", "b" })]
    [InlineData("a; ; c;", new[] { "a", "", "c" })]
    [InlineData("هذا؛ ذاك", new[] { "هذا", "ذاك" })]
    [InlineData("外交部；国防部", new[] { "外交部", "国防部" })]
    [InlineData("a\nb\r\nc", new[] { "a", "b", "c" })]
    public void things_stand_apart_by_semicolons(string cell, string[] things) => CellLists.Split(cell).ShouldBe(things);

    [Theory]
    [InlineData("https://x.example/a;b; https://y.example", new[] { "https://x.example/a;b", "https://y.example" })]
    [InlineData("https://x.example\nhttps://y.example\r\n", new[] { "https://x.example", "https://y.example" })]
    [InlineData(@"https://x.example/a\;b", new[] { "https://x.example/a;b" })]
    [InlineData("one;", new[] { "one" })]
    public void a_semicolon_may_stand_within_an_address(string cell, string[] pieces) => CellLists.SplitPieces(cell).ShouldBe(pieces);

    [Property(MaxTest = 3_000)]
    public void every_list_comes_back(int[] seeds)
    {
        string[] bricks = ["a", ";", "\\", "؛", "；", " ", "b;", "\\;", "x"];
        var things = seeds.Select(seed => $"<{string.Concat(Enumerable.Range(0, 6).Select(i => bricks[(uint)(seed * 31 + i * seed + i) % bricks.Length]))}").Select(thing => thing.TrimEnd()).ToArray();
        CellLists.Split(CellLists.Join(things)).ShouldBe(things);
        CellLists.SplitPieces(CellLists.Join(things)).ShouldBe(things);
    }
}
