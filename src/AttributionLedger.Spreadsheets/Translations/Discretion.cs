using System.Text.RegularExpressions;
using AttributionLedger.Basics;
using AttributionLedger.Scripts;
using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Spreadsheets.Vocabularies;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>Which rows are about somebody who must not be named, well written or not.</summary>
internal static partial class Discretion
{
    /// <summary>Whether a row is about a source that is not named, or about one who spoke on terms that protect.</summary>
    public static bool Protects(RowCells row) =>
        IsDescribed(row) || HasTermsThatProtect(row)
        || new[] { Column.By, Column.ById, Column.RaisedBy, Column.Channel }.Any(column => row.Text(column) is { } cell && CellLists.Split(cell).Any(name =>
            Label(name) is not null || name.StartsWith(Identity.MintedPrefix, StringComparison.Ordinal) || (column == Column.By && DescribesASource(name))));

    /// <summary>
    /// Whether the speakers of a statement are not to be named: by its terms or, unless these say that it is on the record or
    /// out already, by its description. What comes through the channel of a source is described for the channel.
    /// </summary>
    public static bool ProtectsSpeakers(StatementRows statement)
    {
        if (IsLabelled(statement.With(Column.Channel), Column.Channel)) return false;
        return statement.Rows.Any(HasTermsThatProtect) || (statement.Rows.Any(IsDescribed) && Terms(statement.With(Column.Terms)) is not ("on-the-record" or "as-published"));
    }

    private static bool IsDescribed(RowCells row) => row.Text(Column.Description) is not null;

    private static bool HasTermsThatProtect(RowCells row) =>
        Terms(row) is not (null or "on-the-record" or "as-published" or "not-stated")
        || (row.Text(Column.Terms) is { } written && written.Contains("record", StringComparison.OrdinalIgnoreCase) && written.Contains("off", StringComparison.OrdinalIgnoreCase));

    private static string? Terms(RowCells row) => row.Text(Column.Terms) is { } terms ? row.Mean(Column.Terms, terms) : null;

    /// <summary>Whether a row speaks of a source by a label, as it should.</summary>
    public static bool IsLabelled(RowCells row) => new[] { Column.By, Column.RaisedBy, Column.Channel }.Any(column => IsLabelled(row, column));

    private static bool IsLabelled(RowCells row, Column column) => row.Text(column) is { } cell && CellLists.Split(cell).Any(name => Label(name) is not null);

    /// <summary>The label that is meant, in the one spelling that a sheet takes; null where none is.</summary>
    public static string? Label(string name) => Digits.Plain(Widths.Narrow(Widths.Trimmed(name))) is ['?' or '\u061F', .. var number] ? $"?{number.Trim()}" : null;

    /// <summary>Whether a name is rather what people write where they do not name a source.</summary>
    public static bool DescribesASource(string name) => Source().IsMatch(Folding.Plain(name));

    [GeneratedRegex(@"^(?:(?:a|an|one|two|three|several|some|senior|another|un|une|des|ein|eine|einem|uno|una|unos|unas) .+|.*(?:anonym|unnamed|undisclosed|unidentified|not named|name withheld|confidential|whistleblower|familiar with).*|(?:.* )?(?:sources?|insiders?|quellen?|fuentes?|officials?|مصدر|مصادر|منبع|منابع|источник|источники|מקור|מקורות|消息人士|知情人士)(?: .*)?|.*(?:رفض الكشف|لم يذكر اسمه|که نخواست|на условиях анонимности|匿名).*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Source();
}
