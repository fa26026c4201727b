using System.CommandLine;
using AttributionLedger.Requests;
using AttributionLedger.Statements;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

internal static class RequestsCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Option<string> Order = Words.Option("--order", "As they were recorded, or the newest first.", ListOrder.Recorded);

    public static Command Create() => new Command("requests", "Lists who was asked for comment, and what they answered, now or as of any past moment.")
    {
        Incident, Order, Listings.Limit, Listings.After
    }.AsOfAnyMoment().Does(async (parsed, ledger, ct) =>
    {
        var query = new RequestQuery(parsed.Word<ListOrder>(Order), parsed.GetValue(Listings.Limit), parsed.GetValue(Listings.After));
        await ledger.Following.CatchUpAsync(ct);
        return parsed.Show(await ledger.RequestsAsOf.ReadAsync(parsed.GetRequiredValue(Incident), query, parsed.Moments(), ct), page => Print(page, parsed));
    });

    private static void Print(RequestsShape page, ParseResult parsed)
    {
        if (page.Requests.Count == 0) Terminal.Line("No request for comment is in this reading.");
        else Terminal.Table(["Request", "Of", "By", "On", "Asked", "Answer"], page.Requests.Select(request => (IReadOnlyList<string>)
        [
            request.Id + (request.Struck ? " (struck)" : ""), request.Of.Name, string.Join(", ", request.By.Select(party => party.Name)), request.Claim ?? "the incident", request.Asked.Edtf,
            string.Join("; ", request.Answers.Select(Answer).Concat(request.Pending ? ["pending"] : []).Concat(request.MoreAnswers ? ["and more"] : []))
        ]));
        parsed.PrintNext(page.Next, Incident, Order);
    }

    private static string Answer(AnswerGivenShape answer) =>
        $"{string.Join(", ", answer.Stances.Select(Spelling.Read))} ({answer.Statement}{(answer.Status == Views.StatementStatus.Live ? "" : $", {Spelling.Read(answer.Status)}")})";
}
