using System.Text.Json;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.PartyRegister;

public class ReadingTheRegister(SharedPostgres postgres)
{
    private const string Hidden = "zyxhidden";

    private static readonly string[] Sheet =
    [
        .. Line.Scene,
        Line.Of(new { entry = "party", id = "kataib", name = "کتائب حزب‌الله", kind = "armed-group", aliases = new[] { "كتائب حزب الله", "Kataib Hezbollah" } }),
        Line.Party("nujaba", "armed-group", name: "حركة النجباء"), Line.Party("nujaba-2", "armed-group", name: "النجباء"), Line.Party("ministry", name: "وزارة الداخلية"),
        Line.Of(new { entry = "rename", party = "kataib", name = "Kataib", reason = Hidden }), Line.Of(new { entry = "alias", party = "kataib", alias = "الكتائب" }),
        Line.Of(new { entry = "grade", party = "kataib", grade = "C", reason = Hidden }),
        Line.Of(new { entry = "affiliation", id = "a1", party = "kataib", speaksFor = "korvad", from = "2020-01-01" }), Line.Of(new { entry = "affiliation", id = "a2", party = "kataib", partOf = "ministry", counts = false }),
        Line.Of(new { entry = "affiliation", id = "a3", party = "nujaba", partOf = "korvad" }), Line.Of(new { entry = "affiliation", id = "a4", party = "brigade", partOf = "korvad" }),
        Line.Of(new { entry = "strike-affiliation", party = "brigade", affiliation = "a4", reason = Hidden }),
        Line.Of(new { entry = "merge-party", party = "nujaba-2", into = "nujaba", reason = Hidden }),
        Line.Unnamed("?1", "یک مقام محلی", under: "korvad"),
        Line.Says("s1", "kataib"), Line.Says("s2", "?1", terms: "background"), Line.Says("s3", "nujaba", terms: "deep-background"), Line.Says("s4", "harbour", terms: "off-the-record"),
        Line.Of(new { entry = "request", id = "r1", incident = Line.Incident, of = "brigade", by = "post", asked = "2023-03-06" })
    ];

    [Fact]
    public async Task lists_the_parties_by_name_page_by_page_without_the_unnamed()
    {
        await using var ledger = await LedgerAsync();
        var all = await AllAsync(ledger, new(Limit: 100));
        all.Count.ShouldBe(8);
        all.ShouldNotContain(id => id.StartsWith("unnamed-", StringComparison.Ordinal));
        foreach (var limit in new[] { 1, 3, 8 }) (await AllAsync(ledger, new(Limit: limit))).ShouldBe(all, $"pages of {limit}");
        (await AllAsync(ledger, new(Kind: PartyKind.ArmedGroup))).ShouldBe(["korvad", "kataib", "nujaba", "nujaba-2"], ignoreOrder: true);
        (await AllAsync(ledger, new(Kind: PartyKind.Unnamed))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("حزب", "kataib")]
    [InlineData("كتائب حزب الله", "kataib")]
    [InlineData("Kataib", "kataib")]
    [InlineData("الكتائب", "kataib")]
    [InlineData("النجباء", "nujaba nujaba-2")]
    [InlineData("The ", "brigade harbour korvad post")]
    [InlineData("مقام", "")]
    [InlineData("%", "")]
    public async Task finds_a_party_by_a_part_of_any_of_its_names(string text, string expected)
    {
        await using var ledger = await LedgerAsync();
        (await AllAsync(ledger, new(text, Limit: 1))).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Fact]
    public async Task shows_the_public_only_those_that_something_published_points_to()
    {
        await using var ledger = await LedgerAsync();
        // Who spoke, who was asked, whom a claim names: and nobody who is there for what is hidden.
        (await AllAsync(ledger, new(Limit: 2, Audience: Audience.Publishable))).ShouldBe(["brigade", "kataib", "korvad"], ignoreOrder: true);
        (await AllAsync(ledger, new("النجباء", Audience: Audience.Publishable))).ShouldBeEmpty();
        foreach (var hidden in new[] { "nujaba", "nujaba-2", "harbour", "ministry", "nobody" })
        {
            (await FindAsync(ledger, hidden, Audience.Publishable)).ShouldBeNull(hidden);
            (await ledger.Ledger.Parties.AffiliatesAsync(hidden, 10, null, Audience.Publishable, CancellationToken.None)).Code().ShouldBe("party-unknown");
            (await ledger.Ledger.Parties.AppearancesAsync(hidden, 10, null, Audience.Publishable, CancellationToken.None)).Code().ShouldBe("party-unknown");
        }
        await ledger.TakeInAsync([Line.Of(new { entry = "consent-withdrawn", id = "x1", incident = Line.Incident, statement = "s1", reason = "For fear." })]);
        (await FindAsync(ledger, "kataib", Audience.Publishable)).ShouldBeNull("what it said is no longer published");
    }

    [Fact]
    public async Task shows_the_desk_all_of_a_party()
    {
        await using var ledger = await LedgerAsync();
        var party = (await FindAsync(ledger, "kataib", Audience.Internal))!;
        (party.Name, party.Kind).ShouldBe(("Kataib", PartyKind.ArmedGroup));
        party.Names.Select(name => (name.Name, name.Reason)).ShouldBe([("کتائب حزب‌الله", null), ("Kataib", Hidden)]);
        party.Names.ShouldAllBe(name => name.Known != null);
        party.Aliases.ShouldBe(["كتائب حزب الله", "Kataib Hezbollah", "الكتائب"]);
        party.Grade!.Reliability.ShouldBe('C');
        party.BelongsTo.Select(affiliation => (affiliation.Id, affiliation.Link, affiliation.Party.Id, affiliation.Counts)).ShouldBe([("a1", Link.SpeaksFor, "korvad", true), ("a2", Link.PartOf, "ministry", false)]);
        party.BelongsTo[0].From.ShouldBe(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        (await FindAsync(ledger, "nujaba", Audience.Internal))!.MergedFrom.Single().Name.ShouldBe("النجباء");
        (await FindAsync(ledger, "nujaba-2", Audience.Internal))!.MergedInto!.Id.ShouldBe("nujaba");
    }

    [Fact]
    public async Task shows_the_public_no_grade_no_reason_and_no_tie_to_who_is_not_shown()
    {
        await using var ledger = await LedgerAsync();
        var party = (await FindAsync(ledger, "kataib", Audience.Publishable))!;
        JsonSerializer.Serialize(party, ShapeJson.Options).ShouldNotContain(Hidden);
        party.Grade.ShouldBeNull();
        party.Names.ShouldAllBe(name => name.Known == null);
        party.BelongsTo.Select(affiliation => (affiliation.Party.Id, affiliation.Counts)).ShouldBe([("korvad", (bool?)null)]);
    }

    [Fact]
    public async Task shows_who_belongs_to_a_party_page_by_page_and_never_an_unnamed_source()
    {
        await using var ledger = await LedgerAsync();
        foreach (var limit in new[] { 1, 2, 5 }) (await AffiliatesAsync(ledger, "korvad", limit, Audience.Internal)).ShouldBe(["kataib/a1", "nujaba/a3"], $"pages of {limit}");
        (await AffiliatesAsync(ledger, "korvad", 1, Audience.Publishable)).ShouldBe(["kataib/a1"]);
        (await AffiliatesAsync(ledger, "ministry", 5, Audience.Internal)).ShouldBe(["kataib/a2"]);
    }

    [Fact]
    public async Task says_of_an_unnamed_source_how_it_is_described_and_leads_nowhere_from_it()
    {
        await using var ledger = await LedgerAsync();
        var id = (await ledger.Database.ListAsync("select id from ledger.mt_doc_party where id like 'unnamed-%'")).Single();
        (await FindAsync(ledger, id, Audience.Internal)).ShouldBeEquivalentTo(new PartyCardShape(id, "یک مقام محلی", PartyKind.Unnamed, false, Audience.Internal, [], [], null, [], null, []));
        (await FindAsync(ledger, id, Audience.Publishable)).ShouldBeNull();
        foreach (var audience in Enum.GetValues<Audience>())
        {
            (await ledger.Ledger.Parties.AppearancesAsync(id, 10, null, audience, CancellationToken.None)).Code().ShouldBe("party-unknown");
            (await ledger.Ledger.Parties.AffiliatesAsync(id, 10, null, audience, CancellationToken.None)).Code().ShouldBe("party-unknown");
        }
        (await ledger.Database.AskAsync<long>("select count(*) from ledger.mt_doc_listedparty where id like 'unnamed-%' or data::text like '%مقام%'")).ShouldBe(0);
        (await ledger.Database.AskAsync<long>("select count(*) from ledger.mt_doc_affiliationrow where data::text like '%unnamed-%'")).ShouldBe(0);
    }

    [Fact]
    public async Task shows_on_which_incidents_a_party_comes_up_as_far_as_the_reading_shows_it_there()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([
            Line.Opening("second"), Line.Claim("k1", incident: "second"), Line.Says("s1", "kataib", incident: "second", terms: "deep-background"),
            Line.Opening("third"), Line.Claim("k1", incident: "third"), Line.Says("s1", "kataib", incident: "third", terms: "off-the-record"),
            Line.Opening("fourth"), Line.Claim("k1", "responsibility", actor: "kataib", incident: "fourth")]);
        foreach (var limit in new[] { 1, 2, 3 })
        {
            (await AppearancesAsync(ledger, "kataib", limit, Audience.Internal)).ShouldBe(["fourth named", "quay spoke", "second spoke"]);
            (await AppearancesAsync(ledger, "kataib", limit, Audience.Publishable)).ShouldBe(["fourth named", "quay spoke"]);
        }
        (await AppearancesAsync(ledger, "brigade", 5, Audience.Publishable)).ShouldBe(["quay asked"]);
        (await AppearancesAsync(ledger, "harbour", 5, Audience.Internal)).ShouldBeEmpty();
        await ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task refuses_what_cannot_be_answered_with_a_code()
    {
        await using var ledger = await LedgerAsync();
        (await ledger.Ledger.Parties.ListAsync(new(Limit: 0), CancellationToken.None)).Code().ShouldBe("limit-out-of-range");
        (await ledger.Ledger.Parties.ListAsync(new(After: "nonsense"), CancellationToken.None)).Code().ShouldBe("cursor-malformed");
        (await ledger.Ledger.Parties.ListAsync(new(new string('ا', 301)), CancellationToken.None)).Code().ShouldBe("text-too-long");
        (await ledger.Ledger.Parties.AppearancesAsync("kataib", 101, null, Audience.Internal, CancellationToken.None)).Code().ShouldBe("limit-out-of-range");
        (await ledger.Ledger.Parties.AffiliatesAsync("kataib", 1, "nonsense", Audience.Internal, CancellationToken.None)).Code().ShouldBe("cursor-malformed");
    }

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        return ledger;
    }

    private static Task<PartyCardShape?> FindAsync(TestLedger ledger, string id, Audience audience) => ledger.Ledger.Parties.FindAsync(id, audience, CancellationToken.None);

    private static Task<IReadOnlyList<string>> AllAsync(TestLedger ledger, PartyQuery query) => PagesOfALedger.ToTheEndAsync(query.Limit, async after =>
    {
        var page = (await ledger.Ledger.Parties.ListAsync(query with { After = after }, CancellationToken.None)).Shape();
        return (page.Parties.Select(party => party.Id), page.Next);
    });

    private static Task<IReadOnlyList<string>> AffiliatesAsync(TestLedger ledger, string id, int limit, Audience audience) => PagesOfALedger.ToTheEndAsync(limit, async after =>
    {
        var page = (await ledger.Ledger.Parties.AffiliatesAsync(id, limit, after, audience, CancellationToken.None)).Shape();
        return (page.Affiliates.Select(affiliate => $"{affiliate.Party.Id}/{affiliate.Id}"), page.Next);
    });

    private static Task<IReadOnlyList<string>> AppearancesAsync(TestLedger ledger, string id, int limit, Audience audience) => PagesOfALedger.ToTheEndAsync(limit, async after =>
    {
        var page = (await ledger.Ledger.Parties.AppearancesAsync(id, limit, after, audience, CancellationToken.None)).Shape();
        return (page.Appearances.Select(seen => seen.Incident + (seen.Spoke ? " spoke" : "") + (seen.Asked ? " asked" : "") + (seen.Named ? " named" : "")), page.Next);
    });
}
