namespace AttributionLedger.Server.Tests.Support;

/// <summary>One ledger with one sheet for all tests of a class: nobody writes into it.</summary>
public abstract class WrittenLedger(SharedPostgres postgres, IReadOnlyList<string> sheet) : IAsyncLifetime
{
    public TestLedger Ledger { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Ledger = await postgres.EmptyAsync();
        await Ledger.TakeInAsync(sheet);
    }

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();
}
