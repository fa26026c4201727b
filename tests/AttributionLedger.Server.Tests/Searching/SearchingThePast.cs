using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Searching;

public class SearchingThePast(SharedPostgres postgres)
{
    /// <summary>At any moment on both clocks, in either reading, the search holds what the list holds.</summary>
    [Theory]
    [InlineData("harbour-fire")]
    [InlineData("oil-pier-blast")]
    [InlineData("kharab-al-jir")]
    public async Task finds_at_every_moment_what_the_list_of_that_moment_shows(string incident)
    {
        await using var ledger = await postgres.WithSamplesAsync();
        var recorded = await ledger.Database.ListAsync($"select to_char(timestamp at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from ledger.mt_events where stream_id = 'incident/{incident}' order by version");
        var moments = recorded.Where((_, i) => i % (recorded.Count / 8) == 0 || i == recorded.Count - 1).ToList();
        string?[] said = [null, "2023-03-06", "2023-05-01", "2024-04-21", "2024-04-22T12:00Z"];
        string?[] noted = [null, "2023-03-06T08:00Z", "2023-03-07T20:00Z", "2023-04-12T12:00Z"];
        var compared = 0;
        foreach (var audience in Enum.GetValues<Audience>())
            foreach (var saidBy in said)
            {
                foreach (var knownAt in moments) await CompareAsync(new(saidBy, knownAt, Clock.Recorded, audience));
                foreach (var knownAt in noted) await CompareAsync(new(saidBy, knownAt, Clock.Noted, audience));
            }
        compared.ShouldBeGreaterThan(40);

        async Task CompareAsync(ReadingRequest request)
        {
            var listed = await ListedAsync(ledger, incident, request);
            compared += listed.Count;
            (await ledger.FindAsync(new SearchQuery(Incident: incident, Kind: SearchKind.Statement, Limit: 100), request)).Order(StringComparer.Ordinal)
                .ShouldBe(listed.Where(statement => statement.Status != StatementStatus.Struck).Select(statement => statement.Id).Order(StringComparer.Ordinal), request.ToString());
            foreach (var status in Enum.GetValues<StatementStatus>())
                (await ledger.FindAsync(new SearchQuery(Incident: incident, Statement: status, Limit: 100), request)).Order(StringComparer.Ordinal)
                    .ShouldBe(listed.Where(statement => statement.Status == status).Select(statement => statement.Id).Order(StringComparer.Ordinal), $"{status} {request}");
        }
    }

    [Fact]
    public async Task finds_words_from_when_they_were_so_until_they_were_corrected()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade", text: "Three men were seen.", said: "2023-03-05")]);
        var before = Now();
        await ledger.TakeInAsync([Line.Of(new { entry = "correction", id = "c1", incident = Line.Incident, statement = "s1", whose = "speaker", said = "2023-03-08", reason = "Miscounted.", words = new { form = "paraphrase", text = "Four women were seen." } }),
            Line.Of(new { entry = "reword", incident = Line.Incident, claim = "k1", text = "The quay was on fire.", reason = "Said more exactly." }), Line.Of(new { entry = "revise", incident = Line.Incident, headline = "Invented: blaze at the quay", reason = "Said more exactly." }),
            Line.Of(new { entry = "rename", party = "korvad", name = "New Korvad Front", reason = "It calls itself so." })]);

        (await ledger.FindAsync("women")).ShouldBe(["s1"]);
        (await ledger.FindAsync(new SearchQuery("men", SearchKind.Statement))).ShouldNotContain("s1");
        (await ledger.FindAsync("men", new(KnownAt: before))).ShouldBe(["s1"]);
        (await ledger.FindAsync(new SearchQuery("women", SearchKind.Statement), new(KnownAt: before))).ShouldNotContain("s1");
        // The speaker's own correction acts from when it was said.
        (await ledger.FindAsync("\"three men\"", new(SaidBy: "2023-03-07"))).ShouldBe(["s1"]);
        (await ledger.SearchAsync(new("\"three men\""), new(SaidBy: "2023-03-07"))).Found.Single().Statement!.Words!.Text.ShouldBe("Three men were seen.");
        (await ledger.FindAsync("blaze")).ShouldBe([Line.Incident]);
        (await ledger.FindAsync("\"on fire\"", new(KnownAt: before))).ShouldBeEmpty();
        (await ledger.SearchAsync(new("\"claim k1\""), new(KnownAt: before))).Found.Single().Claim!.Text.ShouldBe("The claim k1.");
        (await ledger.FindAsync("\"on fire\"")).ShouldBe(["k1"]);
        (await ledger.FindAsync(new SearchQuery("front", SearchKind.Party))).ShouldBe(["korvad"]);
        (await ledger.FindAsync(new SearchQuery("\"korvad front\"", SearchKind.Party), new(KnownAt: before))).ShouldBeEmpty();
        (await ledger.SearchAsync(new("\"the korvad\"", SearchKind.Party), new(KnownAt: before))).Found.Single().Party!.Name.ShouldBe("The korvad");
        await ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task is_the_same_after_a_rebuild()
    {
        await using var ledger = await postgres.WithSamplesAsync();
        await ledger.ShouldVerifyAsync();
        const string Rows = "select md5(string_agg(t::text, '|' order by t.id, t.clock, t.reading, t.since, t.said_from)) from ledger.search_text t";
        var before = (await ledger.Database.ListAsync(Rows)).Single();
        await ledger.Ledger.Rebuilder.RunAsync(new Silence<int>(), CancellationToken.None);
        (await ledger.Database.ListAsync(Rows)).Single().ShouldBe(before);
        await ledger.ShouldVerifyAsync();
    }

    private static string Now() => $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.ffffffZ}";

    private static async Task<List<StatementShape>> ListedAsync(TestLedger ledger, string incident, ReadingRequest request)
    {
        var all = new List<StatementShape>();
        string? after = null;
        do
        {
            var page = (await ledger.Ledger.StatementsAsOf.ReadAsync(incident, new(Limit: 100, After: after), request, CancellationToken.None)).ShouldBeOfType<Answer<StatementsShape>.Given>().Shape;
            all.AddRange(page.Statements);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
