using AttributionLedger.Readings;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Searching;

public class SearchingTheLedger(SearchingTheLedger.Written written) : IClassFixture<SearchingTheLedger.Written>
{
    private static readonly string[] Sheet =
    [
        .. Line.Scene,
        Line.Party("elmere", "state", "Kingdom of Elmere"), Line.Party("ministry", "office", "Elmere Ministry of War"), Line.Party("odo", "person", "Odo Tresk"), Line.Party("wire", "outlet", "Seline Wire"),
        Line.Of(new { entry = "alias", party = "korvad", alias = "تیپ کورواد" }),
        Line.Of(new { entry = "affiliation", id = "a1", party = "ministry", partOf = "elmere" }), Line.Of(new { entry = "affiliation", id = "a2", party = "odo", speaksFor = "ministry" }),
        Line.Opening("pier"), Line.Claim("p1", "responsibility", "elmere", incident: "pier"),
        Line.Says("s1", "brigade", text: "The tanks are burning at the quay."),
        Line.Says("s2", "odo", "denies", "k2", text: "We did not burn the tanks.", setting: new { medium = "Interview", via = new[] { "wire" } }),
        Line.Says("s3", "ministry", "accuses", "k2", text: "Most likely the Korvad group did it."),
        Line.Says("s4", "post", "asserts", "k1", text: "A tank burned, says the harbour master."),
        Line.Says("s5", "harbour", "confirms", "k1", text: "Nobody burned anything; the quay is quiet."),
        Line.Of(new { entry = "retraction", id = "x1", incident = Line.Incident, statement = "s5", said = "2023-03-06", reason = "Too soon." }),
        Line.Says("s6", "harbour", "asserts", "k1", text: "Logged twice, about tanks."), Line.Of(new { entry = "strike", id = "x2", incident = Line.Incident, target = "s6", reason = "Ours." }),
        Line.Says("t1", "brigade", "accuses", "p1", incident: "pier", text: "Elmere blew up the pier."),
        Line.Says("t2", "elmere", "denies", "p1", incident: "pier", text: "Baseless."),
        Line.Of(new { entry = "evidence", id = "e1", incident = "pier", statement = "t2", url = "https://example.org/communique-17", note = "Stamped by the registry" })
    ];

    [Theory]
    [InlineData("tanks", "s1 s2 s4")]
    [InlineData("burn tanks", "s1 s2 s4")]
    [InlineData("burning quay", "s1 s5")]
    [InlineData("\"burning at the quay\"", "s1")]
    [InlineData("\"at burning\"", "")]
    [InlineData("\"tank burned\"", "s4")]
    [InlineData("bur*", "s1 s2 s4 s5")]
    [InlineData("tanks -quay", "s2 s4")]
    [InlineData("tanks -\"burning at\"", "s2 s4")]
    [InlineData("group OR quiet", "s3 s5")]
    [InlineData("tanks group OR quay", "s1")]
    [InlineData("odo tanks", "s2")]
    [InlineData("کورواد", "")]
    [InlineData("registry", "t2")]
    [InlineData("example.org", "t2")]
    [InlineData("communique", "t2")]
    [InlineData("Odo Tresk", "s2")]
    [InlineData("\"Kingdom of Elmere\"", "t2")]
    [InlineData("the tanks the", "s1 s2 s4")]
    [InlineData("nothing of the kind", "")]
    public async Task finds_statements_by_what_they_say_and_by_who_said_it(string words, string statements) =>
        (await written.Ledger.FindAsync(new SearchQuery(words, SearchKind.Statement))).Order().ShouldBe(statements.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order());

    [Theory]
    [InlineData("korvad", SearchKind.Party, "korvad")]
    [InlineData("کورواد", SearchKind.Party, "korvad")]
    [InlineData("claim p1", SearchKind.Claim, "p1")]
    [InlineData("elmere", SearchKind.Claim, "p1")]
    [InlineData("korvad", SearchKind.Claim, "k2")]
    [InlineData("pier", SearchKind.Incident, "pier")]
    [InlineData("invented pier", SearchKind.Incident, "pier")]
    public async Task finds_parties_claims_and_incidents(string words, SearchKind kind, string id) =>
        (await written.Ledger.FindAsync(new SearchQuery(words, kind))).ShouldContain(id);

    [Fact]
    public async Task keeps_to_what_is_asked_for()
    {
        await Expect(new(Stance: StanceKind.Denies), "s2 t2");
        await Expect(new(Stance: StanceKind.Accuses, ClaimKind: ClaimKind.Responsibility), "s3 t1");
        await Expect(new(ClaimKind: ClaimKind.Occurrence, Kind: SearchKind.Statement), "s1 s4 s5");
        await Expect(new(ClaimKind: ClaimKind.Occurrence, Kind: SearchKind.Claim), "k1");
        await Expect(new(Party: "elmere"), "s2 s3 t2 p1 elmere ministry odo");
        await Expect(new(Party: "ministry", Kind: SearchKind.Statement), "s2 s3");
        await Expect(new(Speaker: "ministry", Kind: SearchKind.Statement), "s3");
        await Expect(new(Speaker: "elmere"), "t2 p1 elmere");
        await Expect(new(Medium: "interview"), "s2");
        await Expect(new(Medium: "INTERVIEW"), "s2");
        await Expect(new(Outlet: "wire"), "s2");
        await Expect(new(Outlet: "post"), "s4");
        await Expect(new(Incident: "pier"), "t1 t2 p1 pier");
        await Expect(new(Statement: StatementStatus.Retracted), "s5");
        await Expect(new(Statement: StatementStatus.Struck), "s6");
        await Expect(new("tanks", Statement: StatementStatus.Live), "s1 s2 s4");
        await Expect(new("tanks", Party: "elmere"), "s2");
        await Expect(new(Party: "elmere", Stance: StanceKind.Denies, Incident: "pier"), "t2");
    }

    [Fact]
    public async Task asks_each_incident_for_a_standing_or_a_status()
    {
        await Expect(new(Status: StatusKind.Contested), "");
        await Expect(new(Status: StatusKind.Accused, Kind: SearchKind.Incident), "pier quay");
        await Expect(new(Status: StatusKind.Accused, Incident: "pier"), "pier p1 t1 t2");
        await Expect(new(Standing: Named.Accused, Kind: SearchKind.Statement), "s2 s3 t1 t2");
        await Expect(new(Standing: Named.Accused, Kind: SearchKind.Claim), "k2 p1");
        await Expect(new("tanks", Standing: Named.Accused), "s2");
        await Expect(new("tanks", Status: StatusKind.Accused, Kind: SearchKind.Statement), "s1 s2 s4");
        await Expect(new(Standing: Named.Acknowledged), "");
        var page = await written.Ledger.SearchAsync(new(Standing: Named.Accused, Kind: SearchKind.Statement, Limit: 1));
        (page.Found.Count, page.IsCountAtLeast).ShouldBe((1, true));
        page.Next.ShouldNotBeNull();
    }

    [Fact]
    public async Task puts_first_what_fits_best_and_counts_all()
    {
        (await written.Ledger.FindAsync("korvad"))[0].ShouldBe("korvad");
        (await written.Ledger.FindAsync(new SearchQuery("burned", SearchKind.Statement)))[0].ShouldBeOneOf("s4", "s5");
        foreach (var limit in new[] { 1, 2, 3, 100 })
        {
            var query = new SearchQuery("tank* OR quay", SearchKind.Statement, Limit: limit);
            var page = await written.Ledger.SearchAsync(query);
            (page.Count, page.IsCountAtLeast).ShouldBe((4, false));
            var found = await written.Ledger.FindAsync(query);
            found.ShouldBe(await written.Ledger.FindAsync(query with { Limit = 100 }), $"pages of {limit}");
            found.Length.ShouldBe(4);
        }
        (await written.Ledger.FindAsync(new SearchQuery("tank* OR quay", SearchKind.Statement, Order: SearchOrder.Newest))).ShouldBe(["s5", "s4", "s2", "s1"]);
        (await written.Ledger.FindAsync(new SearchQuery("tank* OR quay", SearchKind.Statement, Order: SearchOrder.Newest, Limit: 1))).ShouldBe(["s5", "s4", "s2", "s1"]);
    }

    [Theory]
    [InlineData("Korvd", "korvad")]
    [InlineData("Minstry of War", "ministry")]
    [InlineData("Elmeer", "elmere")]
    public async Task finds_misspelt_names(string words, string party)
    {
        var page = await written.Ledger.SearchAsync(new(words, SearchKind.Party));
        page.Found.Select(Found.IdOf).ShouldContain(party);
        page.Meant.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task says_for_whom_a_party_speaks()
    {
        var found = (await written.Ledger.SearchAsync(new("Odo Tresk", SearchKind.Party))).Found.Single().Party!;
        found.SpeaksFor.Single().Name.ShouldBe("Elmere Ministry of War");
    }

    [Theory]
    [InlineData(null, "search-empty")]
    [InlineData("  ", "search-empty")]
    [InlineData("-tanks", "search-empty")]
    [InlineData("!!! ...", "search-empty")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y", "too-many-words")]
    public async Task says_what_is_wrong_with_a_question(string? words, string code) => (await written.Ledger.RefusedAsync(new(words))).ShouldBe(code);

    [Fact]
    public async Task says_what_is_wrong_with_a_filter_a_page_or_a_moment()
    {
        (await written.Ledger.RefusedAsync(new(new string('a', 501)))).ShouldBe("text-too-long");
        (await written.Ledger.RefusedAsync(new("a\0b"))).ShouldBe("text-null-character");
        (await written.Ledger.RefusedAsync(new("tanks", Party: "nobody"))).ShouldBe("party-unknown");
        (await written.Ledger.RefusedAsync(new("tanks", Speaker: "nobody"))).ShouldBe("party-unknown");
        (await written.Ledger.RefusedAsync(new("tanks", Limit: 0))).ShouldBe("limit-out-of-range");
        (await written.Ledger.RefusedAsync(new("tanks", Limit: 101))).ShouldBe("limit-out-of-range");
        (await written.Ledger.RefusedAsync(new("tanks", After: "x"))).ShouldBe("cursor-malformed");
        (await written.Ledger.RefusedAsync(new("tanks"), new(KnownAt: "2999-01-01"))).ShouldBe("moment-in-future");
        var other = (await written.Ledger.SearchAsync(new("tanks", Limit: 1))).Next;
        (await written.Ledger.RefusedAsync(new("quay", Limit: 1, After: other))).ShouldBe("cursor-malformed");
    }

    // Whatever is typed is a question, and none is PostgreSQL's.
    [Theory]
    [InlineData("'")]
    [InlineData("a' & b")]
    [InlineData("\\")]
    [InlineData("x:* | !y")]
    [InlineData("<-> (")]
    [InlineData("\"unclosed phrase")]
    [InlineData("\"\" tanks")]
    [InlineData("tanks OR")]
    [InlineData("OR tanks")]
    [InlineData("-- drop table")]
    [InlineData("%_%")]
    [InlineData("*")]
    [InlineData("=by:brigade")]
    [InlineData("\uD83D\uDE00 tanks")]
    [InlineData("a-b-c-d-e-f.g,h'i")]
    [InlineData("国 \" 防")]
    public async Task breaks_on_nothing_that_is_typed(string words)
    {
        var answer = await written.Ledger.Ledger.Search.FindAsync(new(words), new(), CancellationToken.None);
        answer.ShouldNotBeNull();
    }

    private async Task Expect(SearchQuery query, string ids) =>
        (await written.Ledger.FindAsync(query)).Order().ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), query.ToString());

    public sealed class Written(SharedPostgres postgres) : WrittenLedger(postgres, Sheet);
}
