using System.CommandLine;
using AttributionLedger.Backups;
using AttributionLedger.Exporting;

namespace AttributionLedger.CommandLine;

internal static class ExportCommand
{
    private static readonly Argument<string> Target = new("file") { Description = "Where to write it; - for standard output, which is also the default.", DefaultValueFactory = _ => "-" };
    private static readonly Option<string[]> Only = new("--incident") { Description = "An incident to write; may be said several times. Without it all are written.", DefaultValueFactory = _ => [] };
    private static readonly Option<bool> Force = new("--force") { Description = "Put it in the place of a file that is there." };
    private static readonly Option<bool> Json = new("--json") { Description = "Report for programs; with a file only." };

    public static Command Create() => new Command("export", "Writes what may be published as a ledger sheet, which another ledger can import.") { Target, Only, Force, Json }.Does(async (parsed, ledger, ct) =>
    {
        var (name, only) = (parsed.GetRequiredValue(Target), (parsed.GetValue(Only) ?? []).ToHashSet());
        ExportReport? report;
        string? unknown;
        using (var progress = Terminal.Progress())
        {
            var told = new Reporting<int>(done => progress.Report($"exporting: {done:N0} incidents"));
            (report, unknown) = name == "-" ? await WriteOutAsync(ledger.Export, only, told, ct)
                : await WholeFile.WriteAsync(name, parsed.GetValue(Force), file => ledger.Export.WriteAsync(only, file, told, ct), made => made.Report is not null);
        }
        if (report is null)
        {
            Terminal.Error($"No incident {unknown} is on record. Nothing was written. [incident-unknown]");
            return ExitCodes.NotFound;
        }
        if (name == "-") return ExitCodes.Done;
        if (parsed.GetValue(Json)) Terminal.WriteJson(report);
        else Terminal.Line($"{Path.GetFileName(name)}: {report.Entries:N0} entries, {report.Incidents:N0} {(report.Incidents == 1 ? "incident" : "incidents")}, as they may be published.");
        return ExitCodes.Done;
    });

    private static async Task<(ExportReport?, string?)> WriteOutAsync(SheetExport export, IReadOnlySet<string> only, IProgress<int> progress, CancellationToken ct)
    {
        await using var output = Console.OpenStandardOutput();
        return await export.WriteAsync(only, output, progress, ct);
    }
}
