using AttributionLedger.Desk;
using AttributionLedger.Incidents;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Refusals;

public class RefusingAHeader(RefusalDesk desk) : IClassFixture<RefusalDesk>
{
    private static readonly string Closing = Line.Of(new { entry = "close", id = "e1", incident = Line.Incident, reason = "It is over." });

    public static TheoryData<string> Changing() => [.. ApiWrite.Routes.Keys.Where(entry => entry is
        "revise" or "merge" or "split" or "close" or "reopen" or "reword" or "evidence-gone" or "renegotiation" or "consent-withdrawn" or "retraction" or "correction" or "voice-settled" or "strike"
        or "rename" or "affiliation-ended" or "strike-affiliation" or "grade" or "merge-party" or "split-party")];

    [Theory, MemberData(nameof(Changing))]
    public async Task without_which_nothing_is_changed_is_asked_for(string entry)
    {
        var path = string.Join('/', ApiWrite.Routes[entry].Split('/').Select(part => part == "{incident}" ? "quay" : part.StartsWith('{') ? "s1" : part));
        (await desk.RefuseAsync(new ApiWrite(path, "{}"))).ShouldRefuse(428, "if-match-missing", "If-Match", "");
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("\"0123456789abcdef")]
    [InlineData("W/0123456789abcdef")]
    [InlineData("\"a\", b")]
    [InlineData("*, \"a\"")]
    [InlineData(",")]
    public async Task of_what_was_seen_that_cannot_be_read_is_refused(string seen) =>
        (await desk.RefuseAsync(ApiWrite.Of(Closing, Key()) with { IfMatch = seen })).ShouldRefuse(400, "if-match-malformed", "If-Match", "");

    [Fact]
    public async Task of_what_was_seen_and_has_changed_since_is_stale()
    {
        var now = await TagAsync();
        foreach (var stale in new[] { "\"0123456789abcdef\"", "\"\"", $"W/\"{now}\"", "\"a\", \"b\"", $"\"{now.ToUpperInvariant()}x\"" })
            (await desk.RefuseAsync(ApiWrite.Of(Closing, Key()) with { IfMatch = stale })).ShouldRefuse(412, "state-changed", "If-Match", "");
        // What names nothing that is there cannot have changed: that it is not there is said.
        (await desk.RefuseAsync(ApiWrite.Of("""{"entry":"strike","incident":"quay","target":"none","reason":"r"}""", Key()) with { IfMatch = "\"0123456789abcdef\"" })).ShouldRefuse(404, "entry-unknown", "target");
    }

    [Fact]
    public async Task of_what_was_seen_and_is_still_so_lets_it_through()
    {
        await using var served = await ServedLedger.OfAsync(desk.EmptyAsync());
        await served.Ledger.TakeInAsync(Line.Scene);
        await using var session = served.Ledger.Ledger.Store.Reading();
        var tag = Tags.Of((await session.LoadAsync<Incident>(Line.Incident))!);
        (await (ApiWrite.Of(Closing) with { IfMatch = $"\"0123456789abcdef\", \"{tag}\"" }).SendAsync(served.Http)).ShouldBe(201);
        (await (ApiWrite.Of(Line.Of(new { entry = "reopen", id = "e2", incident = Line.Incident, reason = "It is not." })) with { IfMatch = $"\"{tag}\"" }).SendAsync(served.Http)).ShouldBeProblem(412, "state-changed");
        // Who repeats what is on record is told so, whatever it looked like then.
        (await (ApiWrite.Of(Closing) with { IfMatch = $"\"{tag}\"" }).SendAsync(served.Http)).ShouldBe(200);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a\\b")]
    [InlineData("a\"b")]
    [InlineData("\"\"")]
    public async Task that_names_a_request_and_cannot_be_read_is_refused(string key) =>
        (await desk.RefuseAsync(ApiWrite.Of(Closing, key))).ShouldRefuse(400, "idempotency-key-malformed", "Idempotency-Key", "");

    [Fact]
    public async Task that_names_a_request_is_short_and_there_once()
    {
        (await desk.RefuseAsync(ApiWrite.Of(Closing, new string('k', 201)))).ShouldRefuse(400, "idempotency-key-malformed", "Idempotency-Key");
        (await desk.RefuseAsync("{}"u8.ToArray(), more: request => { request.Headers.Add("Idempotency-Key", "a"); request.Headers.Add("Idempotency-Key", "b"); })).ShouldRefuse(400, "idempotency-key-malformed", "Idempotency-Key");
        (await desk.RefuseAsync("""{"entry":"unnamed","label":"?1","incident":"quay","description":"an official"}""")).ShouldRefuse(400, "idempotency-key-missing", "Idempotency-Key");
    }

    [Theory]
    [InlineData("", "text-empty")]
    [InlineData("%20", "text-empty")]
    [InlineData("a%0Ab", "text-control-character")]
    [InlineData("a%00b", "text-null-character")]
    [InlineData("a%E2%80%AEb", "text-bidi-control")]
    public async Task that_says_who_logs_holds_a_name(string name, string code) =>
        (await desk.RefuseAsync("{}"u8.ToArray(), more: request => request.Headers.TryAddWithoutValidation("Ledger-User", name))).ShouldRefuse(400, code, "Ledger-User", "");

    [Fact]
    public async Task that_names_another_host_is_turned_away_without_a_word()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/parties") { Content = new ByteArrayContent("{}"u8.ToArray()), Headers = { Host = "ledger.example" } };
        (await desk.Http.AnswerAsync(request)).ShouldBe(400).Body.ShouldBeEmpty();
        await desk.ShouldBeUnchangedAsync();
    }

    private static string Key() => Guid.NewGuid().ToString();

    private async Task<string> TagAsync()
    {
        await using var session = desk.Served.Ledger.Ledger.Store.Reading();
        return Tags.Of((await session.LoadAsync<Incident>(Line.Incident))!);
    }
}
