using AttributionLedger.Composition;
using AttributionLedger.PrivatePostgres;
using AttributionLedger.Serving.Limiting;
using AttributionLedger.Serving.Logs;
using AttributionLedger.Views;

namespace AttributionLedger.Serving.Checks;

/// <summary>What the watch saw when it looked last.</summary>
/// <param name="At">UTC, when it had looked.</param>
/// <param name="Lag">How far the views are behind; null when PostgreSQL did not say.</param>
/// <param name="Fault">Why it did not.</param>
internal sealed record Sight(DateTimeOffset At, Following.Lag? Lag, Exception? Fault);

/// <summary>
/// Looks after PostgreSQL once in a second, for everybody: whoever asks whether the server is ready gets what was seen last,
/// so that asking costs nothing. Where PostgreSQL is the ledger's own and has died, it is started again.
/// </summary>
internal sealed class PostgresWatch(Ledger ledger, Limits limits, TimeProvider clock, ILogger<PostgresWatch> log)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset? awaySince;
    private bool toldBehind;

    /// <summary>Null until it has looked for the first time.</summary>
    public Sight? Last { get; private set; }

    /// <summary>Ends once it has.</summary>
    public Task Looked => looked.Task;

    public async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                Last = await LookAsync(ct);
                looked.TrySetResult();
                if (Last.Fault is { } fault) await LostAsync(fault, ct);
                else Found(Last.Lag!.Value);
            }
            while (await timer.WaitForNextTickAsync(ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
    }

    private async Task<Sight> LookAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(limits.Look);
        try
        {
            return new(clock.GetUtcNow(), await ledger.Following.LagAsync(limit.Token), null);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            return new(clock.GetUtcNow(), null, fault);
        }
    }

    private async Task LostAsync(Exception fault, CancellationToken ct)
    {
        if (awaySince is null) log.PostgresAway(fault);
        awaySince ??= clock.GetUtcNow();
        if (ledger.Own is not { HasDied: true } own) return;
        try
        {
            log.PostgresDied();
            await own.StartAsync(ct);
        }
        catch (PrivateClusterException notStarted)
        {
            log.PostgresNotStarted(notStarted.Code);
        }
    }

    private void Found(Following.Lag lag)
    {
        if (awaySince is { } since)
        {
            // What was open before leads nowhere; each would cost somebody a failure.
            ledger.Store.ForgetConnections();
            log.PostgresBack((clock.GetUtcNow() - since).TotalSeconds);
            awaySince = null;
        }
        var isBehind = limits.IsBehind(lag);
        if (isBehind && !toldBehind) log.ViewsBehind(lag.Events, lag.Time.TotalSeconds);
        toldBehind = isBehind;
    }
}
