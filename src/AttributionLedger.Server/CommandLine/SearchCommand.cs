using System.CommandLine;
using AttributionLedger.Readings;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;

namespace AttributionLedger.CommandLine;

internal static class SearchCommand
{
    private static readonly Argument<string[]> Text = new("words") { Description = "What to look for: words, \"a phrase\" in quotation marks, beginnings*, -exclusions, this OR that. None where a filter says it all.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Kind = Words.Any<SearchKind>("--kind", "Only statements, claims, incidents or parties.");
    private static readonly Option<string?> Incident = new("--incident") { Description = "Only what is part of this incident." };
    private static readonly Option<string?> Party = new("--party") { Description = "Only what this party or anybody under it said, claims that name it, and itself." };
    private static readonly Option<string?> Speaker = new("--speaker") { Description = "Likewise, without those under it." };
    private static readonly Option<string?> Stance = Words.Any<StanceKind>("--stance", "Only statements that take this stance; with --claim-kind, on a claim of that kind.");
    private static readonly Option<string?> ClaimKindOption = Words.Any<ClaimKind>("--claim-kind", "Only claims of this kind, and statements on one.");
    private static readonly Option<string?> Standing = Words.Any<Named>("--standing", "Only what is on a claim whose actor is named so.");
    private static readonly Option<string?> Status = Words.Any<StatusKind>("--status", "Only what is of an incident of this status.");
    private static readonly Option<string?> State = Words.Any<StatementStatus>("--statement", "Only statements that stand, were taken back, or were logged in error.");
    private static readonly Option<string?> Medium = new("--medium") { Description = "Only statements that came by this medium." };
    private static readonly Option<string?> Outlet = new("--outlet") { Description = "Only statements that came through this party, or are its own." };
    private static readonly Option<string> Order = Words.Option("--order", "What fits best first, or the last recorded.", SearchOrder.Best);

    public static Command Create() => new Command("search", "Finds statements, claims, incidents and parties, now or as of any past moment.")
    {
        Text, Kind, Incident, Party, Speaker, Stance, ClaimKindOption, Standing, Status, State, Medium, Outlet, Order, Listings.Limit, Listings.After
    }.AsOfAnyMoment().Does(async (parsed, ledger, ct) =>
    {
        var query = new SearchQuery(string.Join(' ', parsed.GetRequiredValue(Text).Select(Again)), parsed.AnyWord<SearchKind>(Kind), parsed.GetValue(Incident), parsed.GetValue(Party), parsed.GetValue(Speaker),
            parsed.AnyWord<StanceKind>(Stance), parsed.AnyWord<ClaimKind>(ClaimKindOption), parsed.AnyWord<Named>(Standing), parsed.AnyWord<StatusKind>(Status), parsed.AnyWord<StatementStatus>(State),
            parsed.GetValue(Medium), parsed.GetValue(Outlet), parsed.Word<SearchOrder>(Order), parsed.GetValue(Listings.Limit), parsed.GetValue(Listings.After));
        return parsed.Show(await ledger.Search.FindAsync(query, parsed.Moments(), ct), page => Print(page, parsed));
    });

    // A shell takes the quotation marks of a phrase away, and leaves its spaces.
    private static string Again(string word) => word.Any(char.IsWhiteSpace) && !word.Contains('"') ? word.StartsWith('-') ? $"-\"{word[1..]}\"" : $"\"{word}\"" : word;

    private static void Print(SearchShape page, ParseResult parsed)
    {
        if (page.Meant.Count > 0) Terminal.Line($"Nothing was found for just these words; meant may be: {string.Join(", ", page.Meant)}\n");
        if (page.Found.Count == 0) Terminal.Line(page.Next is null ? "Nothing in this reading fits." : "Nothing among what was looked at fits; there is more to look at.");
        else
        {
            Terminal.Line($"{(page.IsCountAtLeast ? "More than " : "")}{page.Count:N0} found{(page.IsCountAtLeast && page.Count == SearchEngine.CountLimit ? "; the latest of them are weighed" : "")}.");
            Terminal.Table(["What", "Who", "Where the words are", "Incident"], page.Found.Select(Row));
        }
        foreach (var word in page.Broad) Terminal.Line($"“{word}” is part of the names of more parties than are looked at; not everything that they said is here.");
        parsed.PrintNext(page.Next, Text, Kind, Incident, Party, Speaker, Stance, ClaimKindOption, Standing, Status, State, Medium, Outlet, Order);
    }

    private static IReadOnlyList<string> Row(FoundShape found) =>
    [
        found switch
        {
            { Statement: { } statement } => statement.Id + (statement.Status == StatementStatus.Live ? "" : $" ({Spelling.Read(statement.Status)})"),
            { Claim: { } claim } => claim.Id,
            { Party: { } party } => party.Id,
            _ => found.Incident!.Id
        },
        found switch
        {
            { Statement: { } statement } => StatementPage.Who(statement),
            { Claim: { } claim } => $"claim of {Spelling.Read(claim.Kind)}{(claim.Actor is { } actor ? $", {actor.Name}" : "")}",
            { Party: { } party } => Spelling.Read(party.Kind) + (party.SpeaksFor.Count > 0 ? $", speaks for {string.Join(", ", party.SpeaksFor.Select(one => one.Name))}" : "") + (party.MergedInto is { } into ? $", merged into {into.Id}" : ""),
            _ => "incident"
        },
        string.Join("\n", found.Passages.Select(Passage)),
        found.Incident is { } incident ? (incident.Invented ? "[invented] " : "") + incident.Headline : ""
    ];

    private static string Passage(PassageShape passage) =>
        $"{(passage.IsCutBefore ? "…" : "")}{string.Concat(passage.Pieces.Select(piece => piece.Found ? $"[{piece.Text}]" : piece.Text))}{(passage.IsCutAfter ? "…" : "")}";
}
