using System.Text.Json;
using System.Text.Json.Nodes;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Refusals;

/// <summary>
/// One served ledger for everything that is refused. What is on record never changes, and after every refusal it is looked
/// at whether that is so.
/// </summary>
public sealed class RefusalDesk(SharedPostgres postgres) : IAsyncLifetime
{
    private IReadOnlyList<string> kept = [];

    internal ServedLedger Served { get; private set; } = null!;
    internal HttpClient Http => Served.Http;

    /// <summary>The id that the ledger minted for a source of the incident.</summary>
    public string Source { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Served = await ServedLedger.OfSceneAsync(postgres);
        string[] lines =
        [
            Line.Claim("k3", "casualties"), Line.Says("s1", "brigade"), Line.Says("x1", "brigade"), Line.Says("t1", "brigade"), Line.Says("c1", "brigade"),
            Line.Of(new { entry = "request", id = "r1", incident = Line.Incident, of = "korvad", by = "post", asked = "2023-03-05" }),
            Line.Of(new { entry = "evidence", id = "v1", incident = Line.Incident, statement = "s1", url = "https://example.org/a" }),
            Strike("x2", "x1"), Strike("y1", "s1"), Strike("y2", "y1"),
            Line.Of(new { entry = "retraction", id = "t2", incident = Line.Incident, statement = "t1", said = "2023-03-06", reason = "It spoke too soon." }),
            Line.Of(new { entry = "consent-withdrawn", id = "c2", incident = Line.Incident, statement = "c1", reason = "It asked for it." }),
            Line.Opening("far"), Line.Opening("shut"), Line.Of(new { entry = "close", id = "e1", incident = "shut", reason = "It is over." }),
            Line.Opening("twin"), Line.Of(new { entry = "merge", id = "m1", incident = "twin", into = Line.Incident, reason = "It is the same." }),
            Line.Party("old"), Line.Of(new { entry = "merge-party", id = "m1", party = "old", into = "brigade", reason = "It is the same." }),
            Line.Of(new { entry = "affiliation", id = "a1", party = "post", partOf = "harbour" })
        ];
        foreach (var line in lines) (await Served.SendAsync(line)).ShouldBe(201);
        Source = (await Served.SendAsync(Line.Of(new { entry = "unnamed", label = "?1", incident = Line.Incident, description = "a port official" }), "source")).ShouldBe(201).Json.GetProperty("party").GetString()!;
        await Served.Ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        kept = await Served.Ledger.Database.KeptAsync();
    }

    /// <summary>A ledger apart, for what is not refused.</summary>
    internal Task<TestLedger> EmptyAsync() => postgres.EmptyAsync();

    /// <summary>Sends what a line asks for, and looks at what is on record afterwards.</summary>
    internal Task<Answer> RefuseAsync(string line, string? key = null) => RefuseAsync(() => Served.SendAsync(line.Replace("SOURCE", Source, StringComparison.Ordinal), key));

    internal Task<Answer> RefuseAsync(ApiWrite write) => RefuseAsync(() => write.SendAsync(Http));

    /// <summary>Sends a body as it is.</summary>
    internal Task<Answer> RefuseAsync(byte[] body, string? type = "application/json", string path = "/api/incidents/quay/statements", Action<HttpRequestMessage>? more = null) => RefuseAsync(async () =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        more?.Invoke(request);
        return await Http.AnswerAsync(request);
    });

    internal async Task<Answer> RefuseAsync(Func<Task<Answer>> act)
    {
        var answer = await act();
        ShouldBeWellFormed(answer);
        await ShouldBeUnchangedAsync();
        return answer;
    }

    public async Task ShouldBeUnchangedAsync()
    {
        var now = await Served.Ledger.Database.KeptAsync();
        kept.Except(now).Concat(now.Except(kept)).ShouldBeEmpty("what is refused leaves nothing");
    }

    /// <summary>A line with some of its fields changed; what is null is left out.</summary>
    public static string With(string line, string changes)
    {
        var fields = JsonNode.Parse(line)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
            if (value is null) fields.Remove(name);
            else fields[name] = value.DeepClone();
        return fields.ToJsonString();
    }

    public async ValueTask DisposeAsync() => await Served.DisposeAsync();

    private static string Strike(string id, string target) => Line.Of(new { entry = "strike", id, incident = Line.Incident, target, reason = "It was logged in error." });

    // RFC 9457, and every error with a code for programs and words for people.
    private static void ShouldBeWellFormed(Answer answer)
    {
        answer.Status.ShouldBeGreaterThanOrEqualTo(400, answer.Body);
        answer.MediaType.ShouldBe("application/problem+json");
        answer.Json.GetProperty("type").GetString().ShouldBe($"/problems/{answer.Code}");
        answer.Json.GetProperty("status").GetInt32().ShouldBe(answer.Status);
        answer.Json.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        foreach (var error in answer.Json.GetProperty("errors").EnumerateArray())
        {
            error.GetProperty("code").GetString().ShouldNotBeNull().ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$");
            error.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        }
    }
}

internal static class Refused
{
    /// <summary>The first of the errors, which gives the answer its code.</summary>
    public static Answer ShouldRefuse(this Answer answer, int status, string code, string? field, string? pointer = null)
    {
        answer.ShouldBeProblem(status, code);
        var first = answer.Json.GetProperty("errors")[0];
        (Text(first, "code"), Text(first, "field")).ShouldBe((code, field), answer.Body);
        if (pointer is not null) Text(first, "pointer").ShouldBe(pointer == "" ? null : pointer, answer.Body);
        return answer;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
