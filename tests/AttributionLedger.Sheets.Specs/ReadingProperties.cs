using AttributionLedger.Basics;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Tests;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Shouldly;
using System.Text;

namespace AttributionLedger.Sheets.Specs;

/// <summary>Bytes that are a line, nearly one, or nothing of the kind.</summary>
public sealed record AnyLine(byte[] Bytes)
{
    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}

/// <summary>A line of the samples.</summary>
public sealed record SampleLine(string Text);

public static class AnyLines
{
    private static readonly string[] Samples =
        [.. new[] { "kharab-al-jir", "harbour-fire" }.SelectMany(name => Given.LinesOf($"samples/{name}.jsonl").GetAwaiter().GetResult()).Select(line => line.Text)];

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", "\"", ",", ":", "\\", "\\ud800", "\\u0000", "null", "true", "1e999", "-1", "?1", "?x", "\"entry\"", "\"by\"", "\"\"", "{}", "[]", "[[[[[[[[[[[[[[[[[[", " ", "é", "\u202e", "../..", "2024"];

    public static Arbitrary<SampleLine> Sample() => Gen.Elements(Samples).Select(text => new SampleLine(text)).ToArbitrary();

    public static Arbitrary<AnyLine> Line() => Mutated().Or(Gen.Elements(Pieces).ListOf().Select(parts => new AnyLine(Encoding.UTF8.GetBytes(string.Concat(parts)))))
        .Or(ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => new AnyLine(bytes))).ToArbitrary();

    // A good line with a few of its pieces cut out, put in, or replaced.
    private static Gen<AnyLine> Mutated() =>
        from sample in Gen.Elements(Samples)
        from changes in Gen.Zip(Gen.Choose(0, 10_000), Gen.Zip(Gen.Choose(0, 12), Gen.Elements(Pieces))).ListOf()
        select new AnyLine(Encoding.UTF8.GetBytes(changes.Take(4).Aggregate(sample, Change)));

    private static string Change(string line, (int At, (int Cut, string Piece) By) change)
    {
        var at = change.At % (line.Length + 1);
        return line[..at] + (change.At % 3 == 0 ? "" : change.By.Piece) + line[Math.Min(line.Length, at + change.By.Cut)..];
    }
}

[Deeply(2_000, 50_000, Arbitrary = [typeof(AnyLines)])]
public class ReadingProperties
{
    [Property]
    public void reading_never_throws_and_gives_an_entry_or_errors_with_codes(AnyLine line)
    {
        SheetLine.Peek(line.Bytes);
        if (Given.Reading(line.Bytes) is not SheetReading.Refused refused) return;
        refused.Errors.Count.ShouldBeGreaterThan(0);
        foreach (var error in refused.Errors)
        {
            error.Line.ShouldBe(7);
            error.Code.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)+$");
            Texts.HasLoneSurrogate(error.Message + error.Field).ShouldBeFalse();
            (error.Message + error.Field).Any(c => char.IsControl(c) || Texts.IsBidiControl(c)).ShouldBeFalse();
        }
    }

    [Property]
    public void what_the_reader_takes_is_read_the_same_again(AnyLine line)
    {
        if (Given.Reading(line.Bytes) is SheetReading.Read once) Given.Reading(line.Bytes).ShouldBe(once);
    }

    [Property]
    public void a_line_that_was_cut_anywhere_is_refused(SampleLine line, PositiveInt at) =>
        Given.Reading(line.Text[..(at.Get % line.Text.Length)]).ShouldBeOfType<SheetReading.Refused>();

    [Property]
    public void splitting_never_throws_and_counts_every_line(AnyLine one, AnyLine other)
    {
        byte[] sheet = [.. one.Bytes, (byte)'\n', .. other.Bytes];
        var last = 0;
        foreach (var slice in SheetLines.ReadAsync(new MemoryStream(sheet)).ToBlockingEnumerable())
        {
            slice.Number.ShouldBeGreaterThan(last);
            last = slice.Number;
            if (slice.Error is null) sheet.AsSpan((int)slice.Offset, (int)slice.Length).SequenceEqual(slice.Bytes.Span).ShouldBeTrue();
        }
        last.ShouldBeLessThanOrEqualTo(sheet.Count(b => b == '\n') + 1);
    }
}
