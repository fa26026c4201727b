using System.Net.Http.Json;
using System.Text.Json;
using AttributionLedger.Serving;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>The server over a ledger of a test, in this process and on a port of its own, spoken to over real HTTP.</summary>
public sealed class ApiHost : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private ApiHost(TestLedger ledger, Uri address, Task running, CancellationTokenSource stop) =>
        (Ledger, Http, this.running, this.stop) = (ledger, new HttpClient { BaseAddress = address }, running, stop);

    public TestLedger Ledger { get; }
    public HttpClient Http { get; }

    /// <summary>Serves a ledger, which goes with the host.</summary>
    public static async Task<ApiHost> OverAsync(TestLedger ledger, ServerSettings? settings = null)
    {
        var (stop, listening) = (new CancellationTokenSource(), new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
        var running = LedgerServer.RunAsync(ledger.Ledger, settings ?? new("http://127.0.0.1:0"), address => listening.TrySetResult(address), stop.Token);
        // A server that cannot start tells why.
        if (await Task.WhenAny(listening.Task, running) == running) await running;
        return new(ledger, new Uri((await listening.Task).Replace("0.0.0.0", "127.0.0.1")), running, stop);
    }

    public async Task<JsonElement> GetAsync(string path) => await Http.GetFromJsonAsync<JsonElement>(path);

    public Task<HttpResponseMessage> PostAsync(string path, object body, params IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await stop.CancelAsync();
        await running;
        stop.Dispose();
        await Ledger.DisposeAsync();
    }
}

/// <summary>One server with both samples, for tests that only read.</summary>
public sealed class SampleApi(SharedPostgres postgres) : IAsyncLifetime
{
    private ApiHost? host;

    public ApiHost Host => host!;

    public async ValueTask InitializeAsync()
    {
        var ledger = await postgres.WithSamplesAsync();
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        host = await ApiHost.OverAsync(ledger);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }
}
