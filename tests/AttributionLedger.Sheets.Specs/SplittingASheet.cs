using System.Text;
using AttributionLedger.Sheets.Outcomes;
using Shouldly;
using Xunit;

namespace AttributionLedger.Sheets.Specs;

public class SplittingASheet
{
    private static async Task<List<(int Number, long Offset, long Length, string Text, string? Code)>> Split(byte[] sheet, int atATime = int.MaxValue)
    {
        var lines = new List<(int, long, long, string, string?)>();
        await foreach (var slice in SheetLines.ReadAsync(new Trickle(sheet, atATime)))
            lines.Add((slice.Number, slice.Offset, slice.Length, Encoding.UTF8.GetString(slice.Bytes.Span), slice.Error?.Code));
        return lines;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1 << 20)]
    public async Task gives_each_line_its_number_and_its_place(int atATime) =>
        (await Split(Bytes("{1}\n\n  \t\r\n# heading\n  // more\n{é}\r\n{3}"), atATime)).ShouldBe([
            (1, 0, 3, "{1}", null), (6, 30, 4, "{é}", null), (7, 36, 3, "{3}", null)]);

    [Fact]
    public async Task passes_over_the_mark_of_utf8() => (await Split([0xEF, 0xBB, 0xBF, .. Bytes("{1}\n")])).ShouldBe([(1, 3, 3, "{1}", null)]);

    [Fact]
    public async Task finds_nothing_in_an_empty_file() => (await Split([])).ShouldBeEmpty();

    [Fact]
    public async Task refuses_utf16_with_a_word_on_how_to_save_the_file()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            (await Split([.. encoding.Preamble, .. encoding.GetBytes("{\"entry\":1}\n{}")])).ShouldHaveSingleItem().Code.ShouldBe(SheetCodes.SheetIsUtf16);
            (await Split(encoding.GetBytes("{\"entry\":1}\n{}"), atATime: 1)).ShouldHaveSingleItem().Code.ShouldBe(SheetCodes.SheetIsUtf16);
        }
    }

    [Fact]
    public async Task refuses_bytes_that_are_not_utf8_and_goes_on() =>
        (await Split([.. Bytes("{1}\n"), 0xE9, (byte)'\n', .. Bytes("{3}")])).Select(line => (line.Number, line.Code)).ShouldBe([(1, null), (2, SheetCodes.LineNotUtf8), (3, null)]);

    [Theory]
    [InlineData(100)]
    [InlineData(70_001)]
    [InlineData(1 << 24)]
    public async Task refuses_a_line_of_more_than_a_megabyte_and_goes_on_after_it(int atATime)
    {
        var most = new string('x', SheetLines.LineLimit);
        var lines = await Split(Bytes($"{most}\r\n{most}x\n{most}{most}{most}\n{{4}}\n{most}x"), atATime);
        lines.Select(line => (line.Number, line.Length, line.Code)).ShouldBe([
            (1, SheetLines.LineLimit, null), (2, SheetLines.LineLimit + 1, SheetCodes.LineTooLong), (3, 3L * SheetLines.LineLimit, SheetCodes.LineTooLong),
            (4, 3, null), (5, SheetLines.LineLimit + 1, SheetCodes.LineTooLong)]);
        lines[3].Offset.ShouldBe(5L * SheetLines.LineLimit + 5);
        lines[3].Text.ShouldBe("{4}");
    }

    [Fact]
    public async Task a_line_can_be_read_again_from_where_it_stands()
    {
        var sheet = Bytes("# é\r\n{1}\r\n\n{\"ü\":2}\n");
        foreach (var (_, offset, length, text, _) in await Split(sheet))
            Encoding.UTF8.GetString(sheet, (int)offset, (int)length).ShouldBe(text);
    }

    /// <summary>A stream that gives a few bytes at a time, as a network does.</summary>
    private sealed class Trickle(byte[] bytes, int atATime) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, atATime)], cancellationToken);
    }
}
