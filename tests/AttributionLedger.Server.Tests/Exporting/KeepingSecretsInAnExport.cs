using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Exporting;

/// <summary>Marker words stand in every place that is the desk's alone, and are searched in what is exported.</summary>
public class KeepingSecretsInAnExport(SharedPostgres postgres)
{
    private const string Secret = "zyxsecret", Public = "qqpublic";

    private static object[] Stances => [new { stance = "asserts", claim = "k1", strength = "hedged", qualifier = Secret, verb = Secret }, new { stance = "dismisses", claim = "k2", ground = Secret }];

    /// <summary>Whatever is not shown at all, by each of the ways in which something is not shown.</summary>
    private static IEnumerable<string> Hidden =>
    [
        Line.Party($"{Secret}-speaker", name: $"Speaker {Secret}"), Line.Party($"{Secret}-asker", name: $"Asker {Secret}"), Line.Party($"{Secret}-parent", name: $"Parent {Secret}"),
        Line.Of(new { entry = "affiliation", party = $"{Secret}-speaker", partOf = $"{Secret}-parent" }), Line.Unnamed("?1", $"an official {Secret}", under: $"{Secret}-parent"),
        .. new (string Rule, object By)[] { ("off-the-record", "brigade"), ("deep-background", "brigade"), ("not-stated", "?1"), ("background", "brigade"), ("off-the-record", $"{Secret}-speaker") }
            .Select((hidden, i) => Statement($"hidden-{Secret}-{i}", hidden.By, new { rule = hidden.Rule, agreed = Secret, description = Secret, reason = Secret })),
        Statement("embargoed", "harbour", "on-the-record", embargo: "2090-01-01T00:00Z"),
        Statement("withdrawn", "harbour", "on-the-record"), Line.Of(new { entry = "consent-withdrawn", incident = Line.Incident, statement = "withdrawn", reason = Secret }),
        Statement("turned", "harbour", "on-the-record"), Line.Of(new { entry = "renegotiation", incident = Line.Incident, statement = "turned", terms = new { rule = "off-the-record", agreed = Secret }, reason = Secret }),
        Statement("struck", "harbour", "on-the-record"), Line.Of(new { entry = "strike", incident = Line.Incident, target = "struck", reason = Secret }),
        Line.Of(new { entry = "request", id = $"r-{Secret}", incident = Line.Incident, of = "korvad", by = $"{Secret}-asker", asked = "2023-03-05", medium = Secret }), Line.Of(new { entry = "strike", incident = Line.Incident, target = $"r-{Secret}", reason = Secret }),
        Line.Of(new { entry = "retraction", incident = Line.Incident, statement = $"hidden-{Secret}-0", said = "2023-03-06", reason = Secret, words = new { form = "verbatim", text = Secret } }),
        Line.Of(new { entry = "evidence", id = "e1", incident = Line.Incident, statement = $"hidden-{Secret}-1", url = $"https://example.org/{Secret}" }),
        Line.Of(new { entry = "claim", id = "k8", incident = Line.Incident, kind = "other", text = "A claim.", raisedBy = $"{Secret}-speaker" }),
        Line.Of(new { entry = "claim", id = "k9", incident = Line.Incident, kind = "other", text = "A claim.", raisedBy = "?1" }),
        Line.Of(new { entry = "independence", incident = Line.Incident, claim = "k1", parties = new[] { "brigade", $"{Secret}-speaker" }, reason = Secret }),
        Line.Of(new { entry = "voice-settled", incident = Line.Incident, statement = "embargoed", reason = Secret }),
        Line.Of(new { entry = "publication", id = $"p-{Secret}", incident = Line.Incident, headline = Secret, url = $"https://example.org/{Secret}", published = "2023-03-06T12:00Z", restsOn = new[] { $"hidden-{Secret}-0" } }),
        Line.Of(new { entry = "attention-settled", incident = Line.Incident, publication = $"p-{Secret}", note = Secret })
    ];

    /// <summary>What is shown, with all that the desk keeps beside it.</summary>
    private static IEnumerable<string> Shown =>
    [
        Line.Unnamed("?2", $"a docker {Public}", under: $"{Secret}-parent"),
        Line.Of(new { entry = "statement", id = $"s-{Secret}", incident = Line.Incident, by = "?2", said = "2023-03-05", stances = new[] { new { stance = "asserts", claim = "k1" } }, words = new { form = "paraphrase", text = Public },
            terms = new { rule = "background", agreed = Secret, description = Public, reason = Public }, grade = "A1", basis = "witnessed", setting = new { medium = Secret, via = $"{Secret}-asker" },
            evidence = new[] { new { url = $"https://example.org/{Secret}", note = Secret } } }),
        Line.Of(new { entry = "statement", id = $"t-{Secret}", incident = Line.Incident, by = "harbour", said = "2023-03-05", stances = new[] { new { stance = "asserts", claim = "k2" } }, words = new { form = "verbatim", text = Secret },
            terms = "on-the-record", grade = "B2", evidence = new object[] { new { url = $"https://example.org/{Public}", file = $"{Secret}.wav", note = Secret }, new { file = $"{Secret}.pdf" } }, noted = "2023-03-06T01:02:03Z" }),
        Line.Of(new { entry = "correction", id = $"c-{Secret}", incident = Line.Incident, statement = $"t-{Secret}", whose = "outlet", reason = Secret, words = new { form = "verbatim", text = Public } }),
        Line.Of(new { entry = "retraction", id = $"x-{Secret}", incident = Line.Incident, statement = $"t-{Secret}", said = "2023-03-07", reason = Secret }),
        Line.Of(new { entry = "voice-settled", incident = Line.Incident, statement = $"t-{Secret}", reason = Secret }),
        Line.Of(new { entry = "grade", party = "harbour", grade = "E", reason = Secret }), Line.Of(new { entry = "rename", party = "harbour", name = $"Harbour {Public}", reason = Secret }),
        Line.Of(new { entry = "affiliation", id = $"a-{Secret}", party = "harbour", partOf = $"{Secret}-parent" }), Line.Of(new { entry = "strike-affiliation", party = "harbour", affiliation = $"a-{Secret}", reason = Secret }),
        Line.Of(new { entry = "revise", incident = Line.Incident, place = Public, reason = Secret }), Line.Of(new { entry = "reword", incident = Line.Incident, claim = "k1", text = Public, reason = Secret }),
        // A relay of what is hidden speaks for itself, and its chain would say who spoke.
        Line.Of(new { entry = "statement", id = "relay", incident = Line.Incident, by = "post", said = "2023-03-06", stances = new[] { new { stance = "asserts", claim = "k1" } }, relayOf = $"hidden-{Secret}-4", setting = new { via = $"{Secret}-speaker" }, terms = "as-published" }),
        Line.Of(new { entry = "close", incident = Line.Incident, reason = Secret })
    ];

    [Fact]
    public async Task nothing_of_what_is_the_desks_alone_leaves_it()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. Hidden, .. Shown]);
        var sheet = await ledger.ExportAsync();
        sheet.ShouldNotContain(Secret);
        sheet.ShouldNotContain("unnamed-");
        foreach (var word in new[] { "\"under\"", "\"noted\"", "\"grade\"", "tester", "2023-03-06T01:02:03", "embargo", "consent", "strike" }) sheet.ShouldNotContain(word);
        foreach (var field in new[] { $"\"description\":\"a docker {Public}\"", $"\"text\":\"{Public}\"", $"\"reason\":\"{Public}\"", $"example.org/{Public}", $"Harbour {Public}", "\"retraction\"", "\"close\"" }) sheet.ShouldContain(field);
    }

    [Fact]
    public async Task a_ledger_that_never_held_what_is_hidden_exports_the_same()
    {
        await using var whole = await postgres.EmptyAsync();
        await whole.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade"), .. Hidden, Line.Says("s9", "harbour", "denies", "k2")]);
        await using var subset = await postgres.EmptyAsync();
        await subset.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade"), Line.Claim("k8", "other"), Line.Claim("k9", "other"), Line.Says("s2", "harbour", "denies", "k2", text: "The words of s9.")]);
        (await whole.ExportAsync()).ShouldBe((await subset.ExportAsync()).Replace("The claim k8.", "A claim.", StringComparison.Ordinal).Replace("The claim k9.", "A claim.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_source_that_speaks_in_two_incidents_has_two_labels()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Opening("other"), Line.Claim("k1", incident: "other"), Line.Unnamed("?7"), Line.Says("s1", "?7", terms: "background"), Line.Says("s1", "?7", terms: "background", incident: "other")]);
        var sheet = await ledger.ExportAsync();
        sheet.ShouldContain("\"by\":\"?1\"");
        sheet.ShouldContain("\"by\":\"?2\"");
        sheet.ShouldNotContain("?7");
    }

    private static string Statement(string id, object by, object terms, string? embargo = null) => Line.Of(new
    {
        entry = "statement", id, incident = Line.Incident, by, said = "2023-03-05", stances = Stances, words = new { form = "verbatim", text = Secret }, terms, noted = "2023-03-06T01:02:03Z", grade = "A1", basis = "told",
        setting = new { medium = Secret, askedBy = $"{Secret}-asker", embargo }, evidence = new[] { new { file = $"{Secret}.wav", note = Secret } }
    });
}
