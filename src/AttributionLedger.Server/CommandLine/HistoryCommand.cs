using System.CommandLine;
using AttributionLedger.Histories;
using AttributionLedger.Wordings;

namespace AttributionLedger.CommandLine;

internal static class HistoryCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Option<long> From = new("--from") { Description = "The first event to list, counted from 1.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Limit = new("--limit") { Description = $"Events to list, at most {HistoryReader.PageLimit}.", DefaultValueFactory = _ => HistoryReader.DefaultPage };
    private static readonly Option<bool> Changes = new("--changes") { Description = $"Tell what each event changed in the reading, {HistoryReader.DefaultChangesPage} events or at most {HistoryReader.ChangesPageLimit}." };

    public static Command Create() => new Command("history", "Lists what was put on record about an incident, event by event.") { Incident, From, Limit, Changes }.AsOfAnyMoment(isInternal: true).Does(async (parsed, ledger, ct) =>
    {
        var (with, from, id) = (parsed.GetValue(Changes), parsed.GetValue(From), parsed.GetRequiredValue(Incident));
        var (most, limit) = with ? (HistoryReader.ChangesPageLimit, parsed.GetResult(Limit) is { Implicit: false } ? parsed.GetValue(Limit) : HistoryReader.DefaultChangesPage) : (HistoryReader.PageLimit, parsed.GetValue(Limit));
        if (limit < 1 || limit > most || from < 1)
        {
            Terminal.Error($"--limit takes a number from 1 to {most}, and --from one from 1. [limit-out-of-range]");
            return ExitCodes.Usage;
        }
        await ledger.Following.CatchUpAsync(ct);
        return parsed.Show(await ledger.History.ReadAsync(id, from, limit, parsed.Moments(isInternal: true), with, ct), history => Print(history, parsed));
    });

    private static void Print(HistoryShape history, ParseResult parsed)
    {
        Terminal.Table(["#", "Known", "Said", "What", "Logged by"], history.Events.Select(e => (IReadOnlyList<string>)
            [e.Version.ToString(), Terminal.Time(e.Known, history.Zone) + (e.Noted is { } noted ? $"\nnoted {Terminal.Time(noted, history.Zone)}" : ""), e.Said ?? "", e.What + (e.Entry.StartsWith('/') ? "" : $" [{e.Entry}]") + Reworded(e.Rewording) + string.Concat((e.Changes ?? []).Select(change => $"\n→ {change}")), e.LoggedBy ?? ""]));
        if (history.Next is { } next) Terminal.Line($"\nMore: ledger history {history.Incident} --from {next}{(parsed.GetValue(Changes) ? " --changes" : "")}{parsed.Repeated()}");
    }

    private static string Reworded(ComparedTextShape? rewording) => rewording is null ? "" : "\n" + rewording.Segments.Marked();
}
