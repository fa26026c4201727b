using System.CommandLine;
using AttributionLedger.Duplicates;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

internal static class DuplicatesCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };

    public static Command Create() => new Command("duplicates", "Lists statements that may be one, until they are linked or found to be two.") { Incident, Listings.Limit, Listings.After }.AlsoForPrograms().Does(async (parsed, ledger, ct) =>
    {
        await ledger.Following.CatchUpAsync(ct);
        return parsed.Show(await ledger.Duplicates.ReadAsync(parsed.GetRequiredValue(Incident), new(parsed.GetValue(Listings.Limit), parsed.GetValue(Listings.After)), ct), page => Print(page, parsed));
    });

    private static void Print(DuplicatesShape page, ParseResult parsed)
    {
        if (page.Pairs.Count == 0) Terminal.Line(page.Next is null ? "Nothing looks like another, or all of it was looked at." : "Nothing here looks like another.");
        foreach (var pair in page.Pairs)
        {
            Terminal.Line($"{pair.Statement}: {pair.Why} [{Spelling.Spelt(pair.Code)}]", strong: true);
            // As they stand, for a line of a sheet that is broken in two is none.
            foreach (var offer in pair.Offers) Terminal.Whole($"  {offer.Line}");
        }
        parsed.PrintNext(page.Next, Incident);
    }
}
