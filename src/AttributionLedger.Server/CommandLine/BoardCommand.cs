using System.CommandLine;
using AttributionLedger.Boards;
using AttributionLedger.Pages;

namespace AttributionLedger.CommandLine;

internal static class BoardCommand
{
    private static readonly Option<int> Limit = new("--limit") { Description = $"Incidents to list, at most {BoardReader.PageLimit}.", DefaultValueFactory = _ => BoardReader.DefaultPage };
    private static readonly Option<string?> After = new("--after") { Description = "Go on after the page that gave this." };

    public static Command Create() => new Command("board", "Lists the incidents with their status, the one logged into last first; as of another moment, the one opened last.") { Limit, After }.AsOfAnyMoment().Does(async (parsed, ledger, ct) =>
    {
        if (parsed.GetValue(Limit) is < 1 or > BoardReader.PageLimit)
        {
            Terminal.Error($"--limit takes a number from 1 to {BoardReader.PageLimit}. [limit-out-of-range]");
            return ExitCodes.Usage;
        }
        await ledger.Following.CatchUpAsync(ct);
        return parsed.Show(await ledger.BoardAsOf.ReadAsync(parsed.GetValue(Limit), parsed.GetValue(After), parsed.Moments(), ct), board => Print(board, parsed));
    });

    private static void Print(BoardShape board, ParseResult parsed)
    {
        if (board.Incidents.Count == 0 && board.Next is null)
        {
            Terminal.Line(parsed.Moments().IsOfNow ? "No incident is on record. Take in a sheet: ledger import SHEET" : "At this moment no incident was on record.");
            return;
        }
        Terminal.Table(["Incident", "Headline", "Status, in this record", "Statements"], board.Incidents.Select(incident => (IReadOnlyList<string>)
            [incident.Id + (incident.Closed ? " (closed)" : ""), (incident.Invented ? "[invented] " : "") + incident.Headline, incident.Phrase, incident.Statements?.ToString("N0") ?? ""]));
        if (board.Next is { } next) Terminal.Line($"\nMore: ledger board --after {next}{parsed.Repeated()}");
    }
}
