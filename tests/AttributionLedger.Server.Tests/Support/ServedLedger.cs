namespace AttributionLedger.Server.Tests.Support;

/// <summary>A served ledger to which lines of a sheet are sent.</summary>
internal sealed class ServedLedger(ApiHost host) : IAsyncDisposable
{
    public TestLedger Ledger => host.Ledger;
    public HttpClient Http => host.Http;
    public Uri Address => Http.BaseAddress!;

    /// <summary>Serves the ledger, which goes with it.</summary>
    public static async Task<ServedLedger> OfAsync(Task<TestLedger> ledger) => new(await ApiHost.OverAsync(await ledger));

    /// <summary>A ledger that holds the scene of most tests.</summary>
    public static async Task<ServedLedger> OfSceneAsync(SharedPostgres postgres)
    {
        var served = await OfAsync(postgres.EmptyAsync());
        await served.Ledger.TakeInAsync(Line.Scene);
        return served;
    }

    public Task<Answer> SendAsync(string line, string? key = null) => ApiWrite.Of(line, key).SendAsync(Http);

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
