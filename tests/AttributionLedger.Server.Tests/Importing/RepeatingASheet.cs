using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Importing;

public class RepeatingASheet(SharedPostgres postgres)
{
    [Fact]
    public async Task changes_nothing()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var before = await samples.Database.TextAsync();
        foreach (var sheet in new[] { Samples.Invented, Samples.Article })
        {
            var report = await samples.TakeInAsync(sheet);
            (report.New, report.OnRecord).ShouldBe((0, report.Entries));
        }
        (await samples.Database.TextAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task that_grew_by_a_line_adds_that_line()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var before = await samples.Database.FactsAsync();
        (await samples.TakeInAsync([.. Samples.Invented, Line.Says("s99", "brigade", claim: "f1", incident: "harbour-fire")])).New.ShouldBe(1);
        (await samples.Database.FactsAsync()).Except(before).Count().ShouldBe(2, "a statement and its stance");
    }

    [Fact]
    public async Task that_grew_means_the_same_source_by_the_same_label()
    {
        await using var ledger = await postgres.EmptyAsync();
        string[] sheet = [.. Line.Scene, Line.Unnamed("?1"), Line.Unnamed("?2", "a diplomat"), Line.Says("s1", "?1"), Line.Says("s2", "?2")];
        await ledger.TakeInAsync(sheet);
        (await ledger.TakeInAsync([.. sheet, Line.Says("s3", "?1"), Line.Says("s4", "?2")])).New.ShouldBe(2);
        var speakers = await SpeakersAsync(ledger, Line.Incident);
        speakers["s3"].ShouldBe(speakers["s1"]);
        speakers["s4"].ShouldBe(speakers["s2"]);
        speakers["s1"].ShouldNotBe(speakers["s2"]);
    }

    [Fact]
    public async Task means_another_source_by_a_label_in_another_incident()
    {
        await using var ledger = await postgres.EmptyAsync();
        string[] sheet = [.. Line.Scene, Line.Opening("pier"), Line.Claim("k1", incident: "pier"), Line.Unnamed("?1", under: "harbour"), Line.Says("s1", "?1"), Line.Says("s1", "?1", incident: "pier")];
        await ledger.TakeInAsync(sheet);
        (await ledger.TakeInAsync(sheet)).New.ShouldBe(0);
        (await SpeakersAsync(ledger, Line.Incident))["s1"].ShouldNotBe((await SpeakersAsync(ledger, "pier"))["s1"]);
        (await ledger.Database.AskAsync<long>("select count(*) from ledger.mt_streams where id like 'party/unnamed-%'")).ShouldBe(2);
    }

    /// <summary>Ways in which a label can be used that leave it to the statements to say who is meant.</summary>
    public static TheoryData<string, string[]> Uses => new()
    {
        { "a source that repeats what a party said", [Line.Says("s1", "brigade"), Line.Says("s2", "?1", relayOf: "s1")] },
        { "a source that repeats what another source said", [Line.Unnamed("?2", "a diplomat"), Line.Says("s1", "?2"), Line.Says("s2", "?1", relayOf: "s1")] },
        { "a source that speaks jointly with a party", [Line.Says("s1", new[] { "brigade", "?1" })] },
        { "a source that raised a claim", [Line.Claim("k3", raisedBy: "?1"), Line.Says("s1", "?1", claim: "k3")] },
        { "a source that raised a claim here and spoke elsewhere", [Line.Claim("k3", raisedBy: "?1"), Line.Opening("pier"), Line.Claim("k1", incident: "pier"), Line.Says("s1", "?1", incident: "pier")] },
        { "a source that is found independent", [Line.Says("s1", "?1"), Line.Of(new { entry = "independence", incident = Line.Incident, claim = "k1", parties = new[] { "?1", "brigade" }, reason = "One saw it, one heard it." })] },
        { "a source whose statement was struck", [Line.Says("s1", "?1"), Line.Of(new { entry = "strike", incident = Line.Incident, target = "s1", reason = "Twice." })] },
        { "a source through which words came", [Line.Says("s0", "?1"), Channelled("s1")] },
        { "a source that is only a channel", [Channelled("s1")] }
    };

    [Theory, MemberData(nameof(Uses))]
    public async Task changes_nothing_with(string use, string[] lines)
    {
        await using var ledger = await postgres.EmptyAsync();
        string[] sheet = [.. Line.Scene, Line.Unnamed("?1"), .. lines];
        await ledger.TakeInAsync(sheet);
        var before = await ledger.Database.FactsAsync();
        (await ledger.TakeInAsync(sheet)).New.ShouldBe(0, use);
        (await ledger.Database.FactsAsync()).ShouldBe(before);
        await ledger.ShouldVerifyAsync();
    }

    private static string Channelled(string id) => Line.Of(new
    {
        entry = "statement", id, incident = Line.Incident, by = "korvad", said = "2023-03-05", stances = new[] { new { stance = "asserts", claim = "k1" } },
        issuance = new { state = "purported", channel = "?1" }, terms = "background"
    });

    private static async Task<Dictionary<string, string>> SpeakersAsync(TestLedger ledger, string incident) =>
        (await ledger.Database.ListAsync($"select data->>'id' || ' ' || (data->'statement'->'by'->>0) from ledger.mt_events where type = 'statement_logged' and stream_id = 'incident/{incident}'"))
            .Select(pair => pair.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1]);
}
