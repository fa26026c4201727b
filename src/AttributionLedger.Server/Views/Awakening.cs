using AttributionLedger.Desk;
using JasperFx.Events.Daemon.HighWater;

namespace AttributionLedger.Views;

/// <summary>
/// Wakes the views that follow behind as soon as this process has committed. What other processes append is found when the
/// time that they would wait anyway is over.
/// </summary>
public sealed class Awakening : IDaemonWakeup
{
    /// <summary>Rests between one look and the next while commits come faster than the views take them in: then a page of events costs less than each alone.</summary>
    private static readonly TimeSpan FirstRest = TimeSpan.FromMilliseconds(5), LongestRest = TimeSpan.FromMilliseconds(80);

    // It stays set until somebody waits, so that a commit between two waits is not missed; one is enough for any number of commits.
    private readonly SemaphoreSlim signal = new(0, 1);
    private TimeSpan rest;

    public Awakening(Commits commits) => commits.Committed += _ => Wake();

    public async Task WaitAsync(TimeSpan timeout, CancellationToken token)
    {
        rest = signal.CurrentCount == 0 ? TimeSpan.Zero : rest == TimeSpan.Zero ? FirstRest : rest * 2 < LongestRest ? rest * 2 : LongestRest;
        if (rest > TimeSpan.Zero) await Task.Delay(rest < timeout ? rest : timeout, token);
        await signal.WaitAsync(timeout, token);
    }

    // Whoever follows may still wait on it.
    public void Dispose() { }

    private void Wake()
    {
        try
        {
            if (signal.CurrentCount == 0) signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another commit was told in between.
        }
    }
}
