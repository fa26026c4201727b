using System.CommandLine;

namespace AttributionLedger.CommandLine;

internal static class StatementCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Argument<string> Statement = new("statement") { Description = "The statement's id." };

    public static Command Create() => new Command("statement", "Shows one statement with all that was done to it, now or as of any past moment.") { Incident, Statement }.AsOfAnyMoment().Does(async (parsed, ledger, ct) =>
    {
        await ledger.Following.CatchUpAsync(ct);
        return parsed.Show(await ledger.StatementsAsOf.FindAsync(parsed.GetRequiredValue(Incident), parsed.GetRequiredValue(Statement), parsed.Moments(), ct), StatementPage.Print);
    });
}
