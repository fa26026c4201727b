using AttributionLedger.Attribution;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Server.Tests.Searching;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Server.Tests.Tables;
using AttributionLedger.Statements;
using AttributionLedger.Tables;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Moments;

/// <summary>That two statements are one is known from when it was recorded: before that each was there, whoever reads and wherever.</summary>
public class LinkingStatementsLater(SharedPostgres postgres)
{
    [Fact]
    public async Task neither_hides_nor_shows_them_earlier_in_a_list_a_table_a_search_or_the_state()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        var apart = await ledger.ThenAsync(Line.Says("s1", "brigade", text: "Tanks burned."), Line.Says("s2", "brigade", "denies", "k2", text: "Tanks burned."), Line.Retracts("s2", id: "r2"), Line.Says("s3", "brigade", "denies", "k2", text: "Tanks burned."));
        var linked = await ledger.ThenAsync(Link("l1", "s3"));
        var undone = await ledger.ThenAsync(Line.Of(new { entry = "strike", id = "x1", incident = Line.Incident, target = "l1", reason = "They are two." }));
        await ledger.TakeInAsync([Link("l2", "s3")]);
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);

        foreach (var audience in Enum.GetValues<Audience>())
        {
            (await EverywhereAsync(ledger, new(KnownAt: apart, Audience: audience))).ShouldBe("s1 s2 s3; k1 k2", $"{audience}");
            (await EverywhereAsync(ledger, new(KnownAt: undone, Audience: audience))).ShouldBe("s1 s2 s3; k1 k2", $"{audience}");
        }
        (await EverywhereAsync(ledger, new(KnownAt: linked, Audience: Audience.Publishable))).ShouldBe("s1 s2; k1");
        (await EverywhereAsync(ledger, new(Audience: Audience.Publishable))).ShouldBe("s1 s2; k1");
        (await ledger.IdsAsync(new(KnownAt: linked))).ShouldBe("s1 s2 s3", "the desk sees what another stands for as well, and that it does");
        (await ledger.IdsAsync(new(), new(Status: StatementStatus.Live))).ShouldBe("s1 s3");
        await ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task leaves_no_trace_in_the_pages_of_the_public()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. Enumerable.Range(1, 6).Select(i => Line.Says($"s{i}", "brigade"))]);
        var linked = await ledger.ThenAsync(Link("l2", "s2"), Link("l3", "s3"), Link("l5", "s5"));
        await ledger.TakeInAsync([Line.Says("later", "brigade")]);
        (await ledger.IdsAsync(new(KnownAt: linked, Audience: Audience.Publishable), new(Limit: 1))).ShouldBe("s1 s4 s6");
        (await ledger.StatementsAsync(new(Limit: 3), new(KnownAt: linked, Audience: Audience.Publishable))).Next.ShouldBeNull();
    }

    [Fact]
    public async Task does_not_bring_back_what_lost_its_consent_or_got_stricter_terms()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        var before = await ledger.ThenAsync(Line.Says("s1", "brigade"), Line.Says("s2", "brigade"), Line.Says("s3", "brigade"), Line.Says("s4", "brigade", setting: new { embargo = "2090-01-01T00:00Z" }));
        await ledger.TakeInAsync(
        [
            Link("l2", "s2"), Link("l3", "s3"), Link("l4", "s4"), Line.Of(new { entry = "consent-withdrawn", id = "x2", incident = Line.Incident, statement = "s2", reason = "For fear." }),
            Line.Of(new { entry = "renegotiation", id = "x3", incident = Line.Incident, statement = "s3", terms = "deep-background", reason = "Asked for." })
        ]);
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        (await EverywhereAsync(ledger, new(KnownAt: before, Audience: Audience.Publishable))).ShouldBe("s1; k1");
    }

    private static string Link(string id, string statement) => Line.Of(new { entry = "link-statement", id, incident = Line.Incident, statement, other = "s1", link = "same-as", reason = "Looked at." });

    /// <summary>The statements that a list, a table, a search and each card hold, and the claims on which the state has a position: they agree, or this fails.</summary>
    private static async Task<string> EverywhereAsync(TestLedger ledger, ReadingRequest moment)
    {
        var listed = await ledger.IdsAsync(moment);
        string.Join(' ', (await ledger.RowsAsync(TableOf.Statements, Line.Incident, moment)).Select(row => row["statement"]).Distinct()).ShouldBe(listed, $"table, {moment}");
        string.Join(' ', (await ledger.FindAsync(new SearchQuery(Kind: SearchKind.Statement, Incident: Line.Incident), moment)).Order()).ShouldBe(listed, $"search, {moment}");
        foreach (var id in new[] { "s1", "s2", "s3", "s4" })
            (await ledger.Ledger.StatementsAsOf.FindAsync(Line.Incident, id, moment, CancellationToken.None) is Answer<StatementShape>.Given).ShouldBe(listed.Split(' ').Contains(id), $"{id}, {moment}");
        var claims = (await ledger.ReadAsync(Line.Incident, moment)).Claims.Where(claim => claim.Positions.Count > 0).Select(claim => claim.Id);
        return $"{listed}; {string.Join(' ', claims)}";
    }
}
