using System.CommandLine;
using AttributionLedger.Boards;
using AttributionLedger.Readings;

namespace AttributionLedger.CommandLine;

internal static class BoardCommand
{
    private static readonly Option<int> Limit = new("--limit") { Description = $"Incidents to list, at most {BoardReader.PageLimit}.", DefaultValueFactory = _ => BoardReader.DefaultPage };
    private static readonly Option<string?> After = new("--after") { Description = "Go on after the page that gave this." };
    private static readonly Option<string> Reading = Words.Option("--reading", "For the desk (internal), or for anybody (publishable).", Audience.Internal);
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    public static Command Create() => new Command("board", "Lists the incidents with their status, the one logged into last first.") { Limit, After, Reading, Json }.Does(async (parsed, ledger, ct) =>
    {
        if (parsed.GetValue(Limit) is < 1 or > BoardReader.PageLimit)
        {
            Terminal.Error($"--limit takes a number from 1 to {BoardReader.PageLimit}. [limit-out-of-range]");
            return ExitCodes.Usage;
        }
        await ledger.Following.CatchUpAsync(ct);
        if (await ledger.Board.ReadAsync(parsed.GetValue(Limit), parsed.GetValue(After), parsed.Word<Audience>(Reading), ct) is not { } board)
        {
            Terminal.Error("--after takes what an earlier page gave as its next. [cursor-malformed]");
            return ExitCodes.Usage;
        }
        if (parsed.GetValue(Json)) Terminal.WriteJson(board);
        else Print(board);
        return ExitCodes.Done;
    });

    private static void Print(BoardShape board)
    {
        if (board.Incidents.Count == 0)
        {
            Terminal.Line("No incident is on record. Take in a sheet: ledger import SHEET");
            return;
        }
        Terminal.Table(["Incident", "Headline", "Status, in this record", "Statements"], board.Incidents.Select(incident => (IReadOnlyList<string>)
            [incident.Id + (incident.Closed ? " (closed)" : ""), (incident.Invented ? "[invented] " : "") + incident.Headline, incident.Phrase, incident.Statements?.ToString("N0") ?? ""]));
        if (board.Next is { } next) Terminal.Line($"\nMore: ledger board --after {next}");
    }
}
