using System.CommandLine;

namespace AttributionLedger.CommandLine;

internal static class RebuildCommand
{
    public static Command Create() => new Command("rebuild", "Makes every stored view anew from the events, where verify found one that differs.").Does(async (_, ledger, ct) =>
    {
        ledger.TellWhereMissing();
        int streams;
        using (var progress = Terminal.Progress())
            streams = await ledger.Rebuilder.RunAsync(new Reporting<int>(done => progress.Report($"rebuilding: {done:N0} streams")), ct);
        Terminal.Line($"The views of {streams:N0} streams are made anew.");
        return ExitCodes.Done;
    });
}
