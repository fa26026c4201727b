using System.Diagnostics;
using AttributionLedger.Basics;
using AttributionLedger.Importing;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Benchmarks;

/// <summary>
/// What it costs to log one statement into an incident of 10 and of 10,000, in turn, in rounds of one run: only the ratio
/// means anything. The small arm has many incidents, so that they stay small.
/// </summary>
internal static class LoggingBench
{
    private const int Small = 10, Large = 10_000, PerRound = 100, Rounds = 7;

    public static async Task<int> RunAsync()
    {
        await using var scratch = await Scratch.StartAsync();
        await FillAsync(scratch, Small * PerRound, PerRound, name => name.Replace("incident-", "small-"));
        await FillAsync(scratch, Large, 1, name => name.Replace("incident-0", "large"));

        var ratios = new List<double>();
        await RoundAsync(scratch, 0, PerRound);
        for (var round = 1; round <= Rounds; round++)
        {
            var (small, large) = await RoundAsync(scratch, round, PerRound);
            ratios.Add(large / small);
            Console.WriteLine($"round {round}: {Small} statements {small:F2} ms, {Large:N0} statements {large:F2} ms, ratio {large / small:F2}");
        }
        ratios.Sort();
        Console.WriteLine($"logging  median ratio {ratios[Rounds / 2]:F2} (from {ratios[0]:F2} to {ratios[^1]:F2})");
        return 0;
    }

    private static async Task FillAsync(Scratch scratch, int statements, int incidents, Func<string, string> named)
    {
        var path = Path.GetTempFileName();
        MadeUp.Write(path, statements, incidents);
        await File.WriteAllTextAsync(path, named(await File.ReadAllTextAsync(path)));
        using var sheet = SheetFile.Open(path);
        var report = await scratch.Ledger.Import.RunAsync(sheet, dryRun: false, "bench", new Progress<ImportProgress>(), CancellationToken.None);
        if (report.IsRefused) throw new InvalidOperationException(report.Errors[0].Message);
        File.Delete(path);
    }

    /// <summary>Milliseconds per statement, medians, the two arms in turn statement by statement.</summary>
    private static async Task<(double Small, double Large)> RoundAsync(Scratch scratch, int round, int count)
    {
        var (small, large) = (new List<double>(), new List<double>());
        for (var n = 0; n < count; n++)
        {
            small.Add(await LogAsync(scratch, $"small-{n % PerRound}", $"r{round}-{n}", n));
            large.Add(await LogAsync(scratch, "large", $"r{round}-{n}", n));
        }
        return (Median(small), Median(large));
    }

    private static async Task<double> LogAsync(Scratch scratch, string incident, string id, int n)
    {
        var said = ((WorldTimeReading.Read)WorldTime.Read("2024-04-22", "Asia/Baghdad")).Time;
        var command = new LogStatement(EntryId.Of(id), new Statement([PartyId.Of($"p{n % MadeUp.Parties}")], said, new Terms(GroundRule.OnTheRecord), Setting.NotRecorded,
            new Words(WordsForm.Verbatim, "Some words that somebody said about it.")), [new Stance(StanceKind.Asserts, ClaimId.Of($"c{n % MadeUp.Claims}"))]);
        var watch = Stopwatch.StartNew();
        var outcome = (await scratch.Ledger.Desk.EnterAsync([new(IncidentId.Of(incident), [command], "bench")], CancellationToken.None))[0][0];
        if (!outcome.IsNew) throw new InvalidOperationException("The statement was not logged.");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
