using System.Diagnostics;
using AttributionLedger.Importing;

namespace AttributionLedger.Benchmarks;

/// <summary>A sheet of so many statements in a fortieth as many incidents, from an empty ledger to views that are up to date.</summary>
internal static class ImportBench
{
    public static async Task<int> RunAsync(int statements)
    {
        await using var scratch = await Scratch.StartAsync();
        var path = Path.GetTempFileName();
        MadeUp.Write(path, statements, Math.Max(1, statements / 40));
        using var sheet = SheetFile.Open(path);
        var watch = Stopwatch.StartNew();
        var report = await scratch.Ledger.Import.RunAsync(sheet, dryRun: false, "bench", new Progress<ImportProgress>(), CancellationToken.None);
        watch.Stop();
        File.Delete(path);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"import  {statements:N0} statements, {report.Incidents:N0} incidents, {report.New:N0} entries: {watch.Elapsed.TotalSeconds:F1} s, peak {self.PeakWorkingSet64 / 1_000_000} MB, {report.Errors.Count} errors");
        return report.Errors.Count == 0 ? 0 : 1;
    }
}
