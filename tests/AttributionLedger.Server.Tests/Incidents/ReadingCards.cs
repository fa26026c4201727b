using System.Text.Json;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Incidents;

public class ReadingCards(SharedPostgres postgres)
{
    private const string Hidden = "zyxhidden";

    private static readonly string[] Sheet =
    [
        .. Line.Scene, Line.Party("dabbagh", "person", name: "علي الدباغ"), Line.Opening("other"), Line.Unnamed("?1", $"a clerk {Hidden}"),
        Line.Claim("k3", raisedBy: "?1"), Line.Claim("k4", raisedBy: "dabbagh"),
        Line.Of(new { entry = "revise", incident = Line.Incident, place = "میناء سیلین", summary = "Tanks burned.", reason = "Known by now." }),
        Line.Of(new { entry = "reword", incident = Line.Incident, claim = "k1", text = "اشتعلت خزانات في الميناء.", reason = "Closer." }),
        Line.Of(new { entry = "link", id = "l1", incident = Line.Incident, other = "other", link = "follows", reason = $"Told {Hidden}." }),
        Line.Says("s1", "brigade"), Line.Says("s2", "dabbagh"), Line.Says("s3", "harbour", terms: "deep-background"), Line.Says("s4", "?1", claim: "k3", terms: "not-stated"), Line.Says("s5", "brigade", terms: "off-the-record"),
        Line.Of(new { entry = "independence", id = "i1", incident = Line.Incident, claim = "k1", parties = new[] { "brigade", "dabbagh" }, reason = "Each was there." }),
        Line.Of(new { entry = "independence", id = "i2", incident = Line.Incident, claim = "k1", parties = new[] { "brigade", "harbour" }, reason = $"Each was there, {Hidden}." }),
        Line.Of(new { entry = "evidence", id = "e1", incident = Line.Incident, statement = "s1", url = "https://example.org" }),
        Line.Of(new { entry = "evidence", id = "e5", incident = Line.Incident, statement = "s5", url = "https://example.org" }),
        Line.Of(new { entry = "retraction", id = "x1", incident = Line.Incident, statement = "s2", said = "2023-03-07", reason = "Too soon." }),
        Line.Of(new { entry = "strike", id = "x2", incident = Line.Incident, target = "s3", reason = "Ours." }), Line.Of(new { entry = "strike", id = "x3", incident = Line.Incident, target = "x2", reason = "Not ours." }),
        Line.Of(new { entry = "consent-withdrawn", id = "x4", incident = Line.Incident, statement = "s4", reason = "For fear." })
    ];

    [Fact]
    public async Task of_an_incident_shows_what_the_desk_framed()
    {
        await using var ledger = await LedgerAsync();
        var card = (await ledger.Ledger.Cards.ReadAsync(Line.Incident, Audience.Internal, CancellationToken.None))!;
        (card.Incident.Place, card.Incident.Summary, card.Incident.Invented).ShouldBe(("میناء سیلین", "Tanks burned.", true));
        card.Links.Select(link => (link.Id, link.Link, link.Incident, link.Reason)).ShouldBe([("l1", IncidentLink.Follows, "other", $"Told {Hidden}.")]);
        card.Claims.Select(claim => (claim.Id, claim.Raised, claim.RaisedByParty?.Name)).ShouldBe(
            [("k1", RaisedBy.Desk, null), ("k2", RaisedBy.Desk, null), ("k3", RaisedBy.Party, $"a clerk {Hidden}"), ("k4", RaisedBy.Party, "علي الدباغ")]);
        card.Claims[0].Text.ShouldBe("اشتعلت خزانات في الميناء.");
        card.Claims[0].Independence.Count.ShouldBe(2);
        (await ledger.Ledger.Cards.ReadAsync("nowhere", Audience.Internal, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task of_an_incident_hints_in_public_at_nothing_that_is_hidden()
    {
        await using var ledger = await LedgerAsync();
        var card = (await ledger.Ledger.Cards.ReadAsync(Line.Incident, Audience.Publishable, CancellationToken.None))!;
        JsonSerializer.Serialize(card, ShapeJson.Options).ShouldNotContain(Hidden);
        card.Claims.Single(claim => claim.Id == "k3").Raised.ShouldBe(RaisedBy.Desk);
        card.Claims.Single(claim => claim.Id == "k4").RaisedByParty!.Id.ShouldBe("dabbagh");
        // One of the two took back what they were independent on.
        card.Claims[0].Independence.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("s1", EntryKind.Statement, null, "s1", null, null, null)]
    [InlineData("s2", EntryKind.Statement, null, "s2", null, "x1", null)]
    [InlineData("s3", EntryKind.Statement, null, "s3", null, null, null)]
    [InlineData("s4", EntryKind.Statement, null, "s4", null, null, "x4")]
    [InlineData("e1", EntryKind.Evidence, "s1", "s1", null, null, null)]
    [InlineData("x1", EntryKind.Reversal, "s2", "s2", null, null, null)]
    [InlineData("x2", EntryKind.Reversal, "s3", "s3", "x3", null, null)]
    [InlineData("x3", EntryKind.Structure, "x2", "s3", null, null, null)]
    [InlineData("i1", EntryKind.Remark, null, null, null, null, null)]
    [InlineData("l1", EntryKind.Remark, null, null, null, null, null)]
    public async Task of_an_entry_shows_what_it_is_about_and_what_was_done_to_it(string id, EntryKind kind, string? about, string? statement, string? struck, string? retracted, string? withdrawn)
    {
        await using var ledger = await LedgerAsync();
        var card = (await ledger.Ledger.Entries.FindAsync(Line.Incident, id, CancellationToken.None))!;
        (card.Kind, card.About, card.Statement, card.StruckBy, card.RetractedBy, card.WithdrawnBy).ShouldBe((kind, about, statement, struck, retracted, withdrawn));
    }

    [Fact]
    public async Task of_an_entry_shows_who_spoke()
    {
        await using var ledger = await LedgerAsync();
        (await ledger.Ledger.Entries.FindAsync(Line.Incident, "s2", CancellationToken.None))!.By.Single().Name.ShouldBe("علي الدباغ");
    }

    [Fact]
    public async Task of_an_entry_that_is_off_the_record_or_about_one_that_is_answers_as_if_there_were_none()
    {
        await using var ledger = await LedgerAsync();
        foreach (var id in new[] { "s5", "e5", "nothing", "/opening", "/claim/k1", "" }) (await ledger.Ledger.Entries.FindAsync(Line.Incident, id, CancellationToken.None)).ShouldBeNull(id);
        (await ledger.Ledger.Entries.FindAsync("other", "s1", CancellationToken.None)).ShouldBeNull();
    }

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        return ledger;
    }
}
