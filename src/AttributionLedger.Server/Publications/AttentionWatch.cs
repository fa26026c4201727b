using AttributionLedger.Desk;
using AttributionLedger.Views;

namespace AttributionLedger.Publications;

/// <summary>Evaluates publications as soon as something was logged, so that whoever asks which of them need attention finds that done.</summary>
public sealed class AttentionWatch(AttentionKeeper keeper, Following following, Commits commits)
{
    /// <summary>When it looks for what other processes logged.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Between one look and the next while reporters log: an editor does not come back sooner, and each look may fold a whole incident.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);

    /// <summary>Watches until it is cancelled. What fails now is done at the next look, or by whoever asks.</summary>
    /// <param name="interrupted">Told what failed.</param>
    public async Task RunAsync(Action<Exception> interrupted, CancellationToken ct)
    {
        using var signal = new SemaphoreSlim(0, 1);
        commits.Committed += Wake;
        try
        {
            while (!ct.IsCancellationRequested)
                try
                {
                    await following.ArriveAsync(ct);
                    while (await keeper.RefreshAsync(null, ct)) { }
                    await Task.Delay(Rest, ct);
                    await signal.WaitAsync(Every, ct);
                }
                catch (Exception) when (ct.IsCancellationRequested) { }
                catch (Exception fault)
                {
                    interrupted(fault);
                    await Task.Delay(Every, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
        }
        finally
        {
            commits.Committed -= Wake;
        }

        void Wake(IReadOnlyCollection<string> streams)
        {
            try
            {
                if (signal.CurrentCount == 0) signal.Release();
            }
            catch (Exception told) when (told is SemaphoreFullException or ObjectDisposedException)
            {
                // Another commit was told in between, or nobody watches any more.
            }
        }
    }
}
