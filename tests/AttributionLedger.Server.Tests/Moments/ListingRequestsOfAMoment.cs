using AttributionLedger.Attribution;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Requests;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;

namespace AttributionLedger.Server.Tests.Moments;

public class ListingRequestsOfAMoment(SharedPostgres postgres)
{
    [Fact]
    public async Task has_what_had_answered_by_then()
    {
        await using var ledger = await LedgerAsync();
        var asked = await ledger.ThenAsync(Asked("r1", "harbour"), Asked("r2", "brigade", "2023-03-08"));
        var answered = await ledger.ThenAsync(Silent("s1", "harbour", "r1"));
        await ledger.TakeInAsync([Line.Of(new { entry = "strike", id = "x1", incident = Line.Incident, target = "s1", reason = "It did answer." }), Silent("s2", "brigade", "r2")]);
        (await ToldAsync(ledger, new(KnownAt: asked))).ShouldBe("r1 pending, r2 pending");
        (await ToldAsync(ledger, new(KnownAt: answered))).ShouldBe("r1 s1, r2 pending");
        (await ToldAsync(ledger, new(KnownAt: answered, Audience: Audience.Publishable))).ShouldBe("r1 s1, r2 pending");
        (await ToldAsync(ledger, new(SaidBy: "2023-03-07"))).ShouldBe("r1 pending", "the other was asked later, and the answer was struck");
    }

    [Fact]
    public async Task neither_hides_nor_shows_what_was_struck_later()
    {
        await using var ledger = await LedgerAsync();
        var asked = await ledger.ThenAsync(Asked("r1", "harbour"), Asked("r2", "brigade"));
        var struck = await ledger.ThenAsync(Line.Of(new { entry = "strike", id = "x1", incident = Line.Incident, target = "r1", reason = "Ours." }));
        (await ToldAsync(ledger, new(KnownAt: asked, Audience: Audience.Publishable))).ShouldBe("r1 pending, r2 pending");
        (await ToldAsync(ledger, new(KnownAt: struck, Audience: Audience.Publishable))).ShouldBe("r2 pending");
        (await ReadAsync(ledger, new(), new(KnownAt: asked))).Requests.ShouldAllBe(request => !request.Struck);
        (await ReadAsync(ledger, new(), new(KnownAt: struck))).Requests[0].Struck.ShouldBeTrue();
    }

    [Fact]
    public async Task shows_the_public_no_answer_that_lost_its_consent_since()
    {
        await using var ledger = await LedgerAsync();
        var answered = await ledger.ThenAsync(Asked("r1", "harbour"), Silent("s1", "harbour", "r1"));
        await ledger.TakeInAsync([Line.Of(new { entry = "consent-withdrawn", id = "x1", incident = Line.Incident, statement = "s1", reason = "For fear." })]);
        (await ToldAsync(ledger, new(KnownAt: answered, Audience: Audience.Publishable))).ShouldBe("r1 pending");
        (await ToldAsync(ledger, new(KnownAt: answered))).ShouldBe("r1 s1");
    }

    [Fact]
    public async Task goes_page_by_page()
    {
        await using var ledger = await LedgerAsync();
        var then = await ledger.ThenAsync([.. Enumerable.Range(1, 5).Select(i => Asked($"r{i}", "harbour"))]);
        await ledger.TakeInAsync([Asked("r6", "harbour")]);
        foreach (var (order, expected) in new[] { (ListOrder.Recorded, "r1 r2 r3 r4 r5"), (ListOrder.Newest, "r5 r4 r3 r2 r1") })
            string.Join(' ', await PagesOfALedger.ToTheEndAsync(2, async after =>
            {
                var page = await ReadAsync(ledger, new(order, 2, after), new(KnownAt: then));
                return (page.Requests.Select(request => request.Id), page.Next);
            })).ShouldBe(expected);
    }

    [Fact]
    public async Task tells_of_an_entry_what_had_been_done_to_it()
    {
        await using var ledger = await LedgerAsync();
        var logged = await ledger.ThenAsync(Line.Says("s1", "brigade"), Line.Of(new { entry = "evidence", id = "e1", incident = Line.Incident, statement = "s1", url = "https://example.org/1" }));
        var retracted = await ledger.ThenAsync(Line.Of(new { entry = "retraction", id = "x1", incident = Line.Incident, statement = "s1", said = "2023-03-08", reason = "Too soon." }));
        await ledger.TakeInAsync([Line.Of(new { entry = "strike", id = "x2", incident = Line.Incident, target = "e1", reason = "Ours." }), Line.Of(new { entry = "strike", id = "x3", incident = Line.Incident, target = "x1", reason = "Ours." })]);
        async Task<EntryCardShape> CardAsync(string id, ReadingRequest moment) => (await ledger.Ledger.EntriesAsOf.FindAsync(Line.Incident, id, moment, CancellationToken.None)).Shape();
        (await CardAsync("s1", new(KnownAt: logged))).RetractedBy.ShouldBeNull();
        (await CardAsync("s1", new(KnownAt: retracted))).RetractedBy.ShouldBe("x1");
        (await CardAsync("s1", new(KnownAt: retracted, SaidBy: "2023-03-07"))).RetractedBy.ShouldBeNull();
        (await CardAsync("s1", new(SaidBy: "2023-03-09"))).RetractedBy.ShouldBeNull();
        (await CardAsync("e1", new(KnownAt: retracted))).StruckBy.ShouldBeNull();
        (await CardAsync("e1", new(SaidBy: "2023-03-09"))).StruckBy.ShouldBe("x2");
        foreach (var (id, moment) in new[] { ("x1", new ReadingRequest(KnownAt: logged)), ("e1", new(SaidBy: "2023-03-01")), ("s1", new(KnownAt: "2023")), ("nothing", new(KnownAt: logged)) })
            (await ledger.Ledger.EntriesAsOf.FindAsync(Line.Incident, id, moment, CancellationToken.None)).Code().ShouldBe("entry-unknown", id);
    }

    private static string Asked(string id, string of, string asked = "2023-03-06") => Line.Of(new { entry = "request", id, incident = Line.Incident, of, by = "post", asked });

    private static string Silent(string id, string by, string request) =>
        Line.Of(new { entry = "statement", id, incident = Line.Incident, by, said = "2023-03-06", stances = new[] { new { stance = "did-not-respond", request } }, terms = "on-the-record" });

    private static async Task<RequestsShape> ReadAsync(TestLedger ledger, RequestQuery query, ReadingRequest moment) =>
        (await ledger.Ledger.RequestsAsOf.ReadAsync(Line.Incident, query, moment, CancellationToken.None)).Shape();

    private static async Task<string> ToldAsync(TestLedger ledger, ReadingRequest moment) => string.Join(", ", (await ReadAsync(ledger, new(), moment)).Requests
        .Select(request => $"{request.Id} {(request.Pending ? "pending" : string.Join(' ', request.Answers.Select(answer => answer.Statement)))}"));

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        return ledger;
    }
}
