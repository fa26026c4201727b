using System.CommandLine;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Suggesting;

namespace AttributionLedger.CommandLine;

internal static class SuggestCommand
{
    private static readonly Argument<string[]> Typed = new("typed") { Description = "What was typed so far.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Incident = new("--incident") { Description = "Only claims about this incident." };
    private static readonly Option<string?> Party = new("--party") { Description = "Only what may be the same as this party." };
    private static readonly Option<int> Limit = new("--limit") { Description = $"How many to list, at most {PartySuggestions.Limit}.", DefaultValueFactory = _ => PartySuggestions.UsualLimit };
    private static readonly Option<string?> After = new("--after") { Description = "Go on after the page that gave this." };
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    public static Command Create() => new("suggest", "Says what may be meant by a few letters, and which parties may be one.")
    {
        new Command("parties", "Parties whose names begin so, from any word on, or are spelt almost alike.") { Typed, Limit, Json }.Does(async (parsed, ledger, ct) =>
        {
            await ledger.Following.CatchUpAsync(ct);
            return parsed.Tell(Json, await ledger.PartySuggestions.FindAsync(string.Join(' ', parsed.GetRequiredValue(Typed)), parsed.GetValue(Limit), Audience.Internal, ct), Print);
        }),
        new Command("claims", "Claims that hold these words, the last of which may not be finished.") { Typed, Incident, Limit, Json }.Does(async (parsed, ledger, ct) =>
            parsed.Tell(Json, await ledger.ClaimSuggestions.FindAsync(string.Join(' ', parsed.GetRequiredValue(Typed)), parsed.GetValue(Incident), parsed.GetValue(Limit), Audience.Internal, ct), Print)),
        new Command("merges", "Parties of nearly the same name, which may be one, each with the line of a sheet that merges them.") { Party, After, Json }.Does(async (parsed, ledger, ct) =>
            parsed.Tell(Json, await ledger.MergeSuggestions.FindAsync(parsed.GetValue(Party), parsed.GetValue(After), ct), Print))
    };

    private static void Print(SuggestedPartiesShape page)
    {
        if (page.Parties.Count == 0) Terminal.Line("No party goes by such a name.");
        else Terminal.Table(["Party", "Name", "Kind", "Speaks for"], page.Parties.Select(party => (IReadOnlyList<string>)
            [party.Id, party.Name + (party.Typed is { } typed ? $" ({typed})" : "") + (party.IsGuess ? ", perhaps" : ""), Spelling.Read(party.Kind), string.Join(", ", party.SpeaksFor.Select(one => one.Name))]));
    }

    private static void Print(SuggestedClaimsShape page)
    {
        if (page.Claims.Count == 0) Terminal.Line("No claim holds these words.");
        else Terminal.Table(["Claim", "Kind", "Text", "Incident"], page.Claims.Select(claim => (IReadOnlyList<string>)[claim.Id, Spelling.Read(claim.Kind), claim.Text, claim.Incident]));
    }

    private static void Print(SuggestedMergesShape page)
    {
        if (page.Merges.Count == 0) Terminal.Line(page.Next is null ? "No two parties have nearly the same name." : "Among these parties no two have nearly the same name.");
        else Terminal.Table(["Party", "May be", "To merge them"], page.Merges.Select(merge => (IReadOnlyList<string>)[$"{merge.Party.Id}\n{merge.PartyName}", $"{merge.Into.Id}\n{merge.IntoName}", merge.Line]));
        if (page.Next is { } next) Terminal.Line($"\nMore: ledger suggest merges --after {next}");
    }
}
