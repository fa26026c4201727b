using System.CommandLine;
using AttributionLedger.Backups;

namespace AttributionLedger.CommandLine;

internal static class BackupCommand
{
    private static readonly Argument<string> Target = new("file") { Description = "Where to write it; - for standard output." };
    private static readonly Option<bool> Force = new("--force") { Description = "Put it in the place of a file that is there." };
    private static readonly Option<bool> Json = new("--json") { Description = "Report for programs." };

    public static Command Create() => new Command("backup", "Writes all that is on record into one file, while others go on logging.") { Target, Force, Json }.Does(async (parsed, ledger, ct) =>
    {
        var name = parsed.GetRequiredValue(Target);
        BackupReport report;
        using (var progress = Terminal.Progress())
        {
            var told = new Reporting<long>(done => progress.Report($"backing up: {done:N0} events"));
            report = name == "-" ? await WriteOutAsync(ledger.Backup, told, ct)
                : await WholeFile.WriteAsync(name, parsed.GetValue(Force), file => ledger.Backup.WriteAsync(file, told, ct));
        }
        if (name == "-") return ExitCodes.Done;
        if (parsed.GetValue(Json)) Terminal.WriteJson(report);
        else Terminal.Line($"{Path.GetFileName(name)}: {report.Events:N0} events of {report.Streams:N0} streams. Keep it as you keep the ledger.");
        return ExitCodes.Done;
    });

    private static async Task<BackupReport> WriteOutAsync(LedgerBackup backup, IProgress<long> progress, CancellationToken ct)
    {
        await using var output = Console.OpenStandardOutput();
        return await backup.WriteAsync(output, progress, ct);
    }
}
