using System.CommandLine;
using System.Text.Json;
using AttributionLedger.Pages;
using AttributionLedger.RuleComparisons;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

internal static class RulesCommand
{
    private static readonly Argument<int> One = new("one") { Description = "The one version." };
    private static readonly Argument<int> Other = new("other") { Description = "The version that it is compared with." };
    private static readonly Option<string?> Incident = new("--incident") { Description = "Only this incident." };
    private static readonly Option<bool> Now = new("--now") { Description = "Compare what is read now, and not what was read after every entry." };
    private static readonly Option<bool> Json = new("--json") { Description = "For programs; of a comparison, an incident a line." };

    public static Command Create()
    {
        var command = new Command("rules", "Lists the versions of the rules by which a record is read.") { Compare() };
        command.Add(Json);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(Json)) Terminal.WriteJson(RulesComparer.All);
            else Terminal.Table(["Version", "", "In force"], RulesComparer.All.Rules.Select(rules => (IReadOnlyList<string>)[$"{rules.Version}", rules.Summary, rules.Version == RulesComparer.All.Current ? "yes" : ""]));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Compare() => new Command("compare", "Replays every incident under two versions, and lists where an attribution comes out otherwise.") { One, Other, Incident, Now, Json }.Does(async (parsed, ledger, ct) =>
    {
        var query = new RuleComparisonQuery(parsed.GetValue(One), parsed.GetValue(Other), parsed.GetValue(Incident), parsed.GetValue(Now));
        switch (await ledger.RulesComparer.CompareAsync(query, ct))
        {
            case Answer<IAsyncEnumerable<RuleComparisonShape>>.Refused { Rejection: var rejection }: return MomentOptions.Refuse(rejection);
            case Answer<IAsyncEnumerable<RuleComparisonShape>>.Given { Shape: var comparisons }:
                await PrintAsync(comparisons, parsed.GetValue(Json), ct);
                break;
        }
        return ExitCodes.Done;
    });

    private static async Task PrintAsync(IAsyncEnumerable<RuleComparisonShape> comparisons, bool asJson, CancellationToken ct)
    {
        var (incidents, flipped, flips, counts) = (0, 0, 0, 0);
        await using var output = Console.OpenStandardOutput();
        using var progress = Terminal.Progress();
        await foreach (var comparison in comparisons.WithCancellation(ct))
        {
            (incidents, flipped, flips, counts) = (incidents + 1, flipped + (comparison.Flips.Count > 0 ? 1 : 0), flips + comparison.Flips.Count(flip => flip.Flip), counts + comparison.Flips.Count(flip => !flip.Flip));
            progress.Report($"{incidents} incidents compared");
            if (asJson) await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(comparison, ShapeJson.Options).Append((byte)'\n').ToArray(), ct);
            else if (comparison.Flips.Count > 0) Print(comparison);
        }
        progress.Dispose();
        if (!asJson) Terminal.Line(flipped == 0 ? $"{incidents} incidents compared; no attribution comes out otherwise." : $"{incidents} incidents compared; {flipped} read otherwise, with {flips} flips and {counts} other counts.");
    }

    private static void Print(RuleComparisonShape comparison)
    {
        Terminal.Line($"{comparison.Incident}  {comparison.Headline}", strong: true);
        Terminal.Table(["Of", "", $"Rules {comparison.One}", $"Rules {comparison.Other}", "From", "Until"], comparison.Flips.Select(flip => (IReadOnlyList<string>)
        [
            $"{flip.Actor?.Name ?? flip.Claim ?? "status"}{(flip.Act is { } act ? $" (for {act})" : "")}", flip.Flip ? "flip" : "count", flip.One?.Phrase ?? "-", flip.Other?.Phrase ?? "-",
            Terminal.Time(flip.Since, comparison.Zone), flip.Until is { } until ? Terminal.Time(until, comparison.Zone) : "still"
        ]));
        if (comparison.LeftOut > 0) Terminal.Line($"and {comparison.LeftOut} more flips");
    }
}
