using System.Text.Json;
using AttributionLedger.Attribution;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Exporting;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Duplicates;

/// <summary>A link must not say in public that there is a statement which is not shown.</summary>
public class KeepingLinksFromThePublic(SharedPostgres postgres)
{
    private const string Hidden = "zyxhidden";

    /// <summary>What stands in the way of publishing the other.</summary>
    public static TheoryData<string> Ways => ["deep-background", "off-the-record", "embargo", "consent"];

    [Theory, MemberData(nameof(Ways))]
    public async Task a_relay_of_what_is_hidden_reads_in_public_as_if_there_were_no_link(string way)
    {
        await using var linked = await postgres.EmptyAsync();
        await linked.TakeInAsync([.. Sheet(way, "harbour"), Link("s2", Hidden, "relay-of")]);
        await using var unlinked = await postgres.EmptyAsync();
        await unlinked.TakeInAsync([.. Line.Scene, Line.Says("s2", "post", text: "Tanks burned.")]);
        (await PublicAsync(linked)).ShouldBe(await PublicAsync(unlinked));
        (await linked.ExportAsync()).ShouldBe(await unlinked.ExportAsync());
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task one_that_is_the_same_as_what_is_hidden_is_hidden_with_it(string way)
    {
        await using var linked = await postgres.EmptyAsync();
        await linked.TakeInAsync([.. Sheet(way, "post", consent: way == "consent" ? "s2" : null), Link("s2", Hidden, "same-as")]);
        await using var nothing = await postgres.EmptyAsync();
        await nothing.TakeInAsync(Line.Scene);
        (await PublicAsync(linked)).ShouldBe(await PublicAsync(nothing));
    }

    [Fact]
    public async Task nothing_of_the_link_is_in_a_public_list_or_card()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade", text: "Tanks burned at the quay."), Line.Says("s2", "post", text: "Tanks burned at the quay."), Line.Says("s3", "brigade", text: "Tanks burned."), Link("s2", "s1", "relay-of"), Link("s3", "s1", "same-as")]);
        var shown = await PublicAsync(ledger);
        shown.ShouldContain("\"relayOf\":\"s1\"");
        foreach (var told in new[] { "link-", "Looked", "\"s3\"" }) shown.ShouldNotContain(told);
        var card = Json((await ledger.Ledger.Statements.FindAsync(Line.Incident, "s3", Audience.Internal, CancellationToken.None))!);
        card.ShouldContain("\"sameAs\":\"s1\"");
        card.ShouldContain("is the same as another");
    }

    [Fact]
    public async Task nothing_of_what_is_off_the_record_is_told_to_the_desk_either()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Sheet("off-the-record", "harbour"), Line.Of(new { entry = "link-statement", id = "l1", incident = Line.Incident, statement = "s2", other = Hidden, link = "relay-of", reason = $"As {Hidden} says." })]);
        Json((await ledger.Ledger.Statements.FindAsync(Line.Incident, "s2", Audience.Internal, CancellationToken.None))!).ShouldNotContain(Hidden);
        var history = Json(await ledger.Ledger.History.ReadAsync(Line.Incident, 1, 100, CancellationToken.None));
        history.ShouldNotContain($"As {Hidden} says.");
        history.ShouldNotContain("statement_linked");
    }

    [Fact]
    public async Task an_export_holds_a_link_that_can_be_told_and_reads_the_same_elsewhere()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "post", text: "Tanks burned at the quay."), Line.Says("s2", "brigade", text: "Tanks burned."), Line.Says("s3", "brigade", text: "They burned."), Link("s1", "s2", "relay-of"), Link("s3", "s2", "same-as")]);
        var export = await ledger.ExportAsync();
        export.ShouldContain("\"link\":\"relay-of\"");
        export.ShouldNotContain("They burned.");
        await using var other = await postgres.EmptyAsync();
        await other.TakeInAsync(export.Split('\n'));
        var (here, there) = (await ledger.ReadAsync(Line.Incident, new() { Audience = Audience.Publishable }), await other.ReadAsync(Line.Incident, new() { Audience = Audience.Publishable }));
        here.Claims.Select(claim => (claim.Id, claim.SupportedBy, claim.StatedAsFactBy.Count)).ShouldBe(there.Claims.Select(claim => (claim.Id, claim.SupportedBy, claim.StatedAsFactBy.Count)));
    }

    private static string[] Sheet(string way, string by, string? consent = null) =>
    [
        .. Line.Scene, Line.Says(Hidden, by, text: "Tanks burned.", terms: way is "deep-background" or "off-the-record" ? way : "on-the-record", setting: way == "embargo" ? new { embargo = "2090-01-01T00:00Z" } : null),
        Line.Says("s2", "post", text: "Tanks burned."),
        .. way == "consent" ? new[] { consent, Hidden }.OfType<string>().Select(statement => Line.Of(new { entry = "consent-withdrawn", incident = Line.Incident, statement, reason = "For fear." })) : []
    ];

    private static string Link(string statement, string other, string link) => Line.Of(new { entry = "link-statement", incident = Line.Incident, statement, other, link, reason = "Looked at." });

    /// <summary>All that anybody may read of the incident now, but for when it was recorded.</summary>
    private static async Task<string> PublicAsync(TestLedger ledger)
    {
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        var state = await ledger.ReadAsync(Line.Incident, new() { Audience = Audience.Publishable });
        var statements = (await ledger.Ledger.Statements.ReadAsync(Line.Incident, new StatementQuery(Audience: Audience.Publishable), CancellationToken.None)).Shape();
        return System.Text.RegularExpressions.Regex.Replace(Json(state) + Json(statements), "\"20(2[6-9]|[3-8])[^\"]*\"", "\"\"");
    }

    private static string Json<T>(T shape) => JsonSerializer.Serialize(shape, ShapeJson.Options);
}
