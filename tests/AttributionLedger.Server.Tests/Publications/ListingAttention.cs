using AttributionLedger.Differences;
using AttributionLedger.Publications;
using AttributionLedger.Server.Tests.Backups;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;

namespace AttributionLedger.Server.Tests.Publications;

public class ListingAttention(SharedPostgres postgres)
{
    private const string Other = "elsewhere";

    [Fact]
    public async Task shows_what_needs_it_and_why_the_newest_need_first()
    {
        await using var ledger = await LedgerAsync();
        (await ledger.AttentionAsync()).Publications.ShouldBeEmpty();
        await ledger.TakeInAsync([Line.Retracts("s1", Other)]);
        await ledger.TakeInAsync([Line.Retracts("s2")]);

        var attention = await ledger.AttentionAsync();
        Ids(attention).ShouldBe(["quay/p2", "quay/p1", "elsewhere/q1"], "of the two that need it since the same moment the order is that of their ids");
        attention.MoreWaiting.ShouldBeFalse();
        var (first, second) = (attention.Publications[0].Attention, attention.Publications[1].Attention);
        first.Reversals.Single().ShouldSatisfyAllConditions(r => r.Statement.ShouldBe("s2"), r => r.How.ShouldBe(Reversing.Retracted), r => r.Error.ShouldBe(InError.Speaker), r => r.Phrase.ShouldBe("s2 withdrawn by the speaker on 9 March 2023: Not s2."));
        first.Since.ShouldBe(first.Reversals.Single().Known);
        // When it was learnt is today.
        first.Changes.Select(change => change.Phrase.Split(", which we learned only on ")[0]).ShouldBe(
        [
            "The status is now withdrawn: what named The korvad was taken back; it was accused: The korvad, by 1 source, because the statement of The brigade of 5 March 2023 was withdrawn by the speaker on 9 March 2023",
            "The korvad is now withdrawn (accusation), was accused by 1, because the statement of The brigade of 5 March 2023 was withdrawn by the speaker on 9 March 2023"
        ]);
        first.Changes.ShouldAllBe(change => change.Flip && change.Because.Single().Statement == "s2");
        second.Changes.Count.ShouldBe(2);
        (first.Basis.Settlement, first.Note).ShouldBe((null, null));
    }

    [Fact]
    public async Task says_where_nothing_was_on_record_when_a_story_ran()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Story("old", published: "2023-03-06T12:00Z")]);
        var old = (await ledger.AttentionAsync()).Publications.Single();
        (old.Id, old.Attention.Reversals.Count, old.Attention.Changes.Count).ShouldBe(("old", 0, 2));
        old.Attention.Note.ShouldNotBeNull().ShouldContain("nothing of the incident was on record");
    }

    [Fact]
    public async Task leaves_out_what_was_settled_until_more_changes()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Retracts("s2"), Line.Settles("p1", id: "l1")]);
        Ids(await ledger.AttentionAsync(new("quay"))).ShouldBe(["quay/p2"]);
        await ledger.TakeInAsync([Line.Says("s3", "harbour", "accuses", "k2")]);
        var again = (await ledger.AttentionAsync(new("quay"))).Publications.Single(publication => publication.Id == "p1");
        (again.Attention.Basis.Settlement, again.LastSettlement!.Note, again.Attention.Reversals.Count, again.Attention.Changes.Count).ShouldBe(("l1", "It says so now.", 0, 2));
        await ledger.TakeInAsync([Line.Of(new { entry = "strike", incident = Line.Incident, target = "p1", reason = "Another story." })]);
        Ids(await ledger.AttentionAsync(new("quay"))).ShouldBe(["quay/p2"]);
    }

    [Fact]
    public async Task tells_a_denial_in_the_words_of_an_editor()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Says("s3", "korvad", "declines-to-comment", "k2", said: "2023-03-06")]);
        await ledger.TakeInAsync([Line.Settles("p1", id: "l1"), Line.Says("s4", "korvad", "denies", "k2", said: "2023-03-07")]);
        var changes = (await ledger.AttentionAsync(new("quay"))).Publications.Single(publication => publication.Id == "p1").Attention.Changes;
        changes.Select(change => (change.Kind, change.Actor?.Id)).ShouldBe([(PartKind.Answer, "korvad")]);
        changes[0].Phrase.ShouldStartWith("The korvad, which had declined to comment, denied it");
        changes[0].Because.Single().Entry.ShouldBe("s4");
    }

    [Fact]
    public async Task lists_what_was_logged_between_the_look_and_the_note()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Retracts("s2")]);
        var seen = (await ledger.AttentionAsync(new("quay"))).Publications.Single(publication => publication.Id == "p1").Attention.LookedAt;
        await ledger.TakeInAsync([Line.Says("s3", "korvad", "denies", "k2", said: "2023-03-07")]);
        await ledger.TakeInAsync([Line.Settles("p1", id: "l1", seen: seen)]);
        var left = (await ledger.AttentionAsync(new("quay"))).Publications.Single(publication => publication.Id == "p1");
        (left.Attention.Basis.At, left.Attention.Basis.Settlement, left.LastSettlement!.Seen).ShouldBe((seen, "l1", (DateTimeOffset?)seen));
        left.Attention.Reversals.ShouldBeEmpty("what was seen is settled");
        left.Attention.Changes.Single().Because.Single().Entry.ShouldBe("s3");
        await ledger.TakeInAsync([Line.Settles("p1", id: "l2", seen: left.Attention.LookedAt)]);
        Ids(await ledger.AttentionAsync(new("quay"))).ShouldBe(["quay/p2"]);
        await ledger.ShouldVerifyAsync();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(50)]
    public async Task goes_page_by_page(int limit)
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Retracts("s1", Other), Line.Retracts("s2")]);
        (await PagesOfALedger.ToTheEndAsync(limit, async after =>
        {
            var page = await ledger.AttentionAsync(new(Limit: limit, After: after));
            return (Ids(page), page.Next);
        })).ShouldBe(["quay/p2", "quay/p1", "elsewhere/q1"]);
    }

    [Fact]
    public async Task evaluates_no_more_at_once_than_a_request_may_wait_for_and_says_that_more_wait()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([.. Enumerable.Range(0, AttentionKeeper.RoundLimit).Select(i => Line.Story($"many{i}", restsOn: ["s2"]))]);
        (await ledger.AttentionAsync()).MoreWaiting.ShouldBeTrue();
        (await ledger.AttentionAsync()).MoreWaiting.ShouldBeFalse();
    }

    [Fact]
    public async Task refuses_what_cannot_be_answered_with_a_code()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Retracts("s1", Other), Line.Retracts("s2")]);
        var next = (await ledger.AttentionAsync(new(Limit: 1))).Next;
        foreach (var (query, code) in new (AttentionQuery, string)[] { (new("nowhere"), "incident-unknown"), (new(Limit: 0), "limit-out-of-range"), (new(Limit: 101), "limit-out-of-range"), (new(After: "x"), "cursor-malformed"), (new("quay", After: next), "cursor-malformed") })
            (await ledger.Ledger.Attention.ReadAsync(query, CancellationToken.None)).Code().ShouldBe(code);
        (await ledger.Ledger.Publications.ReadAsync("nowhere", new(), CancellationToken.None)).Code().ShouldBe("incident-unknown");
        (await ledger.Ledger.Publications.ReadAsync(Line.Incident, new(Limit: 101), CancellationToken.None)).Code().ShouldBe("limit-out-of-range");
        (await ledger.Ledger.Publications.ReadAsync(Line.Incident, new(After: next), CancellationToken.None)).Code().ShouldBe("cursor-malformed");
        (await ledger.Ledger.Publications.FindAsync(Line.Incident, $"../{Other}/q1", CancellationToken.None)).ShouldBeNull();
    }

    [Theory, InlineData(ListOrder.Recorded, "p1 p2 p3"), InlineData(ListOrder.Newest, "p3 p2 p1")]
    public async Task of_one_incident_has_every_story_page_by_page(ListOrder order, string expected)
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Story("p3"), Line.Of(new { entry = "strike", incident = Line.Incident, target = "p3", reason = "Another story." })]);
        foreach (var limit in new[] { 1, 2, 3 })
            string.Join(' ', await PagesOfALedger.ToTheEndAsync(limit, async after =>
            {
                var page = await ledger.PublicationsAsync(new(order, limit, after));
                return (page.Publications.Select(publication => publication.Id), page.Next);
            })).ShouldBe(expected, $"pages of {limit}");
        (await ledger.PublicationsAsync()).Publications.Select(publication => publication.Struck).ShouldBe([false, false, true]);
    }

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(
        [
            .. Line.Scene, Line.Says("s1", "brigade"), Line.Says("s2", "brigade", "accuses", "k2"),
            Line.Opening(Other), Line.Claim("k1", incident: Other), Line.Says("s1", "brigade", incident: Other)
        ]);
        await ledger.TakeInAsync([Line.Story("p1"), Line.Story("p2", restsOn: ["s2"]), Line.Story("q1", Other)]);
        return ledger;
    }

    private static IEnumerable<string> Ids(AttentionListShape attention) => attention.Publications.Select(publication => $"{publication.Incident}/{publication.Id}");
}
