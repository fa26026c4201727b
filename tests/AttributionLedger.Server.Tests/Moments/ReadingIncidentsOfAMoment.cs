using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Moments;

public class ReadingIncidentsOfAMoment(SharedPostgres postgres)
{
    [Fact]
    public async Task shows_the_card_as_it_was_framed_then()
    {
        await using var ledger = await LedgerAsync();
        var then = await ledger.NowKnownAsync();
        await ledger.TakeInAsync(
        [
            Line.Of(new { entry = "revise", incident = Line.Incident, headline = "Invented: two fires", reason = "There were two." }), Line.Claim("k3"),
            Line.Of(new { entry = "reword", incident = Line.Incident, claim = "k1", text = "More tanks burned.", reason = "It was unclear." })
        ]);
        var card = await CardAsync(ledger, new(KnownAt: then));
        (card.Incident.Headline, card.Claims.Count, card.Claims[0].Text, card.Note).ShouldBe(("Invented: quay", 2, "The claim k1.", null));
        (await CardAsync(ledger, new(SaidBy: "2023"))).Claims.Count.ShouldBe(3);
        var before = await CardAsync(ledger, new(KnownAt: "2023"));
        (before.Claims.Count, before.Note).ShouldBe((0, "At this moment nothing of the incident was on record."));
    }

    [Fact]
    public async Task lists_on_the_board_what_was_on_record_then_the_last_opened_first()
    {
        await using var ledger = await LedgerAsync();
        var one = await ledger.NowKnownAsync();
        var two = await ledger.ThenAsync(Line.Opening("pier"), Line.Claim("k1", "responsibility", "korvad", incident: "pier"));
        await ledger.TakeInAsync([Line.Says("s1", "brigade", "accuses", "k1", incident: "pier"), Line.Opening("sluice"), Line.Of(new { entry = "close", incident = "pier", reason = "Done." })]);
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        foreach (var audience in Enum.GetValues<Audience>())
        {
            (await BoardAsync(ledger, new(KnownAt: one, Audience: audience))).ShouldBe(["quay: unattributed"]);
            (await BoardAsync(ledger, new(KnownAt: two, Audience: audience))).ShouldBe(["pier: unattributed", "quay: unattributed"]);
            (await BoardAsync(ledger, new(SaidBy: "2023-03-06", Audience: audience))).ShouldBe(["sluice: unattributed", "pier (closed): accused: The korvad, by 1 source", "quay: unattributed"]);
            (await BoardAsync(ledger, new(SaidBy: "2023-03-01", Audience: audience))).ShouldBe(["sluice: unattributed", "pier (closed): unattributed", "quay: unattributed"]);
        }
        (await ledger.Ledger.BoardAsOf.ReadAsync(1, "nonsense", new(KnownAt: one), CancellationToken.None)).Code().ShouldBe("cursor-malformed");
        (await ledger.Ledger.BoardAsOf.ReadAsync(1, null, new(KnownAt: "2190"), CancellationToken.None)).Code().ShouldBe("moment-in-future");
    }

    [Fact]
    public async Task puts_on_the_board_by_the_notebook_what_the_notebook_knew()
    {
        await using var ledger = await postgres.WithSamplesAsync();
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        (await BoardAsync(ledger, new(KnownAt: "2023-03-05T01:00+02:00", Clock: Clock.Noted))).Select(line => line.Split(':')[0]).ShouldBe(["harbour-fire"]);
        (await BoardAsync(ledger, new(KnownAt: "2023-03-05T01:00+02:00"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task tells_the_history_of_then_without_what_is_about_something_later()
    {
        await using var ledger = await LedgerAsync();
        await ledger.TakeInAsync([Line.Says("s1", "brigade", said: "2023-03-05")]);
        var then = await ledger.ThenAsync(Line.Says("s2", "harbour", said: "2023-03-08"), Line.Of(new { entry = "evidence", id = "e2", incident = Line.Incident, statement = "s2", url = "https://example.org/1" }));
        await ledger.TakeInAsync([Line.Says("s3", "brigade"), Line.Of(new { entry = "rename", party = "brigade", name = "Fire Service", reason = "New." })]);
        (await EntriesAsync(ledger, new(KnownAt: then))).ShouldBe("s1 s1 s2 s2 e2");
        (await EntriesAsync(ledger, new(KnownAt: then, SaidBy: "2023-03-06"))).ShouldBe("s1 s1");
        (await EntriesAsync(ledger, new(SaidBy: "2023-03-06"))).ShouldBe("s1 s1 s3 s3");
        (await EntriesAsync(ledger, new(KnownAt: "2023"))).ShouldBe("");
        var last = (await ledger.Ledger.History.ReadAsync(Line.Incident, 4, 5, new(KnownAt: then), false, CancellationToken.None)).Shape();
        last.Next.ShouldBeNull("all that comes after was recorded later");
        last.Events.ShouldContain(e => e.What.StartsWith("The brigade", StringComparison.Ordinal), "it was so called");
    }

    [Fact]
    public async Task hides_from_the_history_what_is_off_the_record_now_or_was_then()
    {
        await using var ledger = await LedgerAsync();
        var hidden = await ledger.ThenAsync(Line.Says("s1", "brigade", terms: "off-the-record", text: "zyxwords"));
        await ledger.TakeInAsync([Line.Of(new { entry = "renegotiation", id = "x1", incident = Line.Incident, statement = "s1", terms = "on-the-record", reason = "Agreed." })]);
        var shown = await ledger.ThenAsync(Line.Says("s2", "harbour", text: "qwvwords"));
        await ledger.TakeInAsync([Line.Of(new { entry = "renegotiation", id = "x2", incident = Line.Incident, statement = "s2", terms = "off-the-record", reason = "Agreed." })]);
        async Task<string> TextAsync(string moment) => string.Join('\n', (await ledger.Ledger.History.ReadAsync(Line.Incident, 1, 1_000, new(KnownAt: moment), false, CancellationToken.None)).Shape().Events.Select(e => e.What));
        (await TextAsync(hidden)).ShouldNotContain("zyxwords");
        (await TextAsync(shown)).ShouldContain("zyxwords");
        (await TextAsync(shown)).ShouldNotContain("qwvwords");
    }

    private static async Task<IncidentCardShape> CardAsync(TestLedger ledger, ReadingRequest moment) => (await ledger.Ledger.Cards.ReadAsync(Line.Incident, moment, CancellationToken.None)).Shape();

    private static async Task<IReadOnlyList<string>> BoardAsync(TestLedger ledger, ReadingRequest moment)
    {
        var (all, next) = (new List<string>(), (string?)null);
        do
        {
            var board = (await ledger.Ledger.BoardAsOf.ReadAsync(2, next, moment, CancellationToken.None)).Shape();
            all.AddRange(board.Incidents.Select(incident => $"{incident.Id}{(incident.Closed ? " (closed)" : "")}: {incident.Phrase}"));
            next = board.Next;
        }
        while (next is not null);
        return all;
    }

    // The opening and the claims are structure; what follows is told by its entries.
    private static async Task<string> EntriesAsync(TestLedger ledger, ReadingRequest moment) => string.Join(' ',
        (await ledger.Ledger.History.ReadAsync(Line.Incident, 1, 1_000, moment, false, CancellationToken.None)).Shape().Events.Select(e => e.Entry).Where(entry => !entry.StartsWith('/')));

    private async Task<TestLedger> LedgerAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        return ledger;
    }
}
