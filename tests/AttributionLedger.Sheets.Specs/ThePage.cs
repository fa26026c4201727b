using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Times;
using Shouldly;
using Xunit;

namespace AttributionLedger.Sheets.Specs;

public partial class ThePage
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    /// <summary>The example lines, numbered by where they stand among the examples.</summary>
    internal static IEnumerable<(int Number, string Text)> Examples() => Fence().Matches(Page)
        .SelectMany(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select((line, i) => (i + 1, line));

    [Fact]
    public void holds_examples_that_the_domain_takes_in_their_order()
    {
        var ledger = new LedgerInMemory();
        ledger.Take(Examples()).ShouldBeEmpty();
        ledger.Take(Examples()).ShouldBeEmpty();
    }

    [Fact]
    public void has_an_example_of_every_entry() =>
        LedgerSheetSchema.Kinds.Except(Examples().Select(line => SheetLine.Peek(System.Text.Encoding.UTF8.GetBytes(line.Text)).Kind)).ShouldBeEmpty();

    [Fact]
    public void begins_with_a_first_statement_in_five_lines() =>
        Fence().Match(Page).Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5);

    [Fact]
    public void lists_every_code_that_a_line_can_be_refused_with()
    {
        var codes = typeof(SheetCodes).GetFields().Concat(typeof(TimeCodes).GetFields()).Select(field => (string)field.GetValue(null)!)
            .Where(code => !code.StartsWith("moment-", StringComparison.Ordinal)).Concat(CodesOfTheDomain()).Distinct().Order(StringComparer.Ordinal);
        CodeRow().Matches(Page).Select(row => row.Groups["code"].Value).Order(StringComparer.Ordinal).ShouldBe(codes);
    }

    // The codes stand in the domain's decisions and nowhere else, so they are looked for in its text.
    private static IEnumerable<string> CodesOfTheDomain([CallerFilePath] string here = "")
    {
        var domain = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "AttributionLedger.Domain");
        return new[] { "Basics", "Incidents", "Parties" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(domain, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Code().Matches(File.ReadAllText(file))).Select(match => match.Groups["code"].Value)
            // These are put together from the kind of the entry.
            .Concat(["statement-unknown", "request-unknown", "evidence-unknown", "publication-unknown"]);
    }

    [GeneratedRegex("^```jsonl\n(?<lines>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\| `(?<code>[a-z][a-z0-9-]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeRow();

    [GeneratedRegex("""new( Rejection)?\("(?<code>[a-z0-9-]+)", """, RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
