using AttributionLedger.Serving;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>A ledger of the tests that is served over HTTP, within the process of the tests.</summary>
internal sealed class ServedLedger : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task serving;

    private ServedLedger(TestLedger ledger, string url)
    {
        Ledger = ledger;
        serving = Task.Run(() => LedgerServer.RunAsync(ledger.Ledger, new(url), address => listening.TrySetResult(new(address)), stop.Token));
    }

    public TestLedger Ledger { get; }
    public Uri Address => listening.Task.Result;
    public HttpClient Http { get; private set; } = null!;

    /// <summary>Serves the ledger, which goes with it.</summary>
    public static async Task<ServedLedger> OfAsync(Task<TestLedger> ledger)
    {
        var served = new ServedLedger(await ledger, "http://127.0.0.1:0");
        if (await Task.WhenAny(served.listening.Task, served.serving) == served.serving) await served.serving;
        served.Http = new() { BaseAddress = served.Address };
        return served;
    }

    /// <summary>A ledger that holds the scene of most tests.</summary>
    public static async Task<ServedLedger> OfSceneAsync(SharedPostgres postgres)
    {
        var served = await OfAsync(postgres.EmptyAsync());
        await served.Ledger.TakeInAsync(Line.Scene);
        return served;
    }

    public Task<Answer> SendAsync(string line, string? key = null) => ApiWrite.Of(line, key).SendAsync(Http);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await stop.CancelAsync();
        await serving;
        stop.Dispose();
        await Ledger.DisposeAsync();
    }
}
