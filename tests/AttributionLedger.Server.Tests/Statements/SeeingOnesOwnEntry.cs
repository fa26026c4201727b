using AttributionLedger.Views;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Server.Tests.Statements;

/// <summary>Nobody keeps the views while these entries are made, as if whoever does were a moment behind.</summary>
public class SeeingOnesOwnEntry(SharedPostgres postgres)
{
    private static readonly WorldTime Said = ((WorldTimeReading.Read)WorldTime.Read("2023-03-05", "Etc/UTC")).Time;

    [Fact]
    public async Task does_not_wait_for_the_views()
    {
        await using var ledger = await LedgerAsync();
        await EnterAsync(ledger, Says("s3", "harbour"), Says("s4", "brigade"));
        (await ledger.Ledger.Following.LagAsync(CancellationToken.None)).Events.ShouldBePositive();
        (await ledger.AllStatementsAsync(new(Limit: 1))).ShouldBe(["s1", "s2", "s3", "s4"]);
        (await ledger.AllStatementsAsync(new(Limit: 3, Order: ListOrder.Newest))).ShouldBe(["s4", "s3", "s2", "s1"]);
        (await ledger.AllStatementsAsync(new(Party: "harbour", Claim: "k1", Stance: StanceKind.Asserts))).ShouldBe(["s2", "s3"]);
        (await ledger.Ledger.Statements.FindAsync(Line.Incident, "s4", Audience.Publishable, CancellationToken.None))!.Stances.ShouldHaveSingleItem();
        (await ledger.Ledger.Following.LagAsync(CancellationToken.None)).Events.ShouldBePositive("it was no catching up that showed them");
    }

    [Fact]
    public async Task goes_for_what_was_done_to_a_statement_as_well()
    {
        await using var ledger = await LedgerAsync();
        await EnterAsync(ledger, new WithdrawConsent(EntryId.Of("x1"), EntryId.Of("s1"), "For fear."));
        (await ledger.AllStatementsAsync(new(Audience: Audience.Publishable))).ShouldBe(["s2"]);
        (await ledger.Ledger.Statements.FindAsync(Line.Incident, "s1", Audience.Publishable, CancellationToken.None)).ShouldBeNull();

        await EnterAsync(ledger, new StrikeEntry(EntryId.Of("x2"), EntryId.Of("x1"), "A misunderstanding."), new RetractStatement(EntryId.Of("x3"), EntryId.Of("s2"), Said, "Too soon.", null));
        (await ledger.AllStatementsAsync(new(Status: StatementStatus.Live, Audience: Audience.Publishable))).ShouldBe(["s1"]);
        (await ledger.AllStatementsAsync(new(Status: StatementStatus.Retracted, Audience: Audience.Publishable))).ShouldBe(["s2"]);
        (await ledger.Ledger.Following.LagAsync(CancellationToken.None)).Events.ShouldBePositive();
    }

    [Fact]
    public async Task goes_for_a_request_and_its_answer()
    {
        await using var ledger = await LedgerAsync();
        await EnterAsync(ledger, new SeekComment(EntryId.Of("r1"), PartyId.Of("korvad"), [PartyId.Of("post")], ClaimId.Of("k2"), Said, null, null));
        (await ledger.RequestsAsync()).Requests.Single().Pending.ShouldBeTrue();
        await EnterAsync(ledger, Says("s3", "korvad", new Stance(StanceKind.DeclinesToComment, null, EntryId.Of("r1"))));
        (await ledger.RequestsAsync()).Requests.Single().Answers.Single().Statement.ShouldBe("s3");
        await EnterAsync(ledger, new StrikeEntry(EntryId.Of("x1"), EntryId.Of("r1"), "Never asked."));
        (await ledger.RequestsAsync(new(Audience: Audience.Publishable))).Requests.ShouldBeEmpty();
        (await ledger.Ledger.Following.LagAsync(CancellationToken.None)).Events.ShouldBePositive();
    }

    [Fact]
    public async Task waits_for_the_views_where_they_are_far_behind()
    {
        await using var ledger = await LedgerAsync();
        for (var batch = 0; batch < 2; batch++) await EnterAsync(ledger, [.. Enumerable.Range(0, 100).Select(n => Says($"t{batch}-{n}", "brigade"))]);
        (await ledger.AllStatementsAsync(new(Limit: 100))).Count.ShouldBe(202);
        (await ledger.Ledger.Following.LagAsync(CancellationToken.None)).Events.ShouldBe(0);
    }

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade"), Line.Says("s2", "harbour")]);
        return ledger;
    }

    private static LogStatement Says(string id, string by, Stance? stance = null) =>
        new(EntryId.Of(id), new Statement([PartyId.Of(by)], Said, new Terms(GroundRule.OnTheRecord), Setting.NotRecorded), [stance ?? new Stance(StanceKind.Asserts, ClaimId.Of("k1"))]);

    private static async Task EnterAsync(TestLedger ledger, params IncidentCommand[] commands) =>
        (await ledger.Ledger.Desk.EnterAsync([new(IncidentId.Of(Line.Incident), commands, "tester")], CancellationToken.None))[0].SelectMany(outcome => outcome.Refusals).ShouldBeEmpty();
}
