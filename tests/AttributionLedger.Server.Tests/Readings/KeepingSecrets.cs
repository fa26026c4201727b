using System.Text.Json;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Readings;

/// <summary>What must not be published, hidden under marker words, is searched in everything that the product says.</summary>
public class KeepingSecrets(SharedPostgres postgres)
{
    private const string OffRecord = "zyxoffrecord", Deep = "zyxdeep", NotStated = "zyxnotstated", Embargoed = "zyxembargoed", Withdrawn = "zyxwithdrawn", Turned = "zyxturned";
    private static readonly string[] Unpublishable = [OffRecord, Deep, NotStated, Embargoed, Withdrawn, Turned];

    private static readonly string[] Sheet =
    [
        .. Line.Scene, Line.Claim("k3"), Line.Claim("k4"),
        Line.Unnamed("?1", $"an official {OffRecord}"), Line.Unnamed("?2", $"a diplomat {Deep}"), Line.Unnamed("?3", $"a clerk {NotStated}"), Line.Unnamed("?4", $"a guard {Withdrawn}"), Line.Unnamed("?5", $"a cook {Turned}"),
        Line.Says("s0", "brigade"),
        Secret("s1", "?1", OffRecord, "off-the-record"), Secret("s2", "?2", Deep, "deep-background"), Secret("s3", "?3", NotStated, "not-stated"),
        Secret("s4", "harbour", Embargoed, "on-the-record", embargo: "2090-01-01T00:00Z"), Secret("s5", "?4", Withdrawn, "background"), Secret("s6", "brigade", OffRecord, "off-the-record"), Secret("s7", "?5", Turned, "background"),
        Line.Of(new { entry = "retraction", incident = Line.Incident, statement = "s6", said = "2023-03-06", reason = $"Because {OffRecord}.", words = new { form = "verbatim", text = $"I take {OffRecord} back." } }),
        Line.Of(new { entry = "evidence", id = "e6", incident = Line.Incident, statement = "s6", file = $"{OffRecord}.pdf" }),
        Line.Of(new { entry = "correction", incident = Line.Incident, statement = "s1", whose = "outlet", reason = $"Because {OffRecord}.", words = new { form = "verbatim", text = $"Rather {OffRecord}." } }),
        Line.Of(new { entry = "evidence-gone", incident = Line.Incident, evidence = "e6", reason = $"They took {OffRecord} down." }),
        Line.Of(new { entry = "evidence", id = "e7", incident = Line.Incident, statement = "s6", file = $"{OffRecord}.png" }),
        Line.Of(new { entry = "strike", id = "x7", incident = Line.Incident, target = "e7", reason = $"Not of {OffRecord}." }),
        Line.Of(new { entry = "strike", incident = Line.Incident, target = "x7", reason = $"Of {OffRecord} after all." }),
        Line.Of(new { entry = "consent-withdrawn", incident = Line.Incident, statement = "s5", reason = $"For fear of {Withdrawn}." }),
        Line.Of(new { entry = "renegotiation", incident = Line.Incident, statement = "s7", terms = new { rule = "deep-background", agreed = Turned }, reason = $"Since {Turned}." })
    ];

    [Fact]
    public async Task the_publishable_reading_holds_nothing_that_may_not_be_published_whatever_the_moment()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        // The renegotiated statement was publishable until its terms changed; its moments are those after that.
        var turned = await KnownAsync(ledger, "terms_renegotiated");
        foreach (var moment in await MomentsAsync(ledger))
        {
            var published = Json(await ledger.ReadAsync(Line.Incident, moment with { Audience = Audience.Publishable }));
            foreach (var marker in Unpublishable.Where(marker => marker != Turned || moment.IsOfNow || (moment.Clock == Clock.Recorded && string.CompareOrdinal(moment.KnownAt ?? "9", turned) >= 0)))
                published.ShouldNotContain(marker, Case.Insensitive, $"{moment}");
        }
    }

    [Fact]
    public async Task nothing_off_the_record_is_in_the_internal_reading_whatever_the_moment()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        foreach (var moment in await MomentsAsync(ledger)) Json(await ledger.ReadAsync(Line.Incident, moment)).ShouldNotContain(OffRecord);
        var now = Json(await ledger.ReadAsync(Line.Incident));
        foreach (var marker in Unpublishable.Except([OffRecord])) now.ShouldContain(marker, Case.Sensitive, "the desk sees the rest");
    }

    [Fact]
    public async Task nothing_off_the_record_is_in_the_history()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        JsonSerializer.Serialize(await ledger.Ledger.History.ReadAsync(Line.Incident, 1, 1_000, CancellationToken.None), ShapeJson.Options).ShouldNotContain(OffRecord);
        (await ledger.Ledger.History.ReadAsync(Line.Incident, 1, 100, new(), true, CancellationToken.None)).Shape().Events.SelectMany(e => e.Changes!).Where(change => change.Contains(OffRecord)).ShouldBeEmpty();
    }

    [Fact]
    public async Task nothing_off_the_record_is_in_a_history_whose_views_are_still_behind()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        // What the process that follows has not come to yet.
        await ledger.Database.TellAsync("delete from ledger.mt_doc_statementrow");
        JsonSerializer.Serialize(await ledger.Ledger.History.ReadAsync(Line.Incident, 1, 1_000, CancellationToken.None), ShapeJson.Options).ShouldNotContain(OffRecord);
    }

    [Fact]
    public async Task the_history_tells_of_an_entry_off_the_record_only_that_it_is_there()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Claim("k3"), Line.Claim("k4"), Line.Says("s0", "brigade"), Secret("s1", "brigade", "SECRET", "off-the-record")]);
        var history = (await ledger.Ledger.History.ReadAsync(Line.Incident, 1, 1_000, CancellationToken.None))!;
        history.Events.Where(e => e.Entry == "s1").ShouldHaveSingleItem().Event.ShouldBe("off_the_record");
    }

    [Fact]
    public async Task the_board_counts_nothing_that_is_off_the_record_and_in_public_nothing_at_all()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Claim("k3"), Line.Claim("k4"), Line.Says("s0", "brigade"), Secret("s1", "brigade", "SECRET", "off-the-record")]);
        (await ledger.Ledger.Board.ReadAsync(100, null, Audience.Internal, CancellationToken.None))!.Incidents.Single().Statements.ShouldBe(1);
        (await ledger.Ledger.Board.ReadAsync(100, null, Audience.Publishable, CancellationToken.None))!.Incidents.Single().Statements.ShouldBeNull();
    }

    [Fact]
    public async Task the_publishable_board_stands_still_whatever_is_logged_that_may_not_be_published()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Claim("k3"), Line.Claim("k4"), Line.Says("s0", "brigade"), Line.Opening("later"), Line.Claim("k1", incident: "later"), Line.Says("s1", "brigade", incident: "later")]);
        var before = await PublicBoardAsync(ledger);
        await ledger.TakeInAsync(Sheet.Skip(Line.Scene.Length));
        (await PublicBoardAsync(ledger)).ShouldBe(before, "neither the order nor a time tells of it");
        (await ledger.Ledger.Board.ReadAsync(100, null, Audience.Internal, CancellationToken.None))!.Incidents[0].Id.ShouldBe(Line.Incident, "the desk sees where something was logged");
    }

    [Fact]
    public async Task the_publishable_board_forgets_what_consent_is_withdrawn_for()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s0", "brigade")]);
        var before = await PublicBoardAsync(ledger);
        await ledger.TakeInAsync([Line.Unnamed("?1"), Line.Says("u1", "?1", terms: "background")]);
        (await PublicBoardAsync(ledger)).ShouldNotBe(before, "it was there to be read");
        await ledger.TakeInAsync([Line.Of(new { entry = "consent-withdrawn", incident = Line.Incident, statement = "u1", reason = "For fear." })]);
        (await PublicBoardAsync(ledger)).ShouldBe(before);
    }

    [Fact]
    public async Task a_page_of_the_desks_board_leads_to_none_of_the_publishable_one()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([Line.Opening("one"), Line.Opening("two"), Line.Opening("three")]);
        var page = (await ledger.Ledger.Board.ReadAsync(1, null, Audience.Internal, CancellationToken.None))!;
        (await ledger.Ledger.Board.ReadAsync(1, page.Next, Audience.Publishable, CancellationToken.None)).ShouldBeNull();
        var ids = new List<string>();
        for (string? next = null; ids.Count < 3; next = page.Next)
        {
            page = (await ledger.Ledger.Board.ReadAsync(1, next, Audience.Publishable, CancellationToken.None))!;
            ids.AddRange(page.Incidents.Select(incident => incident.Id));
        }
        ids.ShouldBe(["three", "two", "one"]);
        page.Next.ShouldBeNull();
    }

    [Fact]
    public async Task nothing_that_may_not_be_published_is_on_the_board()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        var board = JsonSerializer.Serialize(await ledger.Ledger.Board.ReadAsync(100, null, Audience.Internal, CancellationToken.None), ShapeJson.Options);
        foreach (var marker in Unpublishable) board.ShouldNotContain(marker);
    }

    [Fact]
    public async Task the_pages_of_the_command_line_hold_no_more_than_the_readings()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        foreach (var args in new[] { new[] { "state", Line.Incident, "--reading", "publishable" }, ["board"] })
        {
            var page = (await ledger.RunAsync(args)).ShouldEndWith(0).Output;
            foreach (var marker in Unpublishable) page.ShouldNotContain(marker);
        }
        foreach (var args in new[] { new[] { "state", Line.Incident }, ["history", Line.Incident] })
            (await ledger.RunAsync(args)).ShouldEndWith(0).Output.ShouldNotContain(OffRecord);
    }

    [Fact]
    public async Task the_publishable_reading_is_the_one_of_a_record_without_what_may_not_be_published()
    {
        await using var whole = await postgres.EmptyAsync();
        await whole.TakeInAsync(Sheet);
        await using var subset = await postgres.EmptyAsync();
        await subset.TakeInAsync([.. Line.Scene, Line.Claim("k3"), Line.Claim("k4"), Line.Says("s0", "brigade")]);
        WithoutTimes(await whole.ReadAsync(Line.Incident, new(Audience: Audience.Publishable))).ShouldBe(WithoutTimes(await subset.ReadAsync(Line.Incident, new(Audience: Audience.Publishable))));
    }

    private static string Secret(string id, string by, string marker, string rule, string? embargo = null) => Line.Of(new
    {
        entry = "statement", id, incident = Line.Incident, by, said = "2023-03-05",
        stances = new object[]
        {
            new { stance = "asserts", claim = "k3", strength = "hedged", qualifier = $"maybe {marker}", verb = $"whispered {marker}" },
            new { stance = "dismisses", claim = "k2", ground = $"because {marker}" }, new { stance = "asserts", claim = "k4" }
        },
        words = new { form = "verbatim", text = $"The words {marker}." }, terms = new { rule, agreed = $"agreed {marker}", description = $"somebody {marker}", reason = $"for {marker}" },
        setting = new { medium = $"a call {marker}", embargo }, evidence = new[] { new { file = $"{marker}.wav", note = marker } }
    });

    private static async Task<IReadOnlyList<ReadingRequest>> MomentsAsync(TestLedger ledger) =>
    [
        new(), new(Clock: Clock.Noted), new(SaidBy: "2023-03-05"), new(SaidBy: "2023-03-06"), new(SaidBy: "2023-03-07", Clock: Clock.Noted),
        .. (await ledger.Database.ListAsync($"select distinct {Utc} from ledger.mt_events where stream_id = 'incident/{Line.Incident}'")).Select(known => new ReadingRequest(KnownAt: known))
    ];

    private const string Utc = "to_char(timestamp at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    private static Task<string> KnownAsync(TestLedger ledger, string type) => ledger.Database.AskAsync<string>($"select {Utc} from ledger.mt_events where type = '{type}'");

    private static async Task<string> PublicBoardAsync(TestLedger ledger) =>
        JsonSerializer.Serialize(await ledger.Ledger.Board.ReadAsync(100, null, Audience.Publishable, CancellationToken.None), ShapeJson.Options);

    private static string Json(ReadingShape reading) => JsonSerializer.Serialize(reading, ShapeJson.Options);

    private static string WithoutTimes(ReadingShape reading) => System.Text.RegularExpressions.Regex.Replace(SameReading.Text(reading), "\"known\":\"[^\"]*\"", "\"known\":\"\"");
}
