using System.Net;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Serving;

/// <summary>
/// Words, names and ids that are found nowhere else are sent in by every door, well and badly; nothing that the server
/// tells of itself may hold one of them: no metric, no span, no line of its log. A refusal tells nothing of a source.
/// </summary>
public class KeepingWordsOutOfSignals(SharedPostgres postgres)
{
    private const string Canary = "kanarie";
    private const string Words = Canary + "words", Name = Canary + "name", Source = Canary + "source", Incident = Canary + "incident", Party = Canary + "party", Query = Canary + "query", User = Canary + "user", Key = Canary + "key", Host = Canary + "host";

    [Fact]
    public async Task nothing_of_what_was_sent_is_told()
    {
        await using var ledger = await postgres.EmptyAsync();
        await using var collector = await Collector.StartAsync();
        await using var server = ServeProcess.Start(new(collector.Environment) { ["LEDGER_CONNECTION"] = ledger.ConnectionString, ["LEDGER_LOG"] = "debug" });
        using var http = await server.ListeningAsync();
        http.DefaultRequestHeaders.Add("Ledger-User", User);
        http.DefaultRequestHeaders.UserAgent.ParseAdd(User);
        http.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        http.DefaultRequestHeaders.Add("baggage", $"who={User}");

        await SendAsync(http, HttpStatusCode.Created, "/api/parties", new { id = Party, name = Name, kind = "organisation" });
        await SendAsync(http, HttpStatusCode.Created, "/api/incidents", new { id = Incident, headline = Words, zone = "Etc/UTC", invented = true });
        await SendAsync(http, HttpStatusCode.Created, $"/api/incidents/{Incident}/claims", new { id = "k1", kind = "occurrence", text = Words });
        await SendAsync(http, HttpStatusCode.Created, $"/api/incidents/{Incident}/sources", new { description = Source });
        await SendAsync(http, HttpStatusCode.Created, Statements, Statement("s1"));
        await SendAsync(http, HttpStatusCode.BadRequest, $"/api/incidents/{Incident}/sources", new { description = Source, name = Source });
        await SendAsync(http, HttpStatusCode.UnprocessableEntity, Statements, Statement("s2", claim: Canary));
        await SendAsync(http, HttpStatusCode.BadRequest, $"{Statements}?q={Query}", Statement("s3"));
        foreach (var path in new[] { $"/api/incidents/{Incident}/state?saidBy={Query}", $"/api/board?cursor={Query}", $"/{Query}", $"/api/incidents/{Incident}/history?reading=internal", $"/api/incidents/{Incident}/state" })
            await http.GetAsync(path);
        using (var other = new HttpRequestMessage(new HttpMethod(Canary.ToUpperInvariant()), $"/{Query}")) await http.SendAsync(other);
        using (var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/api/board") { Headers = { Host = Host } }) await http.SendAsync(elsewhere);

        // PostgreSQL refuses what it is given, and quotes it.
        await ledger.Database.TellAsync($"""
            create function ledger.refuse() returns trigger language plpgsql as $$ begin raise exception 'refused: {Words} %', new.data; end $$;
            create trigger refuse before insert on ledger.mt_events for each row execute function ledger.refuse();
            """);
        await SendAsync(http, HttpStatusCode.InternalServerError, Statements, Statement("s4"));
        server.Terminate();
        (await server.EndAsync()).ShouldBe(0);

        var told = collector.Text;
        foreach (var signal in new[] { "ledger.entries", "log-statement", "ledger.desk.batch.size", "ledger.desk.duration", "ledger.lanes.waiting", "ledger.views.lag", "http.server.request.duration", "db.client.", "dotnet.", "desk transaction", $"POST /api/incidents/{{incident}}/statements", "P0001", "attribution-ledger" })
            told.ShouldContain(signal);
        foreach (var (place, text) in new[] { ("signals", told), ("log", server.Errors) })
        {
            var found = text.IndexOf(Canary, StringComparison.OrdinalIgnoreCase);
            if (found >= 0) Assert.Fail($"{place}: {text.Substring(Math.Max(0, found - 200), Math.Min(400, text.Length - Math.Max(0, found - 200)))}");
        }
        server.Errors.ShouldContain("\"event\":\"fault\"");
        server.Errors.ShouldContain("\"route\":\"/api/incidents/{incident}/statements\"");
    }

    private static string Statements => $"/api/incidents/{Incident}/statements";

    private static object Statement(string id, string claim = "k1") => new
    {
        id, by = Party, said = "2023-03-05", stances = new[] { new { stance = "asserts", claim } }, words = new { form = "verbatim", text = Words }, terms = "on-the-record"
    };

    private static async Task SendAsync(HttpClient http, HttpStatusCode status, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Post.Json(JsonSerializer.Serialize(body)), Headers = { { "Idempotency-Key", $"{Key}-{Guid.NewGuid():N}" } } };
        var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        if (answer.IsSuccessStatusCode) return;
        foreach (var secret in new[] { Words, Source, User, Key }) text.ShouldNotContain(secret);
    }
}
