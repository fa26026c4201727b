using System.Globalization;
using System.Text.RegularExpressions;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Statements;

namespace AttributionLedger.Spreadsheets.Cells;

/// <summary>One figure as a cell tells it. The time of the count is as it was written.</summary>
/// <param name="Most">The value again for an exact number; null for "at least".</param>
public sealed record FigureInCell(string Category, long Least, long? Most, string? AsOf);

/// <summary>Numbers in a cell: <c>killed 3; injured 10-15; missing 5+ (as of 2023-03-06)</c>.</summary>
public static partial class FigureCells
{
    /// <summary>All figures of a stance or a claim in one cell.</summary>
    public static string Write(IEnumerable<Figure> figures) => CellLists.Join(figures.Select(figure =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Category} {figure.Least}{(figure.Most is not { } most ? "+" : most == figure.Least ? "" : $"-{most}")}{(figure.AsOf is { } count ? $" (as of {count})" : "")}")));

    /// <summary>
    /// The figures that a cell lists; null for one that is none. The number may stand before what is counted (<c>3 killed</c>),
    /// after a colon, in the digits of any script, and with <c>at least</c> or <c>&gt;=</c> for an open end.
    /// </summary>
    public static IReadOnlyList<FigureInCell?> Read(string cell) => [.. CellLists.Split(cell).Where(part => part.Length > 0).Select(One)];

    private static FigureInCell? One(string written)
    {
        // The category is a text of the desk's, so only what stands around it is read in plain digits.
        var plain = Digits.Plain(Widths.Narrow(written));
        var match = After().Match(plain) is { Success: true } after ? after : Before().Match(plain);
        if (!match.Success || !long.TryParse(match.Groups["least"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var least)) return null;
        var open = match.Groups["open"].Success || match.Groups["over"].Success;
        long? most = open ? null : least;
        if (match.Groups["most"].Success)
        {
            if (open || !long.TryParse(match.Groups["most"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var end)) return null;
            most = end;
        }
        var category = match.Groups["category"];
        return new(written.Substring(category.Index, category.Length), least, most, match.Groups["asof"] is { Success: true } asOf ? asOf.Value : null);
    }

    private const string Number = @"(?<over>at least |>=\s?|≥\s?)?(?<least>\d+)(?:\s?(?:[-–—]|to)\s?(?<most>\d+)|(?<open>\s?\+))?";
    private const string Count = @"(?:\s*\(as of (?<asof>[^()]+)\))?$";

    [GeneratedRegex(@"^(?<category>\S.*?)\s*[:=]?\s+" + Number + Count, RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex("^" + Number + @"\s+(?<category>\S.*?)" + Count, RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
