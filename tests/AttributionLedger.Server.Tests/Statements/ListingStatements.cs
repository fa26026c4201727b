using AttributionLedger.Views;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;

namespace AttributionLedger.Server.Tests.Statements;

public class ListingStatements(SharedPostgres postgres)
{
    private static readonly string[] Sheet =
    [
        .. Line.Scene,
        Line.Party("dabbagh", "person", name: "علي الدباغ"), Line.Party("kataib", "armed-group", name: "کتائب حزب‌الله"),
        Line.Says("s1", "brigade"), Line.Says("s2", "dabbagh", "denies", "k2", text: "ننفي ذلك نفيا قاطعا."), Line.Says("s3", "harbour"),
        Line.Says("s4", "brigade", "denies"), Line.Says("s5", new[] { "brigade", "kataib" }, "asserts", "k2", text: "این ادعا درست است."), Line.Says("s6", "post"),
        Line.Of(new { entry = "retraction", id = "x1", incident = Line.Incident, statement = "s3", said = "2023-03-06", reason = "Too soon." }),
        Line.Of(new { entry = "strike", id = "x2", incident = Line.Incident, target = "s6", reason = "Ours." })
    ];

    [Fact]
    public async Task goes_in_the_order_in_which_they_were_recorded_page_by_page()
    {
        await using var ledger = await LedgerAsync();
        foreach (var limit in new[] { 1, 2, 5, 6, 100 })
            (await ledger.AllStatementsAsync(new(Limit: limit))).ShouldBe(["s1", "s2", "s3", "s4", "s5", "s6"], $"pages of {limit}");
        foreach (var limit in new[] { 1, 4, 6 })
            (await ledger.AllStatementsAsync(new(Limit: limit, Order: ListOrder.Newest))).ShouldBe(["s6", "s5", "s4", "s3", "s2", "s1"], $"pages of {limit}");
    }

    [Fact]
    public async Task keeps_to_what_is_asked_for()
    {
        await using var ledger = await LedgerAsync();
        (await ledger.AllStatementsAsync(new(Party: "brigade"))).ShouldBe(["s1", "s4", "s5"]);
        (await ledger.AllStatementsAsync(new(Claim: "k2"))).ShouldBe(["s2", "s5"]);
        (await ledger.AllStatementsAsync(new(Stance: StanceKind.Denies))).ShouldBe(["s2", "s4"]);
        (await ledger.AllStatementsAsync(new(Party: "brigade", Stance: StanceKind.Denies))).ShouldBe(["s4"]);
        (await ledger.AllStatementsAsync(new(Claim: "k1", Stance: StanceKind.Denies, Order: ListOrder.Newest))).ShouldBe(["s4"]);
        (await ledger.AllStatementsAsync(new(Party: "kataib", Claim: "k2", Stance: StanceKind.Asserts, Limit: 1))).ShouldBe(["s5"]);
        (await ledger.AllStatementsAsync(new(Party: "kataib", Claim: "k1"))).ShouldBeEmpty();
        (await ledger.AllStatementsAsync(new(Party: "nobody"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task tells_what_lives_from_what_was_taken_back_and_from_what_was_struck()
    {
        await using var ledger = await LedgerAsync();
        (await ledger.AllStatementsAsync(new(Status: StatementStatus.Live))).ShouldBe(["s1", "s2", "s4", "s5"]);
        (await ledger.AllStatementsAsync(new(Status: StatementStatus.Retracted))).ShouldBe(["s3"]);
        (await ledger.AllStatementsAsync(new(Status: StatementStatus.Struck))).ShouldBe(["s6"]);
        (await ledger.AllStatementsAsync(new(Audience: Audience.Publishable))).ShouldBe(["s1", "s2", "s3", "s4", "s5"]);
        (await ledger.AllStatementsAsync(new(Status: StatementStatus.Struck, Audience: Audience.Publishable))).ShouldBeEmpty();
        (await ledger.StatementsAsync(new(Status: StatementStatus.Retracted, Audience: Audience.Publishable))).Statements.Single().Status.ShouldBe(StatementStatus.Retracted);
    }

    [Fact]
    public async Task finds_under_a_party_what_was_said_by_one_that_was_merged_into_it()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Of(new { entry = "merge-party", party = "harbour", into = "brigade", reason = "The same." })]);
        (await ledger.AllStatementsAsync(new(Party: "brigade", Limit: 2))).ShouldBe(["s1", "s3", "s4", "s5"]);
        (await ledger.StatementsAsync(new(Party: "brigade"))).Statements[1].By.Single().ShouldBe(new("brigade", "The brigade", Parties.PartyKind.Organisation));
    }

    [Fact]
    public async Task finds_an_unverified_issuance_under_its_channel_and_under_the_name_that_it_bears()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Of(new
        {
            entry = "statement", id = "s1", incident = Line.Incident, by = "korvad", said = "2023-03-05", terms = "as-published",
            stances = new[] { new { stance = "asserts", claim = "k1" } }, issuance = new { state = "purported", channel = "post" }
        })]);
        foreach (var party in new[] { "korvad", "post" }) (await ledger.AllStatementsAsync(new(Party: party))).ShouldBe(["s1"]);
    }

    [Fact]
    public async Task refuses_what_cannot_be_answered_with_a_code()
    {
        await using var ledger = await LedgerAsync();
        async Task<string> CodeAsync(StatementQuery query, string incident = Line.Incident) => (await ledger.Ledger.Statements.ReadAsync(incident, query, CancellationToken.None)).Code();
        (await CodeAsync(new(), "nowhere")).ShouldBe("incident-unknown");
        (await CodeAsync(new(Limit: 0))).ShouldBe("limit-out-of-range");
        (await CodeAsync(new(Limit: StatementReader.PageLimit + 1))).ShouldBe("limit-out-of-range");
        (await CodeAsync(new(After: "nonsense"))).ShouldBe("cursor-malformed");

        var next = (await ledger.StatementsAsync(new(Limit: 2))).Next;
        (await CodeAsync(new(Limit: 2, After: next, Order: ListOrder.Newest))).ShouldBe("cursor-malformed");
        (await CodeAsync(new(Limit: 2, After: next, Audience: Audience.Publishable))).ShouldBe("cursor-malformed");
        (await CodeAsync(new(Limit: 2, After: next, Party: "brigade"))).ShouldBe("cursor-malformed");
        (await ledger.StatementsAsync(new(Limit: 3, After: next))).Statements.Select(statement => statement.Id).ShouldBe(["s3", "s4", "s5"], "another size is the same list");
    }

    [Fact]
    public async Task goes_on_where_it_was_when_something_is_logged_between_two_pages()
    {
        await using var ledger = await LedgerAsync();
        var first = await ledger.StatementsAsync(new(Limit: 4));
        await ledger.TakeInAsync([Line.Says("s7", "brigade"), Line.Of(new { entry = "strike", id = "x9", incident = Line.Incident, target = "s4", reason = "Ours." })]);
        (await ledger.StatementsAsync(new(Limit: 4, After: first.Next))).Statements.Select(statement => statement.Id).ShouldBe(["s5", "s6", "s7"]);
    }

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        return ledger;
    }
}
