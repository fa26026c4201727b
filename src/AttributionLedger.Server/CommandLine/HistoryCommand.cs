using System.CommandLine;
using AttributionLedger.Histories;

namespace AttributionLedger.CommandLine;

internal static class HistoryCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Option<long> From = new("--from") { Description = "The first event to list, counted from 1.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Limit = new("--limit") { Description = $"Events to list, at most {HistoryReader.PageLimit}.", DefaultValueFactory = _ => HistoryReader.DefaultPage };
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    public static Command Create() => new Command("history", "Lists what was put on record about an incident, event by event.") { Incident, From, Limit, Json }.Does(async (parsed, ledger, ct) =>
    {
        if (parsed.GetValue(Limit) is < 1 or > HistoryReader.PageLimit || parsed.GetValue(From) < 1)
        {
            Terminal.Error($"--limit takes a number from 1 to {HistoryReader.PageLimit}, and --from one from 1. [limit-out-of-range]");
            return ExitCodes.Usage;
        }
        await ledger.Following.CatchUpAsync(ct);
        if (await ledger.History.ReadAsync(parsed.GetRequiredValue(Incident), parsed.GetValue(From), parsed.GetValue(Limit), ct) is not { } history)
        {
            Terminal.Error($"No incident {parsed.GetValue(Incident)} is on record. The board lists those that are. [incident-unknown]");
            return ExitCodes.NotFound;
        }
        if (parsed.GetValue(Json)) Terminal.WriteJson(history);
        else Print(history);
        return ExitCodes.Done;
    });

    private static void Print(HistoryShape history)
    {
        Terminal.Table(["#", "Known", "Said", "What", "Logged by"], history.Events.Select(e => (IReadOnlyList<string>)
            [e.Version.ToString(), Terminal.Time(e.Known, history.Zone) + (e.Noted is { } noted ? $"\nnoted {Terminal.Time(noted, history.Zone)}" : ""), e.Said ?? "", e.What + (e.Entry.StartsWith('/') ? "" : $" [{e.Entry}]"), e.LoggedBy ?? ""]));
        if (history.Next is { } next) Terminal.Line($"\nMore: ledger history {history.Incident} --from {next}");
    }
}
