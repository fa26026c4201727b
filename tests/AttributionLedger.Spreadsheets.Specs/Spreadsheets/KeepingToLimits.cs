using System.Text;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Tables;
using Shouldly;
using Xunit;

namespace AttributionLedger.Spreadsheets.Specs.Spreadsheets;

/// <summary>Each limit is taken to the last, and what is beyond it is refused where it stands.</summary>
public class KeepingToLimits
{
    [Fact]
    public void of_columns()
    {
        Read(Row("by", TableLimits.Columns)).Errors.ShouldBeEmpty();
        Read("by\n" + Row("x", TableLimits.Columns + 1)).Errors.Select(Told).ShouldBe(["2  too-many-columns"]);
        Read(Row("x", 10_000)).Errors.Select(Told).ShouldBe(["1  too-many-columns"]);
    }

    [Fact]
    public void of_columns_leaves_out_those_that_are_empty() =>
        Read("by" + new string(',', 10_000) + "\nElmere" + new string(',', 10_000)).ShouldSatisfyAllConditions(table => table.Errors.ShouldBeEmpty(), table => table.Rows.ShouldAllBe(row => row.Cells.Count == 1));

    [Fact]
    public void of_rows()
    {
        Read("by\n" + Rows(TableLimits.Rows - 1)).ShouldSatisfyAllConditions(table => table.Errors.ShouldBeEmpty(), table => table.Rows.Count.ShouldBe(TableLimits.Rows));
        Read("by\n" + Rows(2 * TableLimits.Rows)).Errors.Select(Told).ShouldBe([$"{TableLimits.Rows + 1}  too-many-rows"]);
    }

    [Fact]
    public void of_rows_leaves_out_those_below_the_last_that_holds_something() =>
        Read("by\nElmere" + new string('\n', 2 * TableLimits.Rows)).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("", "")]
    [InlineData("\"", "\"")]
    public void of_the_length_of_a_cell(string open, string close)
    {
        Read($"by,words\nElmere,{open}{new string('w', TableLimits.Cell)}{close}").Errors.ShouldBeEmpty();
        Read($"by,words\nElmere,{open}{new string('w', TableLimits.Cell + 1)}{close}").Errors.Select(Told).ShouldBe(["2 B cell-too-long"]);
    }

    [Fact]
    public void of_the_length_of_a_cell_where_a_quotation_mark_is_missing() =>
        Read("by,words\nElmere,\"They never\nElmere,\"No\"\n" + new string('w', TableLimits.Cell)).Errors.ShouldHaveSingleItem().Row.ShouldBe(2);

    [Fact]
    public void of_the_size_of_a_file()
    {
        // One cell of many, so that the file is large and its rows are few.
        var largest = new byte[TableLimits.Bytes];
        Array.Fill(largest, (byte)' ');
        Encoding.UTF8.GetBytes("by\nElmere\n").CopyTo(largest, 0);
        TableReader.Read(largest, null, ',', _ => true).Errors.ShouldAllBe(error => error.Code != TableCodes.TooLarge);
        TableReader.Read([.. largest, (byte)' '], null, ',', _ => true).Errors.Select(Told).ShouldBe(["0  table-too-large"]);
    }

    private static string Row(string cell, int cells) => string.Join(',', Enumerable.Repeat(cell, cells));

    private static string Rows(int count) => string.Concat(Enumerable.Repeat("Elmere\n", count));

    private static Table Read(string text) => TableReader.Read(Encoding.UTF8.GetBytes(text), null, null, heading => heading is "by" or "words");

    private static string Told(RowError error) => $"{error.Row} {error.Column} {error.Code}";
}
