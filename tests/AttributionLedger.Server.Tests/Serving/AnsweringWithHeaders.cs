using System.Net;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Serving;

/// <summary>What the headers of every answer say, whoever made it.</summary>
public class AnsweringWithHeaders(SampleApi samples) : IClassFixture<SampleApi>
{
    private static readonly string Incident = $"/api/incidents/{Samples.Incidents.First()}";

    /// <summary>What is not the same twice.</summary>
    private static readonly HashSet<string> Passing = ["Date", "Transfer-Encoding", "Content-Length"];

    public static TheoryData<string> Reads =>
    [
        "/api/board", "/api/board?reading=internal", "/api/parties", $"{Incident}", $"{Incident}?reading=internal", $"{Incident}/statements?reading=internal", $"{Incident}/history?reading=internal",
        "/health", "/health/ready", "/api/board/feed"
    ];

    public static TheoryData<string, HttpStatusCode> Problems => new()
    {
        { "/nowhere", HttpStatusCode.NotFound }, { "/api/incidents/nowhere", HttpStatusCode.NotFound }, { "/api/board?limit=0", HttpStatusCode.BadRequest },
        { "/problems/nowhere", HttpStatusCode.NotFound }, { $"{Incident}/history", HttpStatusCode.Forbidden }, { $"{Incident}/statements/s/strikes", HttpStatusCode.NotFound }
    };

    [Theory, MemberData(nameof(Reads))]
    public async Task keeps_what_is_read_out_of_every_cache(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Problems))]
    public async Task keeps_problems_out_of_every_cache(string path, HttpStatusCode status)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        answer.StatusCode.ShouldBe(status);
        (answer.Headers.CacheControl!.NoStore, answer.Headers.CacheControl.Private).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("publishable")]
    public async Task lets_a_reading_of_now_be_kept_by_who_asks_each_time(string reading)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"{Incident}/state?reading={reading}");
        (answer.Headers.CacheControl!.NoStore, answer.Headers.CacheControl.NoCache, answer.Headers.CacheControl.Private).ShouldBe((false, true, true));
        using var past = await SendAsync(HttpMethod.Get, $"{Incident}/state?reading={reading}&knownAt=2026-01-01");
        past.StatusCode.ShouldBe(HttpStatusCode.OK);
        (past.Headers.CacheControl!.NoStore, past.Headers.CacheControl.Private).ShouldBe((false, true));
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/reference/scalar.js")]
    [InlineData("/problems")]
    [InlineData("/problems/fault")]
    [InlineData("/ledger-sheet.schema.json")]
    public async Task lets_what_tells_of_the_program_be_kept(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        answer.Headers.CacheControl?.NoStore.ShouldBe(false);
    }

    [Theory, MemberData(nameof(Reads)), InlineData("/problems"), InlineData("/openapi/v1.json"), InlineData("/ledger-sheet.schema.json"), InlineData("/nowhere"), InlineData("/api/incidents/nowhere"), InlineData("/api/board?limit=0")]
    public async Task answers_head_as_get_but_for_the_body(string path)
    {
        using var got = await SendAsync(HttpMethod.Get, path);
        using var head = await SendAsync(HttpMethod.Head, path);
        head.StatusCode.ShouldBe(got.StatusCode);
        Headers(head).ShouldBe(Headers(got));
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task answers_head_too_with_what_the_client_has()
    {
        using var got = await SendAsync(HttpMethod.Get, $"{Incident}/state");
        using var head = await SendAsync(HttpMethod.Head, $"{Incident}/state", got.Headers.ETag!.ToString());
        head.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        head.Headers.ETag.ShouldBe(got.Headers.ETag);
    }

    [Fact]
    public async Task says_that_head_is_taken_where_get_is()
    {
        using var board = await SendAsync(HttpMethod.Put, "/api/board");
        (board.StatusCode, string.Join(' ', board.Content.Headers.Allow.Order())).ShouldBe((HttpStatusCode.MethodNotAllowed, "GET HEAD"));
        using var write = await SendAsync(HttpMethod.Head, $"{Incident}/claims");
        (write.StatusCode, string.Join(' ', write.Content.Headers.Allow)).ShouldBe((HttpStatusCode.MethodNotAllowed, "POST"));
    }

    private static List<string> Headers(HttpResponseMessage answer) =>
        [.. answer.Headers.Concat(answer.Content.Headers).Where(header => !Passing.Contains(header.Key)).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal)];

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? held = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (held is not null) request.Headers.TryAddWithoutValidation("If-None-Match", held);
        return samples.Host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
