using System.CommandLine;
using AttributionLedger.Importing;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Sheets;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

internal static class ImportCommand
{
    /// <summary>Errors that are printed; JSON has all that are listed.</summary>
    private const int Shown = 50;

    private static readonly Argument<string> Sheet = new("sheet") { Description = "The ledger sheet, a file of JSON Lines; - for standard input." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check every line and write nothing." };
    private static readonly Option<bool> Json = new("--json") { Description = "Report for programs." };
    private static readonly Option<string> User = new("--as") { Description = "Who logs; kept with every event.", DefaultValueFactory = _ => Environment.UserName };

    public static Command Create() => new Command("import", "Takes in a ledger sheet: all of it or, if one line is wrong, nothing.") { Sheet, DryRun, User, Json }.Does(async (parsed, ledger, ct) =>
    {
        ledger.TellWhereMissing();
        using var sheet = parsed.GetValue(Sheet) is "-" ? await SheetFile.SpoolAsync(Console.OpenStandardInput(), ct) : SheetFile.Open(parsed.GetRequiredValue(Sheet));
        ImportReport report;
        using (var progress = Terminal.Progress())
            report = await ledger.Import.RunAsync(sheet, parsed.GetValue(DryRun), parsed.GetRequiredValue(User),
                new Reporting<ImportProgress>(p => progress.Report($"{p.Phase}: {p.Done:N0} of {p.Total:N0}")), ct);

        if (parsed.GetValue(Json)) Terminal.WriteJson(report);
        else Print(sheet.Name, report, parsed.GetValue(DryRun));
        return report.IsRefused ? ExitCodes.Refused : ExitCodes.Done;
    });

    private static void Print(string name, ImportReport report, bool dryRun)
    {
        foreach (var notice in report.Notices.Take(Shown)) Terminal.Error(Text(name, notice));
        if (report.Noticed > Shown)
            Terminal.Error($"and {report.Noticed - Shown:N0} more that may be there already; --json has {(report.Noticed > report.Notices.Count ? $"the first {report.Notices.Count:N0}" : "them")}, and ledger duplicates lists those of an incident. [more-notices]");
        foreach (var error in report.Errors.Take(Shown)) Terminal.Error(Text(name, error));
        if (report.IsRefused)
        {
            if (report.Errors.Count > Shown) Terminal.Error($"and {report.Errors.Count - Shown:N0}{(report.Truncated ? " or more" : "")} that are not printed; --json has them. [more-errors]");
            Terminal.Error(report.New > 0
                ? $"The record changed while the sheet was being applied; {report.New:N0} entries are on record, the rest is not. Mend these lines and repeat. [record-changed]"
                : $"Nothing was written: {report.Errors.Count:N0} {(report.Errors.Count == 1 ? "error" : "errors")}{(report.Truncated ? " or more" : "")} in {name}. [sheet-refused]");
            return;
        }
        Terminal.Line(dryRun
            ? $"{name}: {report.Entries:N0} entries are sound; {report.New:N0} of them are new. Nothing was written."
            : $"{name}: {report.Entries:N0} entries, {report.New:N0} new, {report.OnRecord:N0} on record already, in {report.Incidents:N0} {(report.Incidents == 1 ? "incident" : "incidents")}.");
    }

    private static string Text(string name, ImportNotice notice) =>
        $"{name}, line {notice.Line}: {notice.Statement} may be {notice.Other}{(notice.OtherLine is { } line ? $" of line {line}" : ", which is on record")}: {notice.Why} [{Spelling.Spelt(notice.Code)}]";

    private static string Text(string name, SheetError error) =>
        $"{name}{(error.Line > 0 ? $", line {error.Line}" : "")}{(error.Field is null ? "" : $", {error.Field}")}: {error.Message} [{error.Code}]";
}
