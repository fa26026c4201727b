using AttributionLedger.Serving.Limiting;
using System.Net;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Serving;

namespace AttributionLedger.Server.Tests.Serving;

/// <summary>Clients that ask for more than anybody gets; each time somebody else is served as ever.</summary>
public class KeepingLimits(SharedPostgres postgres)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task a_body_that_comes_too_slowly_is_not_waited_for()
    {
        await using var served = await Served.WithSceneAsync(postgres, new() { Stall = TimeSpan.FromSeconds(1.5) });
        using var wire = await Wire.ToAsync(served.Address);
        await wire.SendAsync(Wire.Head(Post.Statement("s1")) + "{");
        (await wire.StatusAsync()).ShouldBe(408);
        (await served.SayAsync("s1")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task half_a_request_is_not_waited_for()
    {
        await using var served = await Served.StartAsync(postgres, new() { HeadersTime = Soon });
        using var wire = await Wire.ToAsync(served.Address);
        await wire.SendAsync("GET /health HTTP/1.1\r\nHost: 127");
        (await wire.StatusAsync()).ShouldBe(408);
        (await wire.StatusAsync()).ShouldBeNull("the connection is closed");
    }

    [Fact]
    public async Task headers_that_are_too_large_or_too_many_are_refused()
    {
        await using var served = await Served.StartAsync(postgres);
        var limits = new Limits();
        foreach (var (request, status) in new[]
        {
            ($"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX: {new string('x', limits.Headers)}\r\n\r\n", 431),
            ($"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(Enumerable.Range(0, limits.HeaderCount).Select(i => $"X{i}: 1\r\n"))}\r\n", 431),
            ($"GET /{new string('x', limits.RequestLine)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 414)
        })
        {
            using var wire = await Wire.ToAsync(served.Address);
            await wire.SendAsync(request);
            (await wire.StatusAsync()).ShouldBe(status);
        }
    }

    [Fact]
    public async Task a_body_that_is_too_large_is_refused()
    {
        await using var served = await Served.WithSceneAsync(postgres);
        var answer = await served.Http.PostAsync(Post.Statements, Post.Json(Post.Statement("s1", words: new string('w', (int)new Limits().Body))));
        (answer.StatusCode, await answer.CodeAsync()).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "body-too-large"));
    }

    [Fact]
    public async Task one_connection_too_many_is_closed()
    {
        await using var served = await Served.StartAsync(postgres, new() { Connections = 2 });
        using Wire first = await Wire.ToAsync(served.Address), second = await Wire.ToAsync(served.Address);
        foreach (var wire in new[] { first, second })
        {
            await wire.SendAsync("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            (await wire.StatusAsync()).ShouldBe(200);
        }
        using var third = await Wire.ToAsync(served.Address);
        await third.SendAsync("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        (await third.StatusAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task one_request_too_many_of_an_address_is_told_when_to_come_again()
    {
        await using var served = await Served.StartAsync(postgres, new() { Rate = 1, CountsLoopback = true });
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 4; i++) answers.Add(await served.Http.GetAsync("/nowhere"));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        (await refused.CodeAsync()).ShouldBe("too-many-requests");
        refused.Headers.RetryAfter.ShouldNotBeNull();
        answers[0].StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await served.Http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK, "those who watch are never turned away");
    }

    [Fact]
    public async Task one_request_too_many_at_once_is_told_when_to_come_again()
    {
        await using var served = await Served.WithSceneAsync(postgres, new() { AtOnce = 1, Queue = 0 });
        var held = await Held.IncidentAsync(served.Ledger.ConnectionString);
        var first = served.SayAsync("s1");
        await held.SomebodyWaitsAsync();
        var second = await served.SayAsync("s2");
        (second.StatusCode, await second.CodeAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, "too-busy"));
        second.Headers.RetryAfter.ShouldNotBeNull();
        await held.DisposeAsync();
        (await first).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await served.SayAsync("s2")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task a_request_that_takes_too_long_is_told_so_and_may_be_repeated()
    {
        await using var served = await Served.WithSceneAsync(postgres, new() { Request = Soon });
        var held = await Held.IncidentAsync(served.Ledger.ConnectionString);
        var late = await served.SayAsync("s1");
        (late.StatusCode, await late.CodeAsync()).ShouldBe((HttpStatusCode.GatewayTimeout, "request-timed-out"));
        await held.DisposeAsync();
        (await served.SayAsync("s1")).IsSuccessStatusCode.ShouldBeTrue();
        (await StatementsAsync(served)).ShouldBe(1);
    }

    [Fact]
    public async Task a_client_that_leaves_in_the_middle_can_come_back_and_finds_one_entry()
    {
        await using var served = await Served.WithSceneAsync(postgres);
        var body = Post.Statement("s1");
        foreach (var sent in new[] { Wire.Head(body), Wire.Head(body) + body[..10], Wire.Head(body) + body })
        {
            using var wire = await Wire.ToAsync(served.Address);
            await wire.SendAsync(sent);
            wire.Break();
        }
        (await served.SayAsync("s1")).IsSuccessStatusCode.ShouldBeTrue();
        (await served.SayAsync("s1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StatementsAsync(served)).ShouldBe(1);
        served.Log.ToString().ShouldNotContain("\"event\":\"fault\"");
    }

    private static Task<long> StatementsAsync(Served served) => served.Ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'");
}
