using System.Text.Json;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>A row as it was understood: the line of a ledger sheet that it became, or went into.</summary>
/// <param name="Entry">Null for a row about a source, of which nothing is repeated.</param>
public sealed record UnderstoodRow(int Row, JsonElement? Entry);

/// <summary>A spreadsheet in the words of a ledger sheet, and where each of its lines comes from.</summary>
public sealed class Translation
{
    // What is missing only because a row before it could not be read is no error of its own.
    private static readonly HashSet<string> Following = ["claim-unknown", "act-unknown", "party-unknown", "statement-unknown", SheetCodes.LabelSilent, SheetCodes.LabelUnknown];

    private readonly List<(byte[] Line, SheetOrigin Origin)> lines = [];
    private readonly Findings findings;

    internal Translation(Findings findings, int rows) => (this.findings, Rows) = (findings, rows);

    /// <summary>Rows that hold something, below the header.</summary>
    public int Rows { get; }

    public IReadOnlyList<RowError> Errors => [.. findings.Errors.OrderBy(error => error.Row)];
    public IReadOnlyList<Question> Questions => findings.Questions;
    public IReadOnlyList<TableNote> Notes => [.. findings.Notes.OrderBy(note => note.Row)];

    /// <summary>Whether every row could be translated. What the ledger says of the lines is another matter.</summary>
    public bool IsWhole => findings.Errors.Count == 0 && findings.Questions.Count == 0;

    /// <summary>The lines of the sheet, UTF-8 without their ends.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Lines => lines.Select(line => (ReadOnlyMemory<byte>)line.Line);

    internal void Add(byte[] line, SheetOrigin origin) => lines.Add((line, origin));

    /// <summary>The first statements as they were understood.</summary>
    public IEnumerable<UnderstoodRow> First(int count) => lines.Where(line => line.Origin.Entry == "statement").Take(count)
        .Select(line => new UnderstoodRow(line.Origin.Rows[0].Number, line.Origin.IsDiscreet ? null : JsonElement.Parse(line.Line)));

    /// <summary>The row that a line of the sheet was made from; 0 where it is of the file as a whole.</summary>
    public int RowOf(int line) => line >= 1 && line <= lines.Count ? lines[line - 1].Origin.Rows[0].Number : 0;

    /// <summary>What is wrong with a line of the sheet, as something wrong with a cell; null where a row that was refused already is the reason.</summary>
    public RowError? Explain(SheetError error)
    {
        if (error.Line < 1 || error.Line > lines.Count) return new(Place.File, error.Code, error.Message);
        if (!IsWhole && Following.Contains(error.Code)) return null;
        var origin = lines[error.Line - 1].Origin;
        var (row, column) = origin.Of(error.Field);
        // The sheet keeps silent of sources that it knows to be unnamed; the table knows of more that are to be protected.
        return new(column is { } one ? row.At(one) : row.At(Column.Statement) with { Column = null, Header = null }, error.Code,
            origin.IsDiscreet && !origin.IsLabelled ? "This was refused, and the row is about a source, so what stands there is not repeated. What the code means is listed with what to do." : error.Message,
            column is { } cell ? row.Shown(cell) : null);
    }
}
