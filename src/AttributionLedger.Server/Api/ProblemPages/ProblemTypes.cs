using System.Text.RegularExpressions;
using AttributionLedger.Api.Answers;

namespace AttributionLedger.Api.ProblemPages;

/// <summary>
/// Every kind of problem, read from the tables of the pages that list them: that of the sheet, whose codes bodies have too, that
/// of the spreadsheet, and that of this API, which names the status of each.
/// </summary>
public static partial class ProblemTypes
{
    private const string SheetPage = "problems/sheet.md", SpreadsheetPage = "problems/spreadsheet.md", HttpPage = "problems/http.md";

    /// <summary>What only a file with several lines can have.</summary>
    private static readonly string[] SheetOnly = ["sheet-", "line-", "label-repeated", "label-unknown", "label-silent", "entry-kind-unknown"];

    private static readonly IReadOnlyDictionary<string, ProblemTypeShape> ByCode =
        Rows(SheetPage).Select(row => ProblemTypeShape.Of(row.Code, row.Area, SheetOnly.Any(only => row.Code.StartsWith(only, StringComparison.Ordinal)) ? [] : Statuses.All(row.Code), row.WhatToDo))
            .Concat(Rows(SpreadsheetPage).Select(row => ProblemTypeShape.OfSpreadsheet(row.Code, row.Area, row.WhatToDo)))
            .Concat(Rows(HttpPage).Select(row => ProblemTypeShape.Of(row.Code, row.Area, row.Statuses, row.WhatToDo)))
            .ToDictionary(problem => problem.Code);

    public static IReadOnlyCollection<ProblemTypeShape> All => [.. ByCode.Values];

    public static ProblemTypeShape? Of(string code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<(string Code, string Area, IReadOnlyList<int> Statuses, string WhatToDo)> Rows(string page)
    {
        using var reader = new StreamReader(typeof(ProblemTypes).Assembly.GetManifestResourceStream(page) ?? throw new InvalidOperationException($"{page} is missing from the assembly."));
        var area = "";
        while (reader.ReadLine() is { } line)
            if (Heading().Match(line) is { Success: true } heading) area = heading.Groups["area"].Value;
            // A table above the first of them is of something else.
            else if (area.Length > 0 && Row().Match(line) is { Success: true } row)
                yield return (row.Groups["code"].Value, area, [.. row.Groups["status"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)], row.Groups["advice"].Value);
    }

    [GeneratedRegex("^### (?<area>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| `(?<code>[a-z][a-z0-9-]+)` \| ((?<status>[0-9, ]+) \| )?(?<advice>.+) \|$", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
