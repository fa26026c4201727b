using AttributionLedger.Views;
using System.Text.Json;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Requests;

public class ListingRequests(SharedPostgres postgres)
{
    private static readonly string[] Sheet =
    [
        .. Line.Scene, Line.Party("dabbagh", "person", name: "علي الدباغ"),
        Request("r1", "korvad", "k2"), Request("r2", "dabbagh", null), Request("r3", "brigade", "k1"), Request("r4", "harbour", "k1"),
        Answers("a1", "korvad", "declines-to-comment", "r1", "on-the-record"), Answers("a2", "dabbagh", "comments", "r2", "off-the-record"),
        Answers("a3", "brigade", "denies", "r3", "deep-background"), Answers("a4", "brigade", "did-not-respond", "r3", "on-the-record"),
        Line.Of(new { entry = "strike", id = "x1", incident = Line.Incident, target = "a4", reason = "Ours." }),
        Line.Of(new { entry = "strike", id = "x2", incident = Line.Incident, target = "r4", reason = "Never asked." })
    ];

    [Fact]
    public async Task shows_the_desk_who_was_asked_what_and_what_came_of_it()
    {
        await using var ledger = await LedgerAsync();
        var requests = (await ledger.RequestsAsync()).Requests;
        requests.Select(request => (request.Id, request.Of.Name, request.Claim, request.Pending, request.Struck)).ShouldBe(
            [("r1", "The korvad", "k2", false, false), ("r2", "علي الدباغ", null, true, false), ("r3", "The brigade", "k1", false, false), ("r4", "The harbour", "k1", true, true)]);
        requests[0].Deadline!.Edtf.ShouldBe("2023-03-08");
        requests[0].Medium.ShouldBe("by telephone");
        requests[0].By.Single().Id.ShouldBe("post");
        requests[0].Answers.Single().Stances.ShouldBe([StanceKind.DeclinesToComment]);
        requests[2].Answers.Select(answer => answer.Statement).ShouldBe(["a3"]);
    }

    [Fact]
    public async Task shows_the_public_a_request_whose_answer_is_hidden_as_one_without()
    {
        await using var ledger = await LedgerAsync();
        var requests = (await ledger.RequestsAsync(new(Audience: Audience.Publishable))).Requests;
        requests.Select(request => (request.Id, request.Pending, request.Answers.Count)).ShouldBe([("r1", false, 1), ("r2", true, 0), ("r3", true, 0)]);
        requests.ShouldAllBe(request => request.Deadline == null && request.Medium == null && request.Noted == null);

        await using var subset = await postgres.EmptyAsync();
        await subset.TakeInAsync(Sheet.Where(line => !new[] { "a2", "a3", "a4", "r4", "x1", "x2" }.Any(hidden => line.Contains($"\"{hidden}\"", StringComparison.Ordinal))));
        Text(await ledger.RequestsAsync(new(Audience: Audience.Publishable))).ShouldBe(Text(await subset.RequestsAsync(new(Audience: Audience.Publishable))));
    }

    [Fact]
    public async Task is_pending_again_once_the_answer_was_taken_back()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Of(new { entry = "retraction", id = "x3", incident = Line.Incident, statement = "a1", said = "2023-03-09", reason = "Not so." })]);
        var request = (await ledger.RequestsAsync(new(Limit: 1))).Requests.Single();
        (request.Pending, request.Answers.Single().Status).ShouldBe((true, StatementStatus.Retracted));
    }

    [Theory, InlineData(ListOrder.Recorded, Audience.Internal, "r1 r2 r3 r4"), InlineData(ListOrder.Newest, Audience.Internal, "r4 r3 r2 r1"), InlineData(ListOrder.Newest, Audience.Publishable, "r3 r2 r1")]
    public async Task goes_page_by_page(ListOrder order, Audience audience, string expected)
    {
        await using var ledger = await LedgerAsync();
        foreach (var limit in new[] { 1, 2, 3, 4 })
            string.Join(' ', await PagesOfALedger.ToTheEndAsync(limit, async after =>
            {
                var page = await ledger.RequestsAsync(new(order, limit, after, audience));
                return (page.Requests.Select(request => request.Id), page.Next);
            })).ShouldBe(expected, $"pages of {limit}");
    }

    [Fact]
    public async Task refuses_what_cannot_be_answered_with_a_code()
    {
        await using var ledger = await LedgerAsync();
        (await ledger.Ledger.Requests.ReadAsync("nowhere", new(), CancellationToken.None)).Code().ShouldBe("incident-unknown");
        (await ledger.Ledger.Requests.ReadAsync(Line.Incident, new(Limit: 101), CancellationToken.None)).Code().ShouldBe("limit-out-of-range");
        (await ledger.Ledger.Requests.ReadAsync(Line.Incident, new(After: (await ledger.StatementsAsync(new(Limit: 1))).Next), CancellationToken.None)).Code().ShouldBe("cursor-malformed");
    }

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        return ledger;
    }

    private static string Request(string id, string of, string? claim) =>
        Line.Of(new { entry = "request", id, incident = Line.Incident, of, by = "post", claim, asked = "2023-03-06", deadline = "2023-03-08", medium = "by telephone" });

    private static string Answers(string id, string by, string stance, string request, string terms) =>
        Line.Of(new { entry = "statement", id, incident = Line.Incident, by, said = "2023-03-07", stances = new[] { new { stance, request } }, terms });

    private static string Text(object page) => System.Text.RegularExpressions.Regex.Replace(JsonSerializer.Serialize(page, ShapeJson.Options), "\"known\":\"[^\"]*\"", "");
}
