using System.CommandLine;
using AttributionLedger.Backups;

namespace AttributionLedger.CommandLine;

internal static class RestoreCommand
{
    private static readonly Argument<string> Source = new("file") { Description = "What ledger backup wrote; - for standard input." };
    private static readonly Option<bool> Json = new("--json") { Description = "Report for programs." };

    public static Command Create() => new Command("restore", "Puts a backup into a ledger that holds nothing yet: all of it or nothing, and verifies it.") { Source, Json }.Does(async (parsed, ledger, ct) =>
    {
        var name = parsed.GetRequiredValue(Source);
        await using var file = name == "-" ? await WholeFile.SpoolAsync(Console.OpenStandardInput(), ct) : WholeFile.Open(name);
        RestoreReport report;
        using (var progress = Terminal.Progress())
            report = await ledger.Restore.RunAsync(file, new Reporting<RestoreProgress>(p => progress.Report($"{p.Phase}: {p.Done:N0}")), ct);
        if (parsed.GetValue(Json)) Terminal.WriteJson(report);
        else Print(report);
        return report.Verification.Differences.Count == 0 ? ExitCodes.Done : ExitCodes.Refused;
    });

    private static void Print(RestoreReport report)
    {
        Terminal.Line($"{report.Events:N0} events of {report.Streams:N0} streams are restored, as they stood at {report.Made:yyyy-MM-dd HH:mm:ss} UTC.");
        VerifyCommand.Print(report.Verification);
    }
}
