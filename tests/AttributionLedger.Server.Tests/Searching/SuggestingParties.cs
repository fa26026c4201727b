using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Suggesting;

namespace AttributionLedger.Server.Tests.Searching;

public class SuggestingParties(SharedPostgres postgres)
{
    private static readonly string[] Sheet =
    [
        .. Line.Scene,
        Line.Party("kataib", "armed-group", "Kataib Hezbollah"), Line.Party("kataeb", "armed-group", "Kataeb Hizbollah"), Line.Party("kataib-12", "armed-group", "Brigade 12 of the Front"), Line.Party("kataib-13", "armed-group", "Brigade 13 of the Front"),
        Line.Party("sudani", "person", "Mohammed Shia al-Sudani"), Line.Party("iraq", "state", "Republic of Iraq"), Line.Party("office", "office", "Office of the Prime Minister of Iraq"), Line.Party("sudani-2", "person", "al Sudani, Muhammed Shia"),
        Line.Party("old", "organisation", "Old Name"), Line.Party("new", "organisation", "New Name"),
        Line.Of(new { entry = "merge-party", party = "old", into = "new", reason = "One body." }), Line.Of(new { entry = "alias", party = "kataib", alias = "كتائب حزب الله" }),
        Line.Of(new { entry = "affiliation", party = "sudani", speaksFor = "iraq" }), Line.Of(new { entry = "affiliation", party = "office", speaksFor = "iraq" }),
        Line.Party("defence", "office", "Ministry of Defence"), Line.Party("defense", "office", "Ministry of Defense"),
        Line.Of(new { entry = "merge-party", party = "defense", into = "defence", reason = "One." }), Line.Of(new { entry = "split-party", party = "defense", from = "defence", reason = "Two countries." }),
        Line.Says("s1", "kataib"), Line.Unnamed("?1", "a Kataib fighter"), Line.Says("s2", "?1", terms: new { rule = "background", description = "a Kataib fighter" })
    ];

    [Theory]
    [InlineData("k", "korvad kataeb kataib")]
    [InlineData("kata", "kataeb kataib")]
    [InlineData("KATAIB HEZ", "kataib")]
    [InlineData("hezb", "kataib")]
    [InlineData("حزب", "kataib")]
    [InlineData("كتائب حزب", "kataib")]
    [InlineData("کتایب", "kataib")]
    [InlineData("prime min", "office")]
    [InlineData("iraq prime", "office")]
    [InlineData("sudani", "sudani sudani-2")]
    [InlineData("old na", "new")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("%", "")]
    [InlineData("zzzzzz", "")]
    public async Task finds_parties_while_they_are_typed(string typed, string parties)
    {
        await using var ledger = await LedgerAsync();
        (await SuggestAsync(ledger, typed)).Select(party => party.Id).Order().ShouldBe(parties.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Fact]
    public async Task guesses_where_nothing_begins_so_and_says_it()
    {
        await using var ledger = await LedgerAsync();
        var guesses = await SuggestAsync(ledger, "Hesbollah");
        guesses.Select(party => party.Id).ShouldContain("kataib");
        guesses.ShouldAllBe(party => party.IsGuess);
        (await SuggestAsync(ledger, "kata")).ShouldAllBe(party => !party.IsGuess);
    }

    [Fact]
    public async Task says_for_whom_they_speak_and_by_which_name_they_were_found()
    {
        await using var ledger = await LedgerAsync();
        (await SuggestAsync(ledger, "moham")).Single().SpeaksFor.Single().Name.ShouldBe("Republic of Iraq");
        (await SuggestAsync(ledger, "old na")).Single().ShouldSatisfyAllConditions(party => party.Name.ShouldBe("New Name"), party => party.Typed.ShouldBe("Old Name"));
        (await SuggestAsync(ledger, "kataib")).Single().Typed.ShouldBeNull();
    }

    [Fact]
    public async Task shows_in_public_only_who_is_there_in_public_and_never_an_unnamed_source()
    {
        await using var ledger = await LedgerAsync();
        (await SuggestAsync(ledger, "ka", Audience.Publishable)).Select(party => party.Id).ShouldBe(["kataib"]);
        (await SuggestAsync(ledger, "fighter")).ShouldBeEmpty();
        (await SuggestAsync(ledger, "moham", Audience.Publishable)).ShouldBeEmpty();
    }

    [Fact]
    public async Task knows_no_more_than_a_list_can_hold()
    {
        await using var ledger = await LedgerAsync();
        foreach (var limit in new[] { 0, 21, -1 }) (await ledger.Ledger.PartySuggestions.FindAsync("k", limit, Audience.Internal, CancellationToken.None)).ShouldBeOfType<Answer<SuggestedPartiesShape>.Refused>().Rejection.Code.ShouldBe("limit-out-of-range");
        (await SuggestAsync(ledger, "k", limit: 1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task offers_to_merge_those_of_nearly_one_name()
    {
        await using var ledger = await LedgerAsync();
        var page = (await ledger.Ledger.MergeSuggestions.FindAsync(null, null, CancellationToken.None)).ShouldBeOfType<Answer<SuggestedMergesShape>.Given>().Shape;
        // Numbers tell brigades apart, and what was split again is two.
        page.Merges.Select(merge => (merge.Party.Id, merge.Into.Id)).ShouldBe([("sudani-2", "sudani"), ("kataeb", "kataib")], ignoreOrder: true);
        page.Next.ShouldBeNull();
        await ledger.TakeInAsync(page.Merges.Select(merge => merge.Line));
        (await ledger.Ledger.MergeSuggestions.FindAsync(null, null, CancellationToken.None)).ShouldBeOfType<Answer<SuggestedMergesShape>.Given>().Shape.Merges.ShouldBeEmpty();
        (await SuggestAsync(ledger, "kataeb")).Select(party => party.Id).ShouldBe(["kataib"]);
    }

    [Fact]
    public async Task suggests_claims_by_the_words_in_them()
    {
        await using var ledger = await LedgerAsync();
        async Task<string[]> ClaimsAsync(string typed, string? incident = null) => [.. (await ledger.Ledger.ClaimSuggestions.FindAsync(typed, incident, 8, Audience.Internal, CancellationToken.None))
            .ShouldBeOfType<Answer<SuggestedClaimsShape>.Given>().Shape.Claims.Select(claim => claim.Id)];
        (await ClaimsAsync("the cla")).Order().ShouldBe(["k1", "k2"]);
        (await ClaimsAsync("claim k1")).ShouldBe(["k1"]);
        (await ClaimsAsync("claim ", Line.Incident)).Order().ShouldBe(["k1", "k2"]);
        (await ClaimsAsync("claim", "elsewhere")).ShouldBeEmpty();
        (await ClaimsAsync("\"*")).ShouldBeEmpty();
        (await ClaimsAsync("-")).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<SuggestedPartyShape>> SuggestAsync(TestLedger ledger, string typed, Audience audience = Audience.Internal, int limit = 8) =>
        (await ledger.Ledger.PartySuggestions.FindAsync(typed, limit, audience, CancellationToken.None)).ShouldBeOfType<Answer<SuggestedPartiesShape>.Given>().Shape.Parties;

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        return ledger;
    }
}
