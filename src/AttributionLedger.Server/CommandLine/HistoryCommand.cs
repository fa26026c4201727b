using System.CommandLine;
using AttributionLedger.Histories;

namespace AttributionLedger.CommandLine;

internal static class HistoryCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Option<long> From = new("--from") { Description = "The first event to list, counted from 1.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Limit = new("--limit") { Description = $"Events to list, at most {HistoryReader.PageLimit}.", DefaultValueFactory = _ => HistoryReader.DefaultPage };

    public static Command Create() => new Command("history", "Lists what was put on record about an incident, event by event.") { Incident, From, Limit }.AsOfAnyMoment(isInternal: true).Does(async (parsed, ledger, ct) =>
    {
        if (parsed.GetValue(Limit) is < 1 or > HistoryReader.PageLimit || parsed.GetValue(From) < 1)
        {
            Terminal.Error($"--limit takes a number from 1 to {HistoryReader.PageLimit}, and --from one from 1. [limit-out-of-range]");
            return ExitCodes.Usage;
        }
        await ledger.Following.CatchUpAsync(ct);
        return parsed.Show(await ledger.History.ReadAsync(parsed.GetRequiredValue(Incident), parsed.GetValue(From), parsed.GetValue(Limit), parsed.Moments(isInternal: true), ct), history => Print(history, parsed));
    });

    private static void Print(HistoryShape history, ParseResult parsed)
    {
        Terminal.Table(["#", "Known", "Said", "What", "Logged by"], history.Events.Select(e => (IReadOnlyList<string>)
            [e.Version.ToString(), Terminal.Time(e.Known, history.Zone) + (e.Noted is { } noted ? $"\nnoted {Terminal.Time(noted, history.Zone)}" : ""), e.Said ?? "", e.What + (e.Entry.StartsWith('/') ? "" : $" [{e.Entry}]"), e.LoggedBy ?? ""]));
        if (history.Next is { } next) Terminal.Line($"\nMore: ledger history {history.Incident} --from {next}{parsed.Repeated()}");
    }
}
