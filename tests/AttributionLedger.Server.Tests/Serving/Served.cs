using AttributionLedger.Serving.Limiting;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Serving;
using Microsoft.Extensions.Logging;

namespace AttributionLedger.Server.Tests.Serving;

/// <summary>A server within the process of the tests, with limits and a log of the test's own.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task serving;

    private Served(TestLedger ledger, Limits limits)
    {
        Ledger = ledger;
        var settings = new ServerSettings("http://127.0.0.1:0") { Limits = limits, Log = TextWriter.Synchronized(Log), LogLevel = LogLevel.Information };
        serving = Task.Run(() => LedgerServer.RunAsync(ledger.Ledger, settings, address => listening.TrySetResult(new(address)), stop.Token));
    }

    public TestLedger Ledger { get; }
    public StringWriter Log { get; } = new();
    public HttpClient Http { get; private set; } = null!;
    public Uri Address => Http.BaseAddress!;

    /// <summary>Serves an empty ledger, in which a test opens what it needs.</summary>
    public static async Task<Served> StartAsync(SharedPostgres postgres, Limits? limits = null) => await OfAsync(await postgres.EmptyAsync(), limits ?? new());

    /// <summary>Serves a ledger, which goes with the server.</summary>
    public static async Task<Served> OfAsync(TestLedger ledger, Limits limits)
    {
        var served = new Served(ledger, limits);
        if (await Task.WhenAny(served.listening.Task, served.serving) == served.serving) await served.serving;
        served.Http = new() { BaseAddress = await served.listening.Task };
        return served;
    }

    /// <summary>Serves a ledger in which something can be said.</summary>
    public static async Task<Served> WithSceneAsync(SharedPostgres postgres, Limits? limits = null)
    {
        var served = await StartAsync(postgres, limits);
        await served.Ledger.TakeInAsync(Line.Scene);
        return served;
    }

    public Task<HttpResponseMessage> SayAsync(string id) => Http.PostAsync(Post.Statements, Post.Json(Post.Statement(id)));

    public async Task<JsonElement> ReadyAsync() => await (await Http.GetAsync("/health/ready")).Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>Returns once the server says so of itself.</summary>
    public async Task<JsonElement> BecomesAsync(string status)
    {
        for (var giveUp = DateTime.UtcNow.AddSeconds(60); ; await Task.Yield())
        {
            var ready = await ReadyAsync();
            if (ready.GetProperty("status").GetString() == status) return ready;
            DateTime.UtcNow.ShouldBeLessThan(giveUp, ready.GetRawText());
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await stop.CancelAsync();
        await serving;
        stop.Dispose();
        await Ledger.DisposeAsync();
    }
}

/// <summary>Bodies of writes.</summary>
internal static class Post
{
    public const string Statements = $"/api/incidents/{Line.Incident}/statements";

    public static string Statement(string id, string by = "brigade", string? words = null) => JsonSerializer.Serialize(new
    {
        id, by, said = "2023-03-05", stances = new[] { new { stance = "asserts", claim = "k1" } }, words = new { form = "paraphrase", text = words ?? $"The words of {id}." }, terms = "on-the-record"
    });

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public static async Task<string?> CodeAsync(this HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
