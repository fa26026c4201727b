using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Exporting;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Readings;

/// <summary>
/// Marker words stand in all that could tell who an unnamed source is or that a hidden one spoke, and are searched in every
/// answer that anybody may have.
/// </summary>
public partial class KeepingSourcesFromThePublic(SharedPostgres postgres)
{
    private const string Canary = "zyx", Hidden = "zyxraiser", Silent = "zyxsilent", Passer = "zyxpasser", Published = "1987-06-05";
    private const string Anything = "0123456789abcdef0123456789abcdef";

    private static readonly string[] Statements = ["s0", "u1", "u2", "u3", "relay", "chain", "asked", "back"], Parties = ["brigade", "harbour", "korvad", "post"];

    /// <summary>Claims that were raised by somebody of whom nothing is published, and statements of which the source is not named.</summary>
    private static readonly string[] Sheet =
    [
        .. Line.Scene, Line.Party(Hidden), Line.Party(Silent), Line.Party(Passer),
        Line.Unnamed("?1", "a docker"), Line.Unnamed("?2", $"an asker {Canary}"), Line.Unnamed("?3", "an account"), Line.Unnamed("?4", $"a clerk {Canary}"),
        Line.Claim("k3", raisedBy: Hidden), Line.Claim("k4", raisedBy: Silent), Line.Claim("k5", raisedBy: "?4"), Line.Claim("k6", raisedBy: "brigade"), Line.Claim("k7", raisedBy: "harbour"), Line.Claim("k8", raisedBy: "?1"),
        Line.Says("s0", "brigade"), Line.Says("h1", Hidden, claim: "k3", terms: "deep-background"), Line.Says("h2", "?4", claim: "k5", terms: "not-stated"), Line.Says("h4", "?2", terms: "off-the-record"), Line.Says("h3", Hidden, relayOf: "s0", setting: new { embargo = "2090-01-01T00:00Z" }),
        Statement("u1", "?1", new { rule = "background" }, setting: new { medium = $"a call {Canary}", via = Passer }),
        Statement("u2", "korvad", new { rule = "background" }, new { state = "purported", channel = "?3" }, new { medium = $"a group {Canary}", via = Passer }),
        Line.Says("u3", "?1", claim: "k8", terms: "background"),
        Line.Of(new { entry = "retraction", incident = Line.Incident, statement = "u1", said = "2023-03-06", reason = $"For {Canary}.", words = new { form = "verbatim", text = $"I am {Canary}." } }),
        // Who repeats what is hidden speaks for itself, also where that one repeats what is not.
        Line.Says("relay", "post", relayOf: "h1", setting: new { via = Hidden }), Line.Says("chain", "post", claim: "k2", relayOf: "h3", setting: new { via = Hidden }),
        Line.Says("back", "harbour"), Line.Of(new { entry = "retraction", incident = Line.Incident, statement = "back", said = "2023-03-06", reason = "Too soon.", words = new { form = "verbatim", text = "I was wrong." } })
    ];

    [Fact]
    public async Task no_public_answer_holds_any_of_it()
    {
        await using var ledger = await LedgerAsync();
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        var told = new List<string>();
        foreach (var path in Paths)
        {
            var answer = await host.Http.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            told.AddRange(Told(await answer.Content.ReadAsStringAsync()).Select(words => $"{path}: {words}"));
        }
        told.ShouldBeEmpty();
        foreach (var hidden in new[] { Hidden, Silent, Passer })
            foreach (var list in new[] { "", "/affiliates", "/appearances" })
                (await host.Http.GetAsync($"/api/parties/{hidden}{list}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{hidden}{list}");
        foreach (var hidden in new[] { "h1", "h2", "h3", "h4" }) (await host.Http.GetAsync($"/api/incidents/{Line.Incident}/statements/{hidden}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, hidden);
        ShouldTellNothing(await ledger.ExportAsync(), "the export");
    }

    [Fact]
    public async Task no_public_feed_holds_any_of_it()
    {
        await using var ledger = await LedgerAsync();
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        await using var feed = await host.FollowAsync(Line.Incident, Audience.Publishable, last: Anything);
        await using var board = await host.FollowBoardAsync(Audience.Publishable, last: Anything);
        await ledger.TakeInAsync([Line.Says("s9", "harbour", "denies")]);
        ShouldTellNothing((await feed.NextAsync()).Data, "the incident's feed");
        ShouldTellNothing((await board.NextAsync()).Data, "the board's feed");
    }

    [Fact]
    public async Task no_public_reading_of_another_moment_or_by_the_other_clock_holds_any_of_it()
    {
        await using var ledger = await LedgerAsync();
        foreach (var moment in new ReadingRequest[] { new(Clock: Clock.Noted), new(SaidBy: "2023-03-05"), new(SaidBy: "2023-03-06", Clock: Clock.Noted) })
            ShouldTellNothing(JsonSerializer.Serialize(await ledger.ReadAsync(Line.Incident, moment with { Audience = Audience.Publishable }), ShapeJson.Options), $"{moment}");
    }

    [Fact]
    public async Task the_desk_sees_all_of_it()
    {
        await using var ledger = await LedgerAsync();
        await using var host = await FeedHost.StartAsync(ledger.Ledger);
        async Task<string> ToldAsync(string path) => await host.Http.GetStringAsync($"/api/incidents/{Line.Incident}/{path}?reading=internal");
        var state = await ToldAsync("state");
        foreach (var word in new[] { Hidden, Silent, $"a clerk {Canary}", $"an asker {Canary}" }) state.ShouldContain(word);
        foreach (var word in new[] { $"a call {Canary}", Passer, Published, $"I am {Canary}" }) (await ToldAsync("statements/u1")).ShouldContain(word);
        (await ToldAsync("statements/relay")).ShouldContain(Hidden);
        (await ToldAsync("requests")).ShouldContain($"an asker {Canary}");
        (await ledger.Ledger.Parties.AppearancesAsync(Silent, 10, null, Audience.Internal, CancellationToken.None)).Shape().Appearances.Single().Named.ShouldBeTrue();
    }

    [Fact]
    public async Task who_is_heard_is_named_as_the_one_who_raised_a_claim_also_where_it_took_back_what_it_said()
    {
        await using var ledger = await LedgerAsync();
        (await ledger.ReadAsync(Line.Incident, new(Audience: Audience.Publishable))).Claims.Select(claim => (claim.Id, claim.RaisedByParty?.Name))
            .ShouldBe([("k1", null), ("k2", null), ("k3", null), ("k4", null), ("k5", null), ("k6", "The brigade"), ("k7", "The harbour"), ("k8", "a docker")]);
        (await ledger.Ledger.Parties.AppearancesAsync("harbour", 10, null, Audience.Publishable, CancellationToken.None)).Shape().Appearances.Single().Named.ShouldBeTrue();
    }

    [Fact]
    public async Task what_a_named_speaker_says_as_it_takes_something_back_is_for_anybody()
    {
        await using var ledger = await LedgerAsync();
        (await ledger.Ledger.Statements.FindAsync(Line.Incident, "back", Audience.Publishable, CancellationToken.None))!.Reversals.Single().Words!.Text.ShouldBe("I was wrong.");
    }

    [Fact]
    public async Task who_raised_a_claim_is_no_other_for_what_is_logged_that_may_not_be_published()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Claim("k3", raisedBy: "harbour"), Line.Says("s0", "brigade")]);
        var before = await ledger.ReadAsync(Line.Incident, new(Audience: Audience.Publishable));
        await ledger.TakeInAsync([Line.Says("h1", "harbour", claim: "k3", terms: "off-the-record")]);
        SameReading.Text(await ledger.ReadAsync(Line.Incident, new(Audience: Audience.Publishable))).ShouldBe(SameReading.Text(before));
    }

    private static IEnumerable<string> Paths =>
    [
        "/api/board", "/api/parties", $"/api/parties?name={Canary}", $"/api/incidents/{Line.Incident}", $"/api/incidents/{Line.Incident}/state", $"/api/incidents/{Line.Incident}/statements", $"/api/incidents/{Line.Incident}/requests",
        $"/api/incidents/{Line.Incident}/diff?from=2020", $"/api/incidents/{Line.Incident}/diff?from=2023-03-05&along=said",
        .. Statements.Select(id => $"/api/incidents/{Line.Incident}/statements/{id}"),
        .. Parties.SelectMany(id => new[] { "", "/affiliates", "/appearances" }.Select(list => $"/api/parties/{id}{list}"))
    ];

    private static void ShouldTellNothing(string text, string where) => Told(text).ShouldBeEmpty(where);

    /// <summary>Every text that holds a marker.</summary>
    private static IEnumerable<string> Told(string text) => Marked().Matches(text).Select(found => found.Value);

    [GeneratedRegex($"\"[^\"]*(?:{Canary}|{Published})[^\"]*\"", RegexOptions.IgnoreCase)]
    private static partial Regex Marked();

    private static string Statement(string id, string by, object terms, object? issuance = null, object? setting = null) => Line.Of(new
    {
        entry = "statement", id, incident = Line.Incident, by, said = "2023-03-05", published = Published, stances = new[] { new { stance = "asserts", claim = "k1" } },
        words = new { form = "paraphrase", text = "The tanks burned." }, terms, issuance, setting, basis = "witnessed", grade = "A1", evidence = new[] { new { url = $"https://example.org/{Canary}", note = Canary } }
    });

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        // A label cannot stand for an asker; the id that the ledger minted can.
        var asker = await ledger.Database.AskAsync<string>($"select id from ledger.mt_doc_party where data::text like '%an asker {Canary}%'");
        await ledger.TakeInAsync(
        [
            Line.Says("asked", "korvad", "declines-to-comment", "k2", setting: new { askedBy = asker }),
            Line.Of(new { entry = "request", id = "r1", incident = Line.Incident, of = "harbour", by = asker, asked = "2023-03-06", medium = $"a call {Canary}" })
        ]);
        return ledger;
    }
}
