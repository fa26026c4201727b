using AttributionLedger.Store;

namespace AttributionLedger.Desk;

/// <summary>Removes the receipts that nobody will ask for any more, so that their table does not grow with all that was ever sent.</summary>
public sealed class Tidying(LedgerStore store, TimeProvider clock)
{
    /// <summary>Often enough that the table holds little more than a day.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Tidies until it is cancelled. What fails now is done an hour later.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do await Task.WhenAny(TidyAsync(ct));
            while (await timer.WaitForNextTickAsync(ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
    }

    public Task TidyAsync(CancellationToken ct) => Receipts.TidyAsync(store, ct);
}
