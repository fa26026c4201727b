using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Spreadsheets.Letters;
using CsvHelper;

namespace AttributionLedger.Spreadsheets.Writing;

/// <summary>
/// Rows as CSV (RFC 4180): commas, quotation marks where they are needed, carriage return and line feed behind each. Every
/// cell is defused, so that no spreadsheet runs what somebody said. It holds what was not taken yet, and no more.
/// </summary>
public sealed class CsvText : IDisposable
{
    /// <summary>The media type, with the parameter that says that the first row names the columns.</summary>
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    /// <summary>Bytes after which it is best taken: what a pipe or a connection takes at once.</summary>
    private const int Enough = 32 * 1024;

    private static readonly CsvWriterOptions Options = new()
    {
        Separator = ',', NewLine = "\r\n",
        // Without the mark spreadsheets read Arabic and Persian as if they were Western European.
        WriteByteOrderMark = true
    };

    private readonly MemoryStream bytes = new();
    private readonly CsvWriter rows;

    /// <summary>Begins a file with the names of its columns.</summary>
    public CsvText(IEnumerable<string> heading)
    {
        rows = CsvWriter.Create(bytes, Options, leaveOpen: true);
        Write(heading);
    }

    /// <summary>Whether as much is there as is best taken at once.</summary>
    public bool IsEnough => bytes.Length >= Enough;

    /// <summary>Adds a row, whose cells are in the order of the heading.</summary>
    public void Write(IEnumerable<string> cells)
    {
        foreach (var cell in cells.Select(Formulas.Defused)) rows.WriteField(cell, NeedsQuotes(cell) ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
        rows.EndRecord();
        rows.Flush();
    }

    /// <summary>What was written since it was taken last, in UTF-8.</summary>
    public byte[] Take()
    {
        var taken = bytes.ToArray();
        bytes.SetLength(0);
        return taken;
    }

    // Also where another program would cut the row at a separator of its own, or trim what is a part of the cell.
    private static bool NeedsQuotes(string cell) => cell is [var first, ..]
        && (cell.AsSpan().ContainsAny("\",;|\t\r\n") || Widths.IsBlank(first) || Widths.IsBlank(cell[^1]));

    /// <inheritdoc/>
    public void Dispose()
    {
        rows.Dispose();
        bytes.Dispose();
    }
}
