using System.CommandLine;
using AttributionLedger.Composition;
using AttributionLedger.Importing;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Sheets;
using AttributionLedger.Store;
using AttributionLedger.Spreadsheets;
using AttributionLedger.Spreadsheets.Tables;

namespace AttributionLedger.CommandLine;

internal static class ImportCommand
{
    /// <summary>Errors that are printed; JSON has all that are listed.</summary>
    public const int Shown = 50;

    private static readonly Argument<string> File = new("file") { Description = "A ledger sheet (JSON Lines) or a spreadsheet (CSV, TSV and the like); - for standard input." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check every line or row and write nothing." };
    private static readonly Option<bool> Json = new("--json") { Description = "Report for programs." };
    private static readonly Option<string> User = new("--as") { Description = "Who logs; kept with every event.", DefaultValueFactory = _ => Environment.UserName };
    private static readonly Option<string?> Map = new("--map") { Description = "Of a spreadsheet: the file that says what its columns, dates, names and words mean." };
    private static readonly Option<bool> ShowMap = new("--show-map") { Description = "Of a spreadsheet: print the mapping as it is understood, with what is open as null, and write nothing." };
    private static readonly Option<string?> SaveMap = new("--save-map") { Description = "The same into a file." };
    private static readonly Option<bool> AsTable = new("--as-table") { Description = "It is a spreadsheet, whatever it looks like." };
    private static readonly Option<bool> AsSheet = new("--as-sheet") { Description = "It is a ledger sheet, whatever it looks like." };

    public static Command Create() => new Command("import", "Takes in a ledger sheet or a spreadsheet: all of it or, if one line is wrong, nothing.") { File, DryRun, User, Json, Map, ShowMap, SaveMap, AsTable, AsSheet }.Does(async (parsed, ledger, ct) =>
    {
        if (Misused(parsed) is { } misused)
        {
            Terminal.Error(misused);
            return ExitCodes.Usage;
        }
        ledger.TellWhereMissing();
        using var file = parsed.GetValue(File) is "-" ? await SheetFile.SpoolAsync(Console.OpenStandardInput(), ct) : SheetFile.Open(parsed.GetRequiredValue(File));
        return IsTable(parsed, file) ? await TakeInTableAsync(parsed, ledger, file, ct) : await TakeInSheetAsync(parsed, ledger, file, ct);
    });

    private static string? Misused(ParseResult parsed) =>
        parsed.GetValue(AsTable) && parsed.GetValue(AsSheet) ? "A file is a spreadsheet or a ledger sheet. Leave --as-table or --as-sheet out. [usage]"
        : parsed.GetValue(AsSheet) && HasMap(parsed) ? "A ledger sheet needs no mapping. Leave --as-sheet out, or --map, --show-map and --save-map. [usage]" : null;

    private static bool HasMap(ParseResult parsed) => parsed.GetValue(Map) is not null || parsed.GetValue(ShowMap) || parsed.GetValue(SaveMap) is not null;

    private static bool IsTable(ParseResult parsed, SheetFile file) =>
        !parsed.GetValue(AsSheet) && (parsed.GetValue(AsTable) || HasMap(parsed) || FileKinds.IsTable(parsed.GetRequiredValue(File), file.Start(FileKinds.Looked)));

    private static async Task<int> TakeInTableAsync(ParseResult parsed, Ledger ledger, SheetFile file, CancellationToken ct)
    {
        var mapping = parsed.GetValue(Map) is { } map ? await System.IO.File.ReadAllBytesAsync(map, ct) : null;
        var (isLook, user) = (parsed.GetValue(DryRun) || parsed.GetValue(ShowMap) || parsed.GetValue(SaveMap) is not null, parsed.GetRequiredValue(User));
        // One byte more than is taken tells a file that is too large.
        var content = file.Start(TableLimits.Bytes + 1);
        TableReportShape report;
        using (var progress = Terminal.Progress())
        {
            var reporting = Reporting(progress);
            report = isLook ? await ledger.Spreadsheets.LookAsync(content, mapping, reporting, ct) : await ledger.Spreadsheets.TakeInAsync(content, mapping, user, reporting, ct);
        }
        if (parsed.GetValue(SaveMap) is { } path) await System.IO.File.WriteAllTextAsync(path, report.Mapping.GetRawText() + "\n", ct);
        if (parsed.GetValue(ShowMap)) Terminal.WriteJson(report.Mapping);
        else if (parsed.GetValue(Json)) Terminal.WriteJson(report);
        if (!parsed.GetValue(Json)) TablePage.Print(file.Name, report, toldOnly: parsed.GetValue(ShowMap));
        return report.IsRefused ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static async Task<int> TakeInSheetAsync(ParseResult parsed, Ledger ledger, SheetFile sheet, CancellationToken ct)
    {
        ImportReport report;
        using (var progress = Terminal.Progress())
            report = await ledger.Import.RunAsync(sheet, parsed.GetValue(DryRun), parsed.GetRequiredValue(User), Reporting(progress), ct);

        if (parsed.GetValue(Json)) Terminal.WriteJson(report);
        else Print(sheet.Name, report, parsed.GetValue(DryRun));
        return report.IsRefused ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static Reporting<ImportProgress> Reporting(ProgressLine progress) => new(p => progress.Report($"{p.Phase}: {p.Done:N0} of {p.Total:N0}"));

    private static void Print(string name, ImportReport report, bool dryRun)
    {
        foreach (var notice in report.Notices.Take(Shown)) Terminal.Error(Text(name, notice));
        if (report.Noticed > Shown)
            Terminal.Error($"and {report.Noticed - Shown:N0} more that may be there already; --json has {(report.Noticed > report.Notices.Count ? $"the first {report.Notices.Count:N0}" : "them")}, and ledger duplicates lists those of an incident. [more-notices]");
        foreach (var error in report.Errors.Take(Shown)) Terminal.Error(Text(name, error));
        if (report.IsRefused)
        {
            TablePage.PrintRefusal(name, "sheet-refused", report.Errors.Count, report.Truncated, report.New);
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
