using System.CommandLine;
using AttributionLedger.PartyRegister;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

internal static class PartyCommand
{
    private static readonly Argument<string> Party = new("party") { Description = "The party's id." };

    public static Command Create() => new Command("party", "Shows one party: its names, and to whom it belongs, now or as of any past moment.") { Party }.AsOfAnyMoment().Does(async (parsed, ledger, ct) =>
    {
        await ledger.Following.CatchUpAsync(ct);
        return parsed.Show(await ledger.PartiesAsOf.FindAsync(parsed.GetRequiredValue(Party), parsed.Moments(), ct), Print);
    });

    private static void Print(PartyCardShape party)
    {
        Terminal.Line($"{party.Id}  {party.Name}", strong: true);
        Terminal.Line(Spelling.Read(party.Kind) + (party.Plural ? ", several people" : "") + (party.Grade is { } grade ? $", graded {grade.Reliability}: {grade.Reason}" : ""));
        if (party.Names.Count > 1) Terminal.Line($"Earlier: {string.Join("; ", party.Names.SkipLast(1).Select(name => name.Name))}");
        if (party.Aliases.Count > 0) Terminal.Line($"Also: {string.Join("; ", party.Aliases)}");
        foreach (var link in party.BelongsTo) Terminal.Line($"{Spelling.Read(link.Link)} {link.Party.Name} [{link.Party.Id}]{Span(link)}{(link.Counts == false ? ", does not count" : "")}");
        if (party.MergedInto is { } into) Terminal.Line($"Merged into {into.Name} [{into.Id}]");
        foreach (var merged in party.MergedFrom) Terminal.Line($"Also known here as {merged.Name} [{merged.Id}]");
    }

    private static string Span(AffiliationShape link) => (link.From is { } from ? $", from {from:yyyy-MM-dd}" : "") + (link.Until is { } until ? $", until {until:yyyy-MM-dd}" : "");
}
