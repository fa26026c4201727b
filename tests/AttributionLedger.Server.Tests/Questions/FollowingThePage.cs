using System.Text.RegularExpressions;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Questions;

/// <summary>The page that explains the two clocks, word for word.</summary>
public partial class FollowingThePage(SampleApi api) : IClassFixture<SampleApi>
{
    [Fact]
    public async Task gives_what_it_says()
    {
        var sections = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "pages", "attribution.md"))).ReplaceLineEndings("\n").Split("\n## ").Where(section => section.Contains("curl")).ToList();
        sections.Count.ShouldBe(3);
        foreach (var section in sections)
        {
            var (address, command) = (Address().Match(section).Groups[1].Value, Command().Match(section).Groups[1].Value);
            Parameters(command).ShouldBe(Parameters(address), "the command and the address ask the same");
            var told = new Told(await api.Host.GetAsync(address));
            Answer().Matches(section).Select(answer => answer.Groups[1].Value).ShouldBeSubsetOf([told.Status!, .. told.Standings, .. told.Casualties], section);
        }
    }

    // Of either way of asking the values: clock and moments, which the command names after the options.
    private static IEnumerable<string> Parameters(string asked) => Value().Matches(Uri.UnescapeDataString(asked)).Select(value => value.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("curl 'http://127.0.0.1:4380([^']+)'")]
    private static partial Regex Address();

    [GeneratedRegex(@"ops/ledger (state .+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<=^|\n)- (.+)")]
    private static partial Regex Answer();

    [GeneratedRegex(@"noted|2023-[^ &]+")]
    private static partial Regex Value();
}
