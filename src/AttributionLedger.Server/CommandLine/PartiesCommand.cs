using System.CommandLine;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

internal static class PartiesCommand
{
    private static readonly Option<string?> Name = new("--name") { Description = "Only those of whose names or aliases this is part, letter by letter." };
    private static readonly Option<string?> Kind = Words.Any<PartyKind>("--kind", "Only parties of this kind.");

    public static Command Create() => new Command("parties", "Lists the register by name; as of another moment, by id.") { Name, Kind, Listings.Limit, Listings.After }.AsOfAnyMoment().Does(async (parsed, ledger, ct) =>
    {
        var query = new PartyQuery(parsed.GetValue(Name), parsed.AnyWord<PartyKind>(Kind), parsed.GetValue(Listings.Limit), parsed.GetValue(Listings.After));
        await ledger.Following.CatchUpAsync(ct);
        return parsed.Show(await ledger.PartiesAsOf.ListAsync(query, parsed.Moments(), ct), page => Print(page, parsed));
    });

    private static void Print(PartiesShape page, ParseResult parsed)
    {
        if (page.Parties.Count == 0) Terminal.Line("No such party is in this reading.");
        else Terminal.Table(["Party", "Name", "Kind"], page.Parties.Select(party => (IReadOnlyList<string>)[party.Id, party.Name + (party.MergedInto is { } into ? $" (merged into {into})" : ""), Spelling.Read(party.Kind)]));
        parsed.PrintNext(page.Next, Name, Kind);
    }
}
