using System.Net;
using System.Net.ServerSentEvents;
using AttributionLedger.Api;
using AttributionLedger.Feeds;
using AttributionLedger.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>The feeds of a ledger over real HTTP, with the views that follow.</summary>
internal sealed class FeedHost : IAsyncDisposable
{
    /// <summary>As usual, with a beat that nobody has to wait for.</summary>
    public static readonly FeedLimits Quick = FeedLimits.Usual with { Beat = TimeSpan.FromMilliseconds(100) };

    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task following;

    private FeedHost(WebApplication app, Ledger ledger)
    {
        this.app = app;
        following = ledger.Following.FollowAsync(_ => { }, stopping.Token);
        Http = new(new SocketsHttpHandler()) { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public static async Task<FeedHost> StartAsync(Ledger ledger, FeedLimits? limits = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // Only the feed itself cuts off who is slow.
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MinResponseDataRate = null);
        builder.Services.AddLedgerApi(ledger);
        builder.Services.AddSingleton(limits ?? Quick);
        var app = builder.Build();
        app.MapLedgerApi();
        await app.StartAsync();
        return new(app, ledger);
    }

    public Task<Feed> FollowAsync(string incident, Audience audience, string? last = null, string? after = null) => OpenAsync($"/api/incidents/{incident}/feed", audience, last, after);

    public Task<Feed> FollowBoardAsync(Audience audience, string? last = null) => OpenAsync("/api/board/feed", audience, last, null);

    private async Task<Feed> OpenAsync(string path, Audience audience, string? last, string? after)
    {
        var answer = await AskAsync($"{path}?reading={audience.ToString().ToLowerInvariant()}{(after is null ? "" : $"&after={after}")}", last);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new(answer, await answer.Content.ReadAsStreamAsync());
    }

    public Task<HttpResponseMessage> AskAsync(string address, string? last = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await stopping.CancelAsync();
        await following;
    }
}

/// <summary>A client that follows.</summary>
internal sealed class Feed : IAsyncDisposable
{
    /// <summary>Longer than any event takes on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage answer;
    private readonly SseParser<string> parser;
    private readonly IAsyncEnumerator<SseItem<string>> events;

    public Feed(HttpResponseMessage answer, Stream stream)
    {
        this.answer = answer;
        parser = SseParser.Create(stream);
        events = parser.EnumerateAsync().GetAsyncEnumerator();
    }

    /// <summary>What the client would repeat if it were cut off now.</summary>
    public string LastEventId => parser.LastEventId;

    public async Task<SseItem<string>> NextAsync() => await MoveAsync() ? events.Current : throw new EndOfStreamException("The feed has ended.");

    public async Task<List<SseItem<string>>> NextAsync(int count)
    {
        var items = new List<SseItem<string>>();
        while (items.Count < count) items.Add(await NextAsync());
        return items;
    }

    /// <summary>Whether the feed has ended, and nothing came before.</summary>
    public async Task<bool> EndsAsync() => !await MoveAsync();

    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        try
        {
            await events.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // Somebody still waits for what comes next.
        }
    }

    private Task<bool> MoveAsync() => events.MoveNextAsync().AsTask().WaitAsync(Patience);
}
