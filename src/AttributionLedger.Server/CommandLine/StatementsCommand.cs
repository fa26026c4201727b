using System.CommandLine;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;

namespace AttributionLedger.CommandLine;

internal static class StatementsCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Option<string?> Party = new("--party") { Description = "Only what this party said, or was issued in its name; also as one that was merged into it." };
    private static readonly Option<string?> Claim = new("--claim") { Description = "Only what takes a stance on this claim." };
    private static readonly Option<string?> Stance = Words.Any<StanceKind>("--stance", "Only what takes this stance; with a claim, on that claim.");
    private static readonly Option<string?> Status = Words.Any<StatementStatus>("--status", "Only those that stand, were taken back by their speaker, or were logged in error.");
    private static readonly Option<string> Order = Words.Option("--order", "As they were recorded, or the newest first.", ListOrder.Recorded);

    public static Command Create() => new Command("statements", "Lists what was said about an incident, now or as of any past moment.")
    {
        Incident, Party, Claim, Stance, Status, Order, Listings.Limit, Listings.After
    }.AsOfAnyMoment().Does(async (parsed, ledger, ct) =>
    {
        var query = new StatementQuery(parsed.GetValue(Party), parsed.GetValue(Claim), parsed.AnyWord<StanceKind>(Stance), parsed.AnyWord<StatementStatus>(Status),
            parsed.Word<ListOrder>(Order), parsed.GetValue(Listings.Limit), parsed.GetValue(Listings.After));
        await ledger.Following.CatchUpAsync(ct);
        return parsed.Show(await ledger.StatementsAsOf.ReadAsync(parsed.GetRequiredValue(Incident), query, parsed.Moments(), ct), page => Print(page, parsed));
    });

    private static void Print(StatementsShape page, ParseResult parsed)
    {
        if (page.Statements.Count == 0) Terminal.Line("No such statement is in this reading.");
        else Terminal.Table(["Statement", "Who", "What", "Said", "Known"], page.Statements.Select(statement => (IReadOnlyList<string>)
        [
            statement.Id + (statement.Status == StatementStatus.Live ? "" : $" ({Spelling.Read(statement.Status)})"), StatementPage.Who(statement),
            string.Join("; ", statement.Stances.Select(StatementPage.Stance)) + (statement.Words is { } words ? $": {words.Text}" : ""), statement.Said.Edtf, Terminal.Time(statement.Known, statement.Said.Zone)
        ]));
        parsed.PrintNext(page.Next, Incident, Party, Claim, Stance, Status, Order);
    }
}
