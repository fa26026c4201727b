using System.Net;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Histories;

/// <summary>The history of the samples, with what each event changed and why.</summary>
public class TellingReasons(SampleApi api) : IClassFixture<SampleApi>
{
    [Fact]
    public async Task each_event_tells_what_it_changed_in_the_reading()
    {
        var events = Events(await HistoryAsync("sluice-gate", "&with=changes"));
        Changes(events.First(e => Text(e, "event") == "statement_retracted")).ShouldContain("Ninth Lantern is now withdrawn (claim), was claimed, because its statement of 3 May was withdrawn by the speaker on 10 May");
        Changes(events.First(e => Text(e, "event") == "incident_closed")).ShouldBe(["The incident is closed, was open, because the desk recorded it on " + Recorded(events[0]).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)]);
        Changes(events.First(e => Text(e, "event") == "incident_opened")).ShouldContain(change => change.StartsWith("The incident is on record"));
    }

    [Fact]
    public async Task changes_are_told_once_with_the_first_event_of_their_entry()
    {
        var events = Events(await HistoryAsync("sluice-gate", "&with=changes"));
        Changes(events.First(e => Text(e, "event") == "statement_logged")).ShouldNotBeEmpty();
        Changes(events.First(e => Text(e, "event") == "responsibility_claimed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_reversal_tells_whose_error_it_was_and_why()
    {
        var events = Events(await HistoryAsync("harbour-fire", "&limit=1000"));
        events.Where(e => Text(e, "event") == "statement_corrected").Select(e => Text(e, "whose")).ShouldBe(["speaker", "outlet", "translation"]);
        events.Where(e => Text(e, "event") is "entry_struck" or "reversal_struck").ShouldAllBe(e => Text(e, "whose") == "this-desk" && Text(e, "reason") != null);
        Text(events.First(e => Text(e, "event") == "statement_retracted"), "reason").ShouldBe("The union says that it spoke too soon.");
        events[0].GetProperty("changes").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task a_correction_of_words_shows_them_before_and_after()
    {
        var events = Events(await HistoryAsync("harbour-fire", "&limit=1000"));
        var translation = events.Single(e => Text(e, "whose") == "translation").GetProperty("rewording");
        Text(translation, "what").ShouldBe("words");
        Pieces(translation, "added").Concat(Pieces(translation, "same")).ShouldNotBeEmpty();
        string.Concat(Pieces(translation, "same", "added")).ShouldBe(Text(translation, "after"));
        string.Concat(Pieces(translation, "same", "removed")).ShouldBe(Text(translation, "before"));
    }

    [Fact]
    public async Task a_claim_that_was_reworded_shows_what_it_read_before()
    {
        var rewording = Events(await HistoryAsync("harbour-fire", "&limit=1000")).Single(e => Text(e, "event") == "claim_reworded").GetProperty("rewording");
        (Text(rewording, "what"), Text(rewording, "before")).ShouldBe(("claim", "The alarm went off eleven minutes late."));
    }

    [Fact]
    public async Task both_clocks_are_told()
    {
        var said = Events(await HistoryAsync("sluice-gate", "")).First(e => Text(e, "event") == "statement_logged");
        (Text(said, "said"), said.GetProperty("saidEarliest").GetDateTimeOffset(), said.GetProperty("saidLatest").GetDateTimeOffset())
            .ShouldBe(("2023-05-03", new DateTimeOffset(2023, 5, 2, 22, 0, 0, TimeSpan.Zero), new DateTimeOffset(2023, 5, 3, 21, 59, 59, TimeSpan.Zero).AddMicroseconds(999_999)));
    }

    [Fact]
    public async Task pages_with_changes_are_short()
    {
        (await HistoryAsync("harbour-fire", "&with=changes")).GetProperty("events").GetArrayLength().ShouldBe(50);
        (await api.Host.Http.GetAsync("/api/incidents/harbour-fire/history?reading=internal&with=changes&limit=101")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<JsonElement> HistoryAsync(string incident, string query) => api.Host.GetAsync($"/api/incidents/{incident}/history?reading=internal{query}");

    private static List<JsonElement> Events(JsonElement history) => [.. history.GetProperty("events").EnumerateArray()];
    private static IEnumerable<string> Changes(JsonElement e) => e.GetProperty("changes").EnumerateArray().Select(change => change.GetString()!);
    private static DateTimeOffset Recorded(JsonElement e) => e.GetProperty("known").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(2));
    private static string? Text(JsonElement e, string field) => e.GetProperty(field).GetString();
    private static IEnumerable<string> Pieces(JsonElement rewording, params string[] changes) =>
        rewording.GetProperty("segments").EnumerateArray().Where(segment => changes.Contains(Text(segment, "change"))).Select(segment => Text(segment, "text")!);
}
