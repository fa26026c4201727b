using AttributionLedger.Attribution;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Moments;

public class ReadingTheRegisterOfAMoment(SharedPostgres postgres)
{
    [Fact]
    public async Task has_the_names_and_the_grade_of_then()
    {
        await using var ledger = await LedgerAsync();
        var then = await ledger.NowKnownAsync();
        await ledger.TakeInAsync(
        [
            Line.Of(new { entry = "rename", party = "harbour", name = "Port Authority", reason = "New." }), Line.Of(new { entry = "alias", party = "harbour", alias = "The quay people" }),
            Line.Of(new { entry = "grade", party = "harbour", grade = "B", reason = "Borne out." }), Line.Party("pilots")
        ]);
        var card = await CardAsync(ledger, "harbour", new(KnownAt: then));
        (card.Name, card.Names.Count, card.Aliases.Count, card.Grade).ShouldBe(("The harbour", 1, 0, null));
        (await CardAsync(ledger, "harbour", new(SaidBy: "2023"))).Name.ShouldBe("Port Authority", "a register says nothing, and so nothing of it was said later");
        (await ListAsync(ledger, new(), new(KnownAt: then))).ShouldBe("brigade harbour korvad post");
        (await ListAsync(ledger, new("Port"), new(KnownAt: then))).ShouldBe("");
        (await ListAsync(ledger, new("Port"), new(SaidBy: "2023"))).ShouldBe("harbour");
        (await ListAsync(ledger, new("quay"), new(KnownAt: then))).ShouldBe("");
        (await ledger.Ledger.PartiesAsOf.FindAsync("pilots", new(KnownAt: then), CancellationToken.None)).Code().ShouldBe("party-unknown");
        (await ListAsync(ledger, new(), new(KnownAt: "2023"))).ShouldBe("");
    }

    [Fact]
    public async Task has_who_belonged_to_whom_by_then()
    {
        await using var ledger = await LedgerAsync();
        var before = await ledger.NowKnownAsync();
        var belonged = await ledger.ThenAsync(Affiliated("a1", "harbour"), Affiliated("a2", "post"));
        await ledger.TakeInAsync([Line.Of(new { entry = "strike-affiliation", party = "harbour", affiliation = "a1", reason = "It never was." })]);
        (await AffiliatesAsync(ledger, new(KnownAt: before))).ShouldBe("");
        foreach (var limit in new[] { 1, 5 }) (await AffiliatesAsync(ledger, new(KnownAt: belonged), limit)).ShouldBe("harbour/a1 post/a2", $"pages of {limit}");
        (await AffiliatesAsync(ledger, new(SaidBy: "2023"))).ShouldBe("post/a2");
        (await CardAsync(ledger, "harbour", new(KnownAt: belonged))).BelongsTo.Single().Party.Id.ShouldBe("brigade");
        (await CardAsync(ledger, "harbour", new(KnownAt: before))).BelongsTo.ShouldBeEmpty();
    }

    [Fact]
    public async Task has_who_was_merged_into_whom_by_then()
    {
        await using var ledger = await LedgerAsync();
        var apart = await ledger.NowKnownAsync();
        var merged = await ledger.ThenAsync(Line.Of(new { entry = "merge-party", party = "harbour", into = "brigade", reason = "The same." }));
        await ledger.TakeInAsync([Line.Of(new { entry = "split-party", party = "harbour", from = "brigade", reason = "They are two." })]);
        (await CardAsync(ledger, "brigade", new(KnownAt: apart))).MergedFrom.ShouldBeEmpty();
        (await CardAsync(ledger, "brigade", new(KnownAt: merged))).MergedFrom.Single().Id.ShouldBe("harbour");
        (await CardAsync(ledger, "harbour", new(KnownAt: merged))).MergedInto!.Id.ShouldBe("brigade");
        (await CardAsync(ledger, "harbour", new(SaidBy: "2023"))).MergedInto.ShouldBeNull();
    }

    [Fact]
    public async Task says_where_a_party_had_come_up_by_then()
    {
        await using var ledger = await LedgerAsync();
        var framed = await ledger.NowKnownAsync();
        var spoke = await ledger.ThenAsync(Line.Says("s1", "korvad", "denies", "k2", said: "2023-03-05"));
        var asked = await ledger.ThenAsync(Line.Of(new { entry = "request", id = "r1", incident = Line.Incident, of = "korvad", by = "post", asked = "2023-03-08" }));
        await ledger.TakeInAsync([Line.Of(new { entry = "strike", id = "x1", incident = Line.Incident, target = "s1", reason = "Ours." })]);
        (await AppearancesAsync(ledger, "korvad", new(KnownAt: framed))).ShouldBe("quay named");
        (await AppearancesAsync(ledger, "korvad", new(KnownAt: spoke))).ShouldBe("quay spoke named");
        (await AppearancesAsync(ledger, "korvad", new(KnownAt: spoke, SaidBy: "2023-03-04"))).ShouldBe("quay named");
        (await AppearancesAsync(ledger, "korvad", new(KnownAt: asked, Audience: Audience.Publishable))).ShouldBe("quay spoke asked named");
        (await AppearancesAsync(ledger, "korvad", new(SaidBy: "2023-03-09"))).ShouldBe("quay asked named");
        (await AppearancesAsync(ledger, "post", new(KnownAt: framed))).ShouldBe("");
    }

    [Fact]
    public async Task shows_the_public_nobody_who_is_hidden_now()
    {
        await using var ledger = await LedgerAsync();
        var spoke = await ledger.ThenAsync(Line.Says("s1", "harbour"), Line.Says("s2", "brigade"));
        await ledger.TakeInAsync([Line.Of(new { entry = "consent-withdrawn", id = "x1", incident = Line.Incident, statement = "s1", reason = "For fear." })]);
        (await ListAsync(ledger, new(), new(KnownAt: spoke, Audience: Audience.Publishable))).ShouldBe("brigade korvad");
        (await ledger.Ledger.PartiesAsOf.FindAsync("harbour", new(KnownAt: spoke, Audience: Audience.Publishable), CancellationToken.None)).Code().ShouldBe("party-unknown");
        (await ledger.Ledger.AppearancesAsOf.ReadAsync("harbour", 10, null, new(KnownAt: spoke, Audience: Audience.Publishable), CancellationToken.None)).Code().ShouldBe("party-unknown");
    }

    [Fact]
    public async Task leads_nowhere_from_an_unnamed_source()
    {
        await using var ledger = await LedgerAsync();
        var then = await ledger.ThenAsync(Line.Unnamed("?1"), Line.Says("s1", "?1", terms: "background"));
        var id = (await ledger.Database.ListAsync("select id from ledger.mt_doc_party where id like 'unnamed-%'")).Single();
        (await CardAsync(ledger, id, new(KnownAt: then))).Names.ShouldBeEmpty();
        (await ledger.Ledger.PartiesAsOf.FindAsync(id, new(KnownAt: then, Audience: Audience.Publishable), CancellationToken.None)).Code().ShouldBe("party-unknown");
        (await ledger.Ledger.AppearancesAsOf.ReadAsync(id, 10, null, new(KnownAt: then), CancellationToken.None)).Code().ShouldBe("party-unknown");
        (await ledger.Ledger.PartiesAsOf.AffiliatesAsync(id, 10, null, new(KnownAt: then), CancellationToken.None)).Code().ShouldBe("party-unknown");
        (await ListAsync(ledger, new("official"), new(KnownAt: then))).ShouldBe("");
    }

    private static string Affiliated(string id, string party) => Line.Of(new { entry = "affiliation", id, party, partOf = "brigade", counts = false });

    private static async Task<PartyCardShape> CardAsync(TestLedger ledger, string id, ReadingRequest moment) => (await ledger.Ledger.PartiesAsOf.FindAsync(id, moment, CancellationToken.None)).Shape();

    private static async Task<string> ListAsync(TestLedger ledger, PartyQuery query, ReadingRequest moment) => string.Join(' ', await PagesOfALedger.ToTheEndAsync(2, async after =>
    {
        var page = (await ledger.Ledger.PartiesAsOf.ListAsync(query with { Limit = 2, After = after }, moment, CancellationToken.None)).Shape();
        return (page.Parties.Select(party => party.Id), page.Next);
    }));

    private static async Task<string> AffiliatesAsync(TestLedger ledger, ReadingRequest moment, int limit = 5) => string.Join(' ', await PagesOfALedger.ToTheEndAsync(limit, async after =>
    {
        var page = (await ledger.Ledger.PartiesAsOf.AffiliatesAsync("brigade", limit, after, moment, CancellationToken.None)).Shape();
        return (page.Affiliates.Select(affiliate => $"{affiliate.Party.Id}/{affiliate.Id}"), page.Next);
    }));

    private static async Task<string> AppearancesAsync(TestLedger ledger, string id, ReadingRequest moment)
    {
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        return string.Join(", ", (await ledger.Ledger.AppearancesAsOf.ReadAsync(id, 10, null, moment, CancellationToken.None)).Shape().Appearances
            .Select(seen => $"{seen.Incident}{(seen.Spoke ? " spoke" : "")}{(seen.Asked ? " asked" : "")}{(seen.Named ? " named" : "")}"));
    }

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        return ledger;
    }
}
