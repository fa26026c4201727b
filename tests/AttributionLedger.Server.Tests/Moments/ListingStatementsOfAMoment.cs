using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Moments;

public class ListingStatementsOfAMoment(SharedPostgres postgres)
{
    [Fact]
    public async Task leaves_out_what_was_learnt_later_however_early_it_was_said()
    {
        await using var ledger = await LedgerAsync();
        var then = await ledger.ThenAsync(Line.Says("s1", "brigade", said: "2023-03-05"));
        await ledger.TakeInAsync([Line.Says("s2", "harbour", said: "2023-03-01"), Line.Says("s3", "harbour", said: "2023-03-09")]);
        (await ledger.IdsAsync(new(KnownAt: then))).ShouldBe("s1");
        (await ledger.IdsAsync(new(SaidBy: "2023-03-06"))).ShouldBe("s1 s2");
        (await ledger.IdsAsync(new(SaidBy: "2023-03-04"), new(Order: ListOrder.Newest, Limit: 1))).ShouldBe("s2");
        (await ledger.IdsAsync(new(KnownAt: "2023-03-10"))).ShouldBe("", "nothing was on record");
    }

    [Fact]
    public async Task neither_hides_nor_shows_what_was_struck_later()
    {
        await using var ledger = await LedgerAsync();
        var logged = await ledger.ThenAsync(Line.Says("s1", "brigade"), Line.Says("s2", "harbour"));
        var struck = await ledger.ThenAsync(Strike("x1", "s1"));
        await ledger.TakeInAsync([Strike("x2", "x1")]);
        foreach (var audience in Enum.GetValues<Audience>()) (await ledger.IdsAsync(new(KnownAt: logged, Audience: audience))).ShouldBe("s1 s2", $"{audience}");
        (await ledger.IdsAsync(new(KnownAt: struck, Audience: Audience.Publishable))).ShouldBe("s2");
        (await ledger.IdsAsync(new(KnownAt: struck), new(Status: StatementStatus.Struck))).ShouldBe("s1");
        (await ledger.IdsAsync(new(KnownAt: struck), new(Status: StatementStatus.Live))).ShouldBe("s2");
        (await ledger.IdsAsync(new(KnownAt: logged), new(Status: StatementStatus.Struck))).ShouldBe("");
        (await ledger.AllStatementsAsync(new(), new(KnownAt: logged)))[0].Reversals.ShouldBeEmpty();
    }

    [Fact]
    public async Task has_the_words_and_stances_of_then_and_is_found_by_them()
    {
        await using var ledger = await LedgerAsync();
        var logged = await ledger.ThenAsync(Line.Says("s1", "brigade", "asserts", "k1", text: "Four tanks."), Line.Says("s2", "harbour"));
        await ledger.TakeInAsync([Line.Of(new
        {
            entry = "correction", id = "x1", incident = Line.Incident, statement = "s1", whose = "outlet", reason = "Misheard.",
            words = new { form = "paraphrase", text = "For tanks." }, stances = new[] { new { stance = "denies", claim = "k2" } }
        })]);
        (await ledger.AllStatementsAsync(new(Party: "brigade"), new(KnownAt: logged))).Single().Words!.Text.ShouldBe("Four tanks.");
        (await ledger.IdsAsync(new(KnownAt: logged), new(Claim: "k1"))).ShouldBe("s1 s2");
        (await ledger.IdsAsync(new(KnownAt: logged), new(Claim: "k1", Limit: 1))).ShouldBe("s1 s2");
        (await ledger.IdsAsync(new(KnownAt: logged), new(Stance: StanceKind.Denies))).ShouldBe("");
        (await ledger.IdsAsync(new(KnownAt: logged), new(Party: "brigade", Claim: "k1", Stance: StanceKind.Asserts))).ShouldBe("s1");
        (await ledger.IdsAsync(new(SaidBy: "2023-03-06"), new(Claim: "k1"))).ShouldBe("s2", "an outlet's error was never said");
        (await ledger.AllStatementsAsync(new(Stance: StanceKind.Denies), new(SaidBy: "2023-03-06"))).Single().Words!.Text.ShouldBe("For tanks.");
    }

    [Fact]
    public async Task lets_a_speaker_take_back_from_when_it_did()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Says("s1", "brigade"), Line.Of(new { entry = "retraction", id = "x1", incident = Line.Incident, statement = "s1", said = "2023-03-08", reason = "Too soon." })]);
        (await ledger.IdsAsync(new(SaidBy: "2023-03-07"), new(Status: StatementStatus.Live))).ShouldBe("s1");
        (await ledger.IdsAsync(new(SaidBy: "2023-03-08"), new(Status: StatementStatus.Live))).ShouldBe("");
        (await ledger.IdsAsync(new(SaidBy: "2023-03-08"), new(Status: StatementStatus.Retracted))).ShouldBe("s1");
    }

    [Fact]
    public async Task shows_the_public_nothing_that_lost_its_consent_or_got_stricter_terms_since()
    {
        await using var ledger = await LedgerAsync();
        var before = await ledger.ThenAsync(
            Line.Unnamed("?1", "a port official"), Line.Says("s1", "?1", terms: Background("a port official")), Line.Says("s2", "brigade"), Line.Says("s3", "harbour"), Line.Says("s4", "post"), Line.Says("s5", "korvad"));
        await ledger.TakeInAsync(
        [
            Line.Of(new { entry = "consent-withdrawn", id = "x1", incident = Line.Incident, statement = "s2", reason = "For fear." }), Renegotiated("x2", "s3", "deep-background"),
            Renegotiated("x3", "s4", "off-the-record"), Renegotiated("x4", "s5", "background"), Renegotiated("x5", "s1", Background("an official"))
        ]);
        var shown = await ledger.AllStatementsAsync(new(), new(KnownAt: before, Audience: Audience.Publishable));
        shown.Select(statement => statement.Id).ShouldBe(["s1"]);
        shown.Single().Terms.Description.ShouldBe("an official", "the older description could point to somebody");
        foreach (var hidden in new[] { "s2", "s3", "s4", "s5" })
            (await ledger.Ledger.StatementsAsOf.FindAsync(Line.Incident, hidden, new(KnownAt: before, Audience: Audience.Publishable), CancellationToken.None)).Code().ShouldBe("statement-unknown");
        (await ledger.IdsAsync(new(KnownAt: before))).ShouldBe("s1 s2 s3 s5", "what is off the record is so for every moment");
    }

    [Fact]
    public async Task goes_by_the_notebook_where_it_is_asked_to()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Noted(Line.Says("s1", "brigade"), "2023-03-05T10:00Z"), Noted(Line.Says("s2", "harbour"), "2023-03-07T10:00Z"), Line.Says("s3", "post")]);
        (await ledger.IdsAsync(new(KnownAt: "2023-03-06", Clock: Clock.Noted))).ShouldBe("s1");
        (await ledger.IdsAsync(new(KnownAt: "2023-03-07", Clock: Clock.Noted))).ShouldBe("s1 s2");
        (await ledger.IdsAsync(new(KnownAt: "2023-03-07"))).ShouldBe("");
        (await ledger.IdsAsync(new(Clock: Clock.Noted))).ShouldBe("s1 s2 s3");
        (await ledger.IdsAsync(new(SaidBy: "2023-03-05T11:00Z", Clock: Clock.Noted))).ShouldBe("s1", "it was said before it was noted");
    }

    [Fact]
    public async Task has_the_same_pages_while_others_log()
    {
        await using var ledger = await LedgerAsync();
        var then = await ledger.ThenAsync([.. Enumerable.Range(1, 7).Select(i => Line.Says($"s{i}", "brigade"))]);
        ReadingRequest moment = new(KnownAt: then);
        var (seen, next) = (new List<string>(), (string?)null);
        for (var page = 0; page == 0 || next is not null; page++)
        {
            var shape = await ledger.StatementsAsync(new(Limit: 2, After: next, Party: "brigade"), moment);
            seen.AddRange(shape.Statements.Select(statement => statement.Id));
            next = shape.Next;
            await ledger.TakeInAsync([Line.Says($"later{page}", "brigade"), Strike($"x{page}", $"s{page + 1}"), Line.Of(new { entry = "correction", id = $"c{page}", incident = Line.Incident, statement = $"s{page + 2}", whose = "outlet", reason = "Misheard.", stances = new[] { new { stance = "denies", claim = "k2" } } })]);
        }
        seen.ShouldBe(["s1", "s2", "s3", "s4", "s5", "s6", "s7"]);
    }

    [Fact]
    public async Task finds_under_a_party_what_was_said_by_those_that_were_merged_into_it_then()
    {
        await using var ledger = await LedgerAsync();
        var apart = await ledger.ThenAsync(Line.Says("s1", "brigade"), Line.Says("s2", "harbour"));
        var merged = await ledger.ThenAsync(Line.Of(new { entry = "merge-party", party = "harbour", into = "brigade", reason = "The same." }));
        await ledger.TakeInAsync([Line.Of(new { entry = "split-party", party = "harbour", from = "brigade", reason = "They are two." })]);
        (await ledger.IdsAsync(new(KnownAt: apart), new(Party: "brigade"))).ShouldBe("s1");
        (await ledger.IdsAsync(new(KnownAt: merged), new(Party: "brigade"))).ShouldBe("s1 s2");
        (await ledger.AllStatementsAsync(new(), new(KnownAt: merged)))[1].By.Single().Id.ShouldBe("brigade");
        (await ledger.IdsAsync(new(SaidBy: "2023-03-06"), new(Party: "brigade"))).ShouldBe("s1");
    }

    [Fact]
    public async Task refuses_a_cursor_of_another_moment()
    {
        await using var ledger = await LedgerAsync();
        var then = await ledger.ThenAsync(Line.Says("s1", "brigade"), Line.Says("s2", "brigade"));
        var next = (await ledger.StatementsAsync(new(Limit: 1), new ReadingRequest(KnownAt: then))).Next;
        foreach (var other in new ReadingRequest[] { new(), new(SaidBy: "2023-03-06"), new(KnownAt: then, Clock: Clock.Noted), new(KnownAt: then, Audience: Audience.Publishable) })
            (await ledger.Ledger.StatementsAsOf.ReadAsync(Line.Incident, new(Limit: 1, After: next), other, CancellationToken.None)).Code().ShouldBe("cursor-malformed");
    }

    [Fact]
    public async Task goes_on_after_a_page_that_found_too_little_among_many()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([.. Enumerable.Range(1, 1_050).Select(i => Line.Says($"s{i}", "brigade", said: i is 1 or 1_040 ? "2023-03-01" : "2023-03-09"))]);
        var first = await ledger.StatementsAsync(new(), new ReadingRequest(SaidBy: "2023-03-05"));
        first.Statements.Select(statement => statement.Id).ShouldBe(["s1"]);
        (await ledger.StatementsAsync(new(After: first.Next), new ReadingRequest(SaidBy: "2023-03-05"))).Statements.Select(statement => statement.Id).ShouldBe(["s1040"]);
    }

    private static string Strike(string id, string target) => Line.Of(new { entry = "strike", id, incident = Line.Incident, target, reason = "Ours." });

    private static string Renegotiated(string id, string statement, object terms) => Line.Of(new { entry = "renegotiation", id, incident = Line.Incident, statement, terms, reason = "By telephone." });

    private static object Background(string description) => new { rule = "background", description };

    private static string Noted(string line, string at) => line[..^1] + $", \"noted\": \"{at}\"}}";

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        return ledger;
    }
}
