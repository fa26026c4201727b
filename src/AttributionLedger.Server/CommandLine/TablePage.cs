using AttributionLedger.Spreadsheets;
using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.CommandLine;

/// <summary>What came of a spreadsheet, for people.</summary>
internal static class TablePage
{
    /// <param name="toldOnly">Something else has standard output, so that only what is wrong or asked is told.</param>
    public static void Print(string name, TableReportShape report, bool toldOnly)
    {
        foreach (var note in report.Notes.Take(ImportCommand.Shown)) Console.Error.WriteLine($"{name}{(note.Row > 0 ? $", row {note.Row}" : "")}{(note.Column is { } column ? $", {column}" : "")}: {note.Message} [{note.Code}]");
        foreach (var question in report.Questions.Take(ImportCommand.Shown)) Terminal.Error(Text(name, question));
        foreach (var error in report.Errors.Take(ImportCommand.Shown)) Terminal.Error(Text(name, error));
        if (report.IsRefused)
        {
            if (report.Questions.Count > 0)
                Terminal.Error($"{report.Questions.Count:N0} {(report.Questions.Count == 1 ? "question is" : "questions are")} to be answered in a mapping: ledger import {name} --save-map map.json writes one to fill in, and --map map.json reads it. [questions]");
            if (report.Errors.Count > 0) PrintRefusal(name, "table-refused", report.Errors.Count, report.Truncated, report.New);
            else Terminal.Error($"Nothing was written of {name}. [table-refused]");
            return;
        }
        if (toldOnly) return;
        if (report.DryRun) PrintColumns(report);
        Terminal.Line(report.DryRun
            ? $"{name}: {report.Rows:N0} rows in {report.Encoding} are sound, {report.Entries:N0} entries; {report.New:N0} of them are new. Nothing was written."
            : $"{name}: {report.Rows:N0} rows, {report.Entries:N0} entries, {report.New:N0} new, {report.OnRecord:N0} on record already, in {report.Incidents:N0} {(report.Incidents == 1 ? "incident" : "incidents")}.");
    }

    /// <summary>What it means that something was refused.</summary>
    /// <param name="written">Entries that are on record all the same.</param>
    public static void PrintRefusal(string name, string code, int errors, bool truncated, int written)
    {
        if (errors > ImportCommand.Shown) Terminal.Error($"and {errors - ImportCommand.Shown:N0}{(truncated ? " or more" : "")} that are not printed; --json has them. [more-errors]");
        Terminal.Error(written > 0
            ? $"The record changed while the sheet was being applied; {written:N0} entries are on record, the rest is not. Mend these lines and repeat. [record-changed]"
            : $"Nothing was written: {errors:N0} {(errors == 1 ? "error" : "errors")}{(truncated ? " or more" : "")} in {name}. [{code}]");
    }

    private static void PrintColumns(TableReportShape report) =>
        Terminal.Table(["Column", "Heading", "Means"], report.Columns.Select(column => (IReadOnlyList<string>)[column.Column, column.Heading, column.Means ?? "?"]));

    private static string Text(string name, RowError error) =>
        $"{At(name, error.Row, error.Line, error.Column, error.Header)}{(error.Value is { } value ? $" ({value})" : "")}: {error.Message} [{error.Code}]";

    private static string Text(string name, Question question) =>
        $"{At(name, question.Row, question.Line, question.Column, question.Header)}{(question.Rows > 1 ? $", and {question.Rows - 1:N0} more" : "")}{(question.Written is { } written ? $" ({written})" : "")}: {question.Message}"
        + $"{string.Concat(question.Candidates.Select(candidate => $" {candidate.Id} is {candidate.Name} ({candidate.Why})."))} [asked-{question.Kind}]";

    private static string At(string name, int row, int line, string? column, string? header) =>
        $"{name}{(row > 0 ? $", row {row}" : "")}{(line > row && row > 0 ? $" (line {line})" : "")}{(column is not null ? $", {column}" : "")}{(header is not null ? $" {header}" : "")}";
}
