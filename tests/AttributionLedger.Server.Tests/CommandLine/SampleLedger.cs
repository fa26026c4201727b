using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.CommandLine;

/// <summary>One ledger with both samples for tests that only read it.</summary>
public sealed class SampleLedger(SharedPostgres postgres) : IAsyncLifetime
{
    private TestLedger? ledger;

    public TestLedger Ledger => ledger!;

    public async ValueTask InitializeAsync()
    {
        ledger = await postgres.WithSamplesAsync();
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (ledger is not null) await ledger.DisposeAsync();
    }

    public Task<Ended> RunAsync(params string[] args) => Ledger.RunAsync(args);
}
