using AttributionLedger.Attribution;
using AttributionLedger.Readings;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Searching;

/// <summary>To be found tells: so in public nothing is found by what may not be told.</summary>
public class SearchingInPublic(SharedPostgres postgres)
{
    private static readonly ReadingRequest Public = new(Audience: Audience.Publishable);

    private static readonly string[] Sheet =
    [
        .. Line.Scene, Line.Unnamed("?1"), Line.Unnamed("?2", "a dockhand"), Line.Party("hidden", "organisation", "Quiet Partners"), Line.Party("teller", "person", "Mira Sorn"), Line.Party("carrier", "outlet", "Night Courier"),
        Line.Says("open", "brigade", text: "openword"),
        Line.Says("off", "brigade", text: "offword", terms: "off-the-record"),
        Line.Says("deep", "brigade", text: "deepword", terms: "deep-background"),
        Line.Says("unstated", "?1", text: "unstatedword", terms: "not-stated"),
        Line.Says("background", "?2", text: "backgroundword", terms: new { rule = "background", agreed = "agreedword", description = "a dockhand" }, setting: new { medium = "kitchenword", via = new[] { "carrier" } }),
        Line.Says("embargoed", "brigade", text: "embargoword", setting: new { embargo = "2999-01-01T00:00Z" }),
        Line.Says("over", "brigade", text: "overword", setting: new { embargo = "2023-03-05T10:00Z" }),
        Line.Says("withdrawn", "harbour", text: "withdrawnword"), Line.Of(new { entry = "consent-withdrawn", incident = Line.Incident, statement = "withdrawn", reason = "Asked." }),
        Line.Says("original", "hidden", text: "originalword", terms: "off-the-record"),
        Line.Says("relay", "post", text: "relayword", relayOf: "original", setting: new { via = new[] { "teller" } }),
        Line.Of(new { entry = "evidence", id = "e1", incident = Line.Incident, statement = "open", url = "https://example.org/publicpage", file = "filenameword.pdf", note = "noteword" }),
        Line.Of(new { entry = "evidence", id = "e2", incident = Line.Incident, statement = "background", url = "https://example.org/sourcepage" })
    ];

    [Theory]
    [InlineData("openword", "open")]
    [InlineData("overword", "over")]
    [InlineData("backgroundword", "background")]
    [InlineData("publicpage", "open")]
    [InlineData("relayword", "relay")]
    public async Task finds_what_may_be_published(string words, string id) => (await FindAsync(words)).ShouldBe([id]);

    [Theory]
    [InlineData("offword")]
    [InlineData("deepword")]
    [InlineData("unstatedword")]
    [InlineData("embargoword")]
    [InlineData("withdrawnword")]
    [InlineData("originalword")]
    [InlineData("filenameword")]
    [InlineData("noteword")]
    [InlineData("sourcepage")]
    [InlineData("agreedword")]
    [InlineData("kitchenword")]
    [InlineData("Quiet Partners")]
    [InlineData("Quiet Partnrs")]
    [InlineData("deepwrod")]
    [InlineData("offwords")]
    public async Task finds_nothing_by_what_may_not(string words)
    {
        await using var ledger = await LedgerAsync();
        var page = await ledger.SearchAsync(new(words), Public);
        // Misspelt words may lead to what is public, and to that alone.
        page.Found.Select(Found.IdOf).Except(["open", "over", "background", "relay"]).ShouldBeEmpty();
        page.Meant.ShouldAllBe(word => word.StartsWith("over", StringComparison.Ordinal) || word.StartsWith("open", StringComparison.Ordinal) || word.StartsWith("relay", StringComparison.Ordinal) || word.StartsWith("background", StringComparison.Ordinal));
        foreach (var found in page.Found) found.Passages.SelectMany(passage => passage.Pieces).Where(piece => piece.Found).ShouldAllBe(piece => page.Meant.Contains(Scripts.Folding.Fold(piece.Text)));
    }

    [Fact]
    public async Task counts_and_filters_only_what_is_public()
    {
        await using var ledger = await LedgerAsync();
        (await ledger.FindAsync(new SearchQuery(Incident: Line.Incident, Kind: SearchKind.Statement), Public)).Order().ShouldBe(["background", "open", "over", "relay"]);
        (await ledger.SearchAsync(new(Incident: Line.Incident, Kind: SearchKind.Statement, Limit: 1), Public)).Count.ShouldBe(4);
        (await ledger.FindAsync(new SearchQuery(Kind: SearchKind.Party, Text: "the OR quiet OR mira OR night OR dockhand"), Public)).ShouldNotContain("hidden");
        (await ledger.FindAsync(new SearchQuery(Medium: "kitchenword"), Public)).ShouldBeEmpty();
        (await ledger.FindAsync(new SearchQuery(Outlet: "carrier"), Public)).ShouldBeEmpty();
        // Its chain would tell who said what it repeats.
        (await ledger.FindAsync(new SearchQuery(Outlet: "teller"), Public)).ShouldBeEmpty();
        (await ledger.RefusedAsync(new(Party: "hidden"), Public)).ShouldBe("party-unknown");
        (await ledger.RefusedAsync(new(Speaker: "hidden"), Public)).ShouldBe("party-unknown");
        (await ledger.FindAsync(new SearchQuery(Statement: StatementStatus.Struck), Public)).ShouldBeEmpty();
        (await ledger.FindAsync(new SearchQuery(Outlet: "carrier"))).ShouldBe(["background"]);
        (await ledger.FindAsync(new SearchQuery("deepword"))).ShouldBe(["deep"]);
        (await ledger.FindAsync(new SearchQuery("offword", Kind: SearchKind.Statement))).ShouldNotContain("off");
    }

    [Fact]
    public async Task forgets_at_once_what_goes_off_the_record_and_what_loses_its_consent()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Of(new { entry = "consent-withdrawn", incident = Line.Incident, statement = "over", reason = "Asked." }), Line.Of(new { entry = "renegotiation", incident = Line.Incident, statement = "open", terms = "off-the-record", reason = "Asked." })]);
        (await ledger.FindAsync(new SearchQuery("overword"), Public)).ShouldBeEmpty();
        (await ledger.FindAsync(new SearchQuery("overword"), Public with { KnownAt = $"{DateTime.UtcNow.AddSeconds(-0.001):yyyy-MM-ddTHH:mm:ss.fffZ}" })).ShouldBeEmpty();
        (await ledger.FindAsync(new SearchQuery("overword"))).ShouldBe(["over"]);
        (await ledger.FindAsync(new SearchQuery("openword", Kind: SearchKind.Statement))).ShouldNotContain("open");
        await ledger.ShouldVerifyAsync();
    }

    private async Task<string[]> FindAsync(string words)
    {
        await using var ledger = await LedgerAsync();
        return await ledger.FindAsync(new SearchQuery(words, SearchKind.Statement), Public);
    }

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        return ledger;
    }
}
