using System.Text;
using AttributionLedger.Spreadsheets.Outcomes;
using CsvHelper;

namespace AttributionLedger.Spreadsheets.Tables;

/// <summary>Reads the bytes of a file into rows of cells.</summary>
public static class TableReader
{
    /// <summary>The encodings that a mapping may name.</summary>
    public static IReadOnlyList<string> EncodingNames => Encodings.Names;

    /// <summary>The encoding that one of its registered names means, as HTTP gives it; null where it means none that is understood.</summary>
    public static string? EncodingNamed(string name) => Encodings.Named(name);

    /// <summary>The encoding that the byte order mark of a file tells; null where it has none.</summary>
    public static string? EncodingMarked(ReadOnlySpan<byte> file) => Encodings.Marked(file);

    /// <summary>The separators that are looked for.</summary>
    public const string Separators = ",;\t|";

    // What became of é, ’, “ and of Arabic.
    private static readonly string[] Misread = ["\u00c3\u00a9", "\u00e2\u20ac\u2122", "\u00e2\u20ac\u0153", "\u00d8\u00a7\u00d9"];

    /// <summary>Reads a file. Never throws on what it holds: what is wrong with it as a whole is an error of the outcome.</summary>
    /// <param name="encoding">What the mapping says of it; null to find out. A byte order mark knows better.</param>
    /// <param name="separator">What the mapping says of it; null to find out.</param>
    /// <param name="isHeading">Whether a cell heads a column, which tells separators apart.</param>
    public static Table Read(byte[] file, string? encoding, char? separator, Func<string, bool> isHeading)
    {
        if (file.Length > TableLimits.Bytes)
            return Refused(new(Place.File, TableCodes.TooLarge, $"This file has {file.Length} bytes, and at most {TableLimits.Bytes} are taken at once, for a table is held in memory whole. Cut it in two between two incidents; each part keeps the header."));
        var read = Encodings.Read(file, encoding);
        if (read.Text is not { } text) return Refused(read.Error!);
        var notes = read.Note is { } note ? new List<TableNote> { note } : [];
        if (text.Contains('\ufffd'))
            notes.Add(new(0, null, "text-lost", "This file holds the sign \ufffd, which stands where a program lost a letter. The letter cannot be had from this file; look for one that was saved earlier."));
        if (Misread.Any(text.Contains))
            notes.Add(new(0, null, "text-misread", "This file holds letters such as those that come of reading UTF-8 in another encoding (\u00c3\u00a9 for \u00e9). If they are wrong in the spreadsheet too, import its source there again as UTF-8 before it is taken in here."));

        var (from, hint, refusal) = Hint(text);
        if (refusal is not null) return Refused(refusal);
        var chosen = hint ?? separator ?? SeparatorOf(text[from..Math.Min(text.Length, from + 64 * 1024)], isHeading);
        var errors = new List<RowError>();
        var rows = Rows(text[from..], chosen, from == 0 ? 1 : 2, errors).ToList();
        if (errors.Count == 0 && rows.Count == 0) errors.Add(new(Place.File, TableCodes.Empty, "This file holds no row with anything in it. Was it saved before the cells were filled?"));
        return new(read.Encoding, chosen.ToString(), rows, errors, notes);

        static Table Refused(RowError error) => new(null, null, [], [error], []);
    }

    /// <summary>The line <c>sep=;</c> that spreadsheets write for each other, which they neither show nor count.</summary>
    private static (int From, char? Separator, RowError? Refusal) Hint(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var found ? found : text.Length;
        var line = text[..end].Trim('"');
        if (!line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return (0, null, null);
        end += text.AsSpan(end).StartsWith("\r\n") ? 2 : end < text.Length ? 1 : 0;
        return line is [_, _, _, _, var separator] && IsSeparator(separator) ? (end, separator, null)
            : (end, null, new(new(0, 1), TableCodes.SeparatorNotTaken, "The first line says sep= and then no separator that can be used. Write one of comma, semicolon, tab and | after it, or take the line out."));
    }

    /// <summary>Whether a character may stand between cells.</summary>
    public static bool IsSeparator(char c) => c is '\t' || (c is > ' ' and < '\u007f' && !char.IsLetterOrDigit(c) && c is not ('"' or '\''));

    /// <summary>The separator with which most headings are found; where none is, the one that cuts the first rows most evenly.</summary>
    private static char SeparatorOf(string start, Func<string, bool> isHeading) => Separators.Select(separator =>
    {
        var rows = Rows(start, separator, 1, []).Take(TableLimits.HeaderSearch).ToList();
        var headings = rows.Select(row => row.Cells.Count(isHeading)).DefaultIfEmpty().Max();
        var widths = rows.GroupBy(row => row.Cells.Count).Where(width => width.Key > 1).Select(width => width.Count() * 100 + Math.Min(width.Key, 99)).DefaultIfEmpty().Max();
        return (separator, headings, widths);
    }).OrderByDescending(tried => tried.headings).ThenByDescending(tried => tried.widths).First().separator;

    private static IEnumerable<TableRow> Rows(string text, char separator, int firstLine, List<RowError> errors)
    {
        // A tab is then no blank around a cell but the end of it.
        var options = new CsvReaderOptions { Separator = separator, HasHeader = false, SkipEmptyLines = false, TrimWhitespace = true, WhitespaceCharacters = " ", TrackLineNumbers = true };
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text), options);
        var number = 0;
        while (reader.Read())
        {
            var place = new Place(++number, (int)reader.LineNumber + firstLine - 1);
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader, i, place, errors)).ToList();
            // Spreadsheets write the columns to their right edge, however many of them are empty.
            cells.RemoveRange(cells.FindLastIndex(cell => cell != "") + 1, cells.Count - cells.FindLastIndex(cell => cell != "") - 1);
            if (cells.Count > TableLimits.Columns)
            {
                errors.Add(new(place, TableCodes.TooManyColumns, $"This row has {cells.Count} cells, and at most {TableLimits.Columns} columns are taken. Is a line break missing, or is the separator another one?"));
                yield break;
            }
            var row = new TableRow(place.Row, place.Line, cells);
            if (row.IsBlank) continue;
            if (number > TableLimits.Rows)
            {
                errors.Add(new(place, TableCodes.TooManyRows, $"This file has more than {TableLimits.Rows} rows, which are the most that are taken at once. Cut it in two between two incidents; each part keeps the header."));
                yield break;
            }
            yield return row;
        }
    }

    private static string Cell(CsvReader reader, int index, Place row, List<RowError> errors)
    {
        var raw = reader.GetRawSpan(index);
        var place = row with { Column = Place.Letters(index) };
        if (raw.TrimStart((byte)' ') is [(byte)'"', .. var rest])
        {
            var after = AfterClosing(rest);
            if (after < 0)
                errors.Add(new(place, TableCodes.QuoteUnclosed, "This cell begins with a quotation mark, and none closes it, so that all that follows seems to belong to it. Close it, or write a quotation mark that belongs to the text twice and the whole cell between two more."));
            else if (!rest[after..].Trim((byte)' ').IsEmpty)
                errors.Add(new(place, TableCodes.QuoteMisplaced, "This cell goes on after its closing quotation mark. Put the whole cell between quotation marks, and write those that belong to the text twice: \"\"\"Never\"\", he said\"."));
            else return Short(reader.GetString(index), place, errors);
            return "";
        }
        // Blanks around a cell without quotation marks belong to it as far as anybody knows.
        return Short(Encoding.UTF8.GetString(raw), place, errors);
    }

    private static string Short(string cell, Place place, List<RowError> errors)
    {
        if (cell.Length <= TableLimits.Cell) return cell;
        errors.Add(new(place, TableCodes.CellTooLong, $"This cell has {cell.Length} characters, and at most {TableLimits.Cell} are taken, twice the longest words of a statement. Is a quotation mark missing? A long document belongs in the evidence."));
        return "";
    }

    /// <summary>Where a cell goes on after the quotation mark that closes it; -1 where none does.</summary>
    private static int AfterClosing(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i < rest.Length; i++)
            if (rest[i] != '"') continue;
            else if (i + 1 < rest.Length && rest[i + 1] == '"') i++;
            else return i + 1;
        return -1;
    }
}
