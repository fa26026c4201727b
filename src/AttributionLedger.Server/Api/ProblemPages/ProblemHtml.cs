using System.Net;
using System.Text.RegularExpressions;
using AttributionLedger.Api.Answers;

namespace AttributionLedger.Api.ProblemPages;

/// <summary>Writes problems as pages for people.</summary>
internal static partial class ProblemHtml
{
    public const string Style = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; }
        h2 { font-size: 1.1rem; margin-top: 2rem; }
        code { font: .95em ui-monospace, monospace; }
        dt { font-weight: 600; margin-top: 1rem; }
        dd { margin: 0; }
        a:focus-visible { outline: 3px solid; outline-offset: 2px; }
        @media print { body { margin: 0; max-width: none; } nav { display: none; } h2 { break-after: avoid; } dt { break-after: avoid; } }
        """;

    public static string Of(ProblemTypeShape problem) => Page(problem.Title, $"""
        <nav><a href="{Problems.Path}">All problems</a></nav>
        <main>
        <h1>{Text(problem.Title)}</h1>
        <dl>
        <dt>Code</dt><dd><code>{Text(problem.Code)}</code></dd>
        <dt>About</dt><dd>{Text(problem.Area)}</dd>
        <dt>Status</dt><dd>{Status(problem)}</dd>
        <dt>What it means</dt><dd>{Text(problem.Meaning)}</dd>
        <dt>What to do</dt><dd>{Prose(problem.WhatToDo)}</dd>
        </dl>
        </main>
        """);

    public static string Of(IEnumerable<ProblemTypeShape> problems) => Page("Problems, and what to do", $"""
        <main>
        <h1>Problems, and what to do</h1>
        {string.Join('\n', problems.GroupBy(problem => problem.Area).Select(Area))}
        </main>
        """);

    private static string Area(IGrouping<string, ProblemTypeShape> area) => $"""
        <section><h2>{Text(area.Key)}</h2>
        <dl>
        {string.Join('\n', area.Select(problem => $"<dt><a href=\"{problem.Type}\"><code>{Text(problem.Code)}</code></a></dt><dd>{Prose(problem.WhatToDo)}</dd>"))}
        </dl></section>
        """;

    private static string Page(string title, string content) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Text(title)} - Attribution ledger</title><style>{Style}</style></head>
        <body>
        {content}
        </body>
        </html>
        """;

    private static string Status(ProblemTypeShape problem) => problem.Statuses.Count == 0 ? "none: only a sheet can have it" : string.Join(" or ", problem.Statuses);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Prose(string markdown) => Link().Replace(Code().Replace(Text(markdown), "<code>$1</code>"), "<a href=\"$2\">$1</a>");

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\[([^\]]+)\]\((/[a-z/.-]*)\)")]
    private static partial Regex Link();
}
