using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Dates;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Tables;
using AttributionLedger.Spreadsheets.Writing;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;

namespace AttributionLedger.Spreadsheets.Specs.Writing;

/// <summary>What is written as CSV is read as the same cells by the way in.</summary>
public class WritingStatements
{
    private static readonly TableIncident Quay = new("quay", "Fire on the quay", "Etc/UTC", null, null, Invented: true);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public void every_cell_comes_back(int seed)
    {
        var made = new MadeUp(seed);
        var cells = new StatementCells(made.Incident, new SourceLabels());
        List<IReadOnlyList<string>> rows = [.. Enumerable.Range(0, 5).SelectMany(number => cells.Of(made.Statement(number)))];
        rows.ShouldAllBe(row => row.Count == StatementCells.Heading.Count);
        // Every column is filled somewhere, or it would prove nothing.
        StatementCells.Heading.Where((_, i) => rows.TrueForAll(row => row[i] == "")).ShouldBeEmpty();
        Read(Written(rows)).ShouldBe(rows);
    }

    [Fact]
    public void the_file_begins_with_a_mark_and_its_columns_and_every_row_ends_as_rfc_4180_says()
    {
        var file = Written([["a", "b\nc"], ["", ""]], "one", "two");
        file.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        Encoding.UTF8.GetString(file.AsSpan(3)).ShouldBe("one,two\r\na,\"b\nc\"\r\n,\r\n");
    }

    [Fact]
    public void the_columns_are_those_of_the_way_in_in_their_order()
    {
        StatementCells.Heading.ShouldBe(TableColumns.Written.Select(column => column.Name()));
        Headings.Of(TableReader.Read(Written([]), null, null, _ => true), Mapping.None).Columns.Select(column => column.Meaning.Column).ShouldBe(TableColumns.Written.Cast<Column?>());
    }

    [Fact]
    public void a_piece_is_taken_once_and_all_pieces_are_the_file()
    {
        using var text = new CsvText(["a"]);
        var pieces = new List<byte>(text.Take());
        text.Take().ShouldBeEmpty();
        while (!text.IsEnough) text.Write([new string('x', 1_000)]);
        pieces.AddRange(text.Take());
        text.IsEnough.ShouldBeFalse();
        Encoding.UTF8.GetString([.. pieces]).Split("\r\n").Length.ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-5")]
    [InlineData("@x")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠x")]
    [InlineData("  =1")]
    [InlineData("\u00a0-1")]
    [InlineData("'=1")]
    [InlineData("''@x")]
    public void no_cell_can_be_run_and_none_is_changed(string text)
    {
        var row = Rows(Statement(new TableStance(new Stance(StanceKind.Comments, null, Qualifier: text), null))).Single();
        var file = Encoding.UTF8.GetString(Written([row]));
        file.Split("\r\n")[1].Split(',').Select(cell => cell.TrimStart('"')).ShouldAllBe(cell => !Formulas.IsDangerous(cell) || cell.StartsWith('\''));
        Read(Written([row])).Single().ShouldBe(row);
    }

    [Theory]
    [InlineData("\"=1\"")]
    [InlineData("'tis")]
    [InlineData("5-3")]
    public void what_cannot_be_run_is_written_as_it_is(string text)
    {
        var file = Encoding.UTF8.GetString(Written([[text]], "a"));
        file.ShouldEndWith($"a\r\n{(text.Contains('"') ? $"\"{text.Replace("\"", "\"\"")}\"" : text)}\r\n");
    }

    [Theory]
    [InlineData("2023-04-14")]
    [InlineData("2023-04")]
    [InlineData("2023")]
    [InlineData("2023-04-14T10:00+02:00")]
    [InlineData("2023-04-14T10:00:30.5Z~")]
    [InlineData("2023-04-14?")]
    [InlineData("2023-04%")]
    [InlineData("2023-04-12/2023-04-14")]
    [InlineData("2023-04-12~/2023-05")]
    [InlineData("../2023-04-14")]
    [InlineData("/2023-04-14")]
    [InlineData("2023-04-14/")]
    [InlineData("2023-04-14/..")]
    public void a_time_is_read_as_the_same_time(string edtf) =>
        DateReader.Read(TimeCells.Read(TimeCells.Write(MadeUp.Time(edtf, "Asia/Baghdad", "then; \"or so\""), "Asia/Baghdad")).Time, "Asia/Baghdad", new()).ShouldBe(new DateReading.Read(edtf));

    [Fact]
    public void a_row_is_whole_for_each_stance()
    {
        var (one, other) = (new TableClaim("k1", ClaimKind.Occurrence, "It burned."), new TableClaim("k2", ClaimKind.Responsibility, "Korvad did it.", new("korvad", "Korvad; the brigade", PartyKind.ArmedGroup), "k1"));
        var rows = Rows(Statement(new(new Stance(StanceKind.Asserts, ClaimId.Of("k1")), one), new(new Stance(StanceKind.Accuses, ClaimId.Of("k2"), Strength: Strength.Hedged), other)));
        rows.Select(row => (Cell(row, Column.Statement), Cell(row, Column.By), Cell(row, Column.Words), Cell(row, Column.Stance), Cell(row, Column.ClaimId), Cell(row, Column.Actor), Cell(row, Column.Act), Cell(row, Column.Strength)))
            .ShouldBe([("s1", "The Harbour", "Yes.", "asserts", "k1", "", "", "flat"), ("s1", "The Harbour", "Yes.", "accuses", "k2", @"Korvad\; the brigade", "k1", "hedged")]);
    }

    [Fact]
    public void a_source_has_a_label_and_neither_id_nor_kind()
    {
        TableParty clerk = new("unnamed-1", "a clerk", PartyKind.Unnamed), guard = new("unnamed-2", "a guard; at the gate", PartyKind.Unnamed), harbour = new("harbour", "The Harbour", PartyKind.Office);
        var cells = new StatementCells(Quay, new SourceLabels());
        IReadOnlyList<string> Row(params IReadOnlyList<TableParty> by) => cells.Of(Statement(Comment) with { By = by }).Single();
        (string, string, string, string) Who(IReadOnlyList<string> row) => (Cell(row, Column.By), Cell(row, Column.ById), Cell(row, Column.ByKind), Cell(row, Column.Description));
        Who(Row(guard)).ShouldBe(("?1", "", "", "a guard; at the gate"));
        Who(Row(clerk)).ShouldBe(("?2", "", "", "a clerk"));
        Who(Row(guard, harbour)).ShouldBe(("?1; The Harbour", "; harbour", "; office", @"a guard\; at the gate; "));
        Who(Row(harbour, clerk, guard)).ShouldBe(("The Harbour; ?2; ?1", "harbour; ; ", "office; ; ", @"; a clerk; a guard\; at the gate"));
        Who(cells.Of(Statement(Comment) with { By = [clerk], Terms = new(GroundRule.Background, Description: "an official") }).Single()).Item4.ShouldBe("an official");
    }

    [Fact]
    public void a_party_without_columns_of_its_own_brings_id_and_kind()
    {
        var row = Rows(Statement(Comment) with { Via = [new("post", "The Post; daily", PartyKind.Outlet), new("agency", "Agency [Baghdad]", PartyKind.Outlet)] }).Single();
        Cell(row, Column.Via).ShouldBe(@"The Post\; daily [post, outlet]; Agency [Baghdad] [agency, outlet]");
        CellLists.Split(Cell(row, Column.Via)).Select(PartyCells.Read).ShouldBe([new("The Post; daily", "post", "outlet"), new("Agency [Baghdad]", "agency", "outlet")]);
    }

    [Theory]
    [InlineData("The Post")]
    [InlineData("The Post [Baghdad]")]
    [InlineData("The Post [a, newspaper]")]
    [InlineData("[post, outlet]")]
    [InlineData("Somebody [x, unnamed]")]
    public void what_brings_no_id_and_kind_is_a_name(string cell) => PartyCells.Read(cell).ShouldBe(new(cell, null, null));

    private static readonly TableStance Comment = new(new Stance(StanceKind.Comments, null), null);

    private static TableStatement Statement(params IReadOnlyList<TableStance> stances) => new(
        "s1", [new("harbour", "The Harbour", PartyKind.Office)], MadeUp.Time("2023-03-05", "Etc/UTC", null), stances, new(GroundRule.OnTheRecord), DateTimeOffset.UnixEpoch, Words: new(WordsForm.Verbatim, "Yes."));

    private static List<IReadOnlyList<string>> Rows(TableStatement statement) => [.. new StatementCells(Quay, new SourceLabels()).Of(statement)];

    private static string Cell(IReadOnlyList<string> row, Column column) => row[TableColumns.Written.ToList().IndexOf(column)];

    private static byte[] Written(IEnumerable<IReadOnlyList<string>> rows, params IReadOnlyList<string> heading)
    {
        using var text = new CsvText(heading.Count > 0 ? heading : StatementCells.Heading);
        foreach (var row in rows) text.Write(row);
        return text.Take();
    }

    /// <summary>The cells as the way in reads them; it leaves out those that are empty at the end of a row.</summary>
    private static List<IReadOnlyList<string>> Read(byte[] file)
    {
        var table = TableReader.Read(file, null, null, cell => StatementCells.Heading.Contains(cell));
        table.Errors.ShouldBeEmpty();
        return [.. table.Rows.Skip(1).Select(row => (IReadOnlyList<string>)[.. row.Cells.Select(Formulas.Undefused), .. Enumerable.Repeat("", StatementCells.Heading.Count - row.Cells.Count)])];
    }
}
