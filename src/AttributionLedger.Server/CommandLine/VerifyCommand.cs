using System.CommandLine;
using AttributionLedger.Verification;

namespace AttributionLedger.CommandLine;

internal static class VerifyCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    public static Command Create() => new Command("verify", "Folds every event anew, compares the outcome with every stored view, and says what differs.") { Json }.Does(async (parsed, ledger, ct) =>
    {
        ledger.TellWhereMissing();
        VerificationReport report;
        using (var progress = Terminal.Progress())
            report = await ledger.Verifier.RunAsync(new Reporting<int>(done => progress.Report($"verifying: {done:N0} streams")), ct);
        if (parsed.GetValue(Json)) Terminal.WriteJson(report);
        else Print(report);
        return report.Differences.Count == 0 ? ExitCodes.Done : ExitCodes.Refused;
    });

    public static void Print(VerificationReport report)
    {
        if (report.Differences.Count > 0)
            Terminal.Table(["What", "View", "Stream", "Row"], report.Differences.Select(d => (IReadOnlyList<string>)[d.Kind, d.View, d.Stream, d.Row]));
        Terminal.Line($"{(report.Differences.Count > 0 ? "\n" : "")}{report.Incidents:N0} incidents, {report.Parties:N0} parties, {report.Events:N0} events: "
            + (report.Differences.Count == 0 ? "every stored view is what its events come to." : $"{report.Differences.Count:N0}{(report.Truncated ? " or more" : "")} differences."));
        if (report.Differences.Any(d => d.View != "event")) Terminal.Line("ledger rebuild makes the views anew from the events.");
        if (report.Differences.Any(d => d.View == "event")) Terminal.Line("Events are missing or changed: somebody wrote past the ledger. Keep the database as it is, and find out who.");
    }
}
