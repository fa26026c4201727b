using System.Collections.Concurrent;

namespace AttributionLedger.Api.Requests;

/// <summary>
/// Requests under way, by their Idempotency-Key: one that comes again before the first is answered waits for it, and then
/// finds its receipt.
/// </summary>
internal sealed class InFlight
{
    /// <summary>How long the second waits: a commit takes milliseconds, so the first is in trouble if it takes longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> underWay = new();

    /// <summary>Waits for its turn, and holds it until what is returned is disposed; null when the first is still under way.</summary>
    public async Task<IDisposable?> EnterAsync(string key, CancellationToken ct)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(ct);
        giveUp.CancelAfter(Patience);
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (underWay.GetOrAdd(key, mine) is var first && first != mine)
            try
            {
                await first.Task.WaitAsync(giveUp.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return null;
            }
        return new Turn(this, key, mine);
    }

    private sealed class Turn(InFlight requests, string key, TaskCompletionSource mine) : IDisposable
    {
        public void Dispose()
        {
            requests.underWay.TryRemove(KeyValuePair.Create(key, mine));
            mine.TrySetResult();
        }
    }
}
