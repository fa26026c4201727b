namespace AttributionLedger.Views;

/// <summary>How far the record and the views were at one moment.</summary>
/// <param name="Logged">The sequence of the last event.</param>
/// <param name="Held">The sequence of the last event that the views hold.</param>
public readonly record struct Standing(long Logged, long Held)
{
    public bool IsComplete => Held >= Logged;
}

/// <summary>
/// Where requests wait for the views. However many wait, one looks for all of them, on one connection of the pool; while
/// nobody waits, nobody looks.
/// </summary>
/// <param name="limit">How long one waits.</param>
/// <param name="pause">Between two looks.</param>
public sealed class WaitingRoom(Func<CancellationToken, Task<Standing>> look, TimeSpan limit, TimeSpan pause)
{
    private readonly Lock gate = new();
    private readonly HashSet<Guest> guests = [];
    private bool isLooking;

    /// <summary>How many wait.</summary>
    public int Count { get { lock (gate) return guests.Count; } }

    /// <summary>Returns when the views hold every event that was committed before the call.</summary>
    /// <exception cref="TimeoutException">They did not in time.</exception>
    public async Task WaitAsync(CancellationToken ct)
    {
        var guest = new Guest();
        lock (gate)
        {
            guests.Add(guest);
            if (!isLooking) _ = Task.Run(LookAsync, CancellationToken.None);
            isLooking = true;
        }
        try
        {
            await guest.Served.Task.WaitAsync(limit, ct);
        }
        finally
        {
            lock (gate) guests.Remove(guest);
        }
    }

    private async Task LookAsync()
    {
        while (Present() is { Count: > 0 } present)
        {
            try
            {
                using var patience = new CancellationTokenSource(limit);
                var standing = await look(patience.Token);
                foreach (var guest in present) guest.Hear(standing);
            }
            catch (Exception fault)
            {
                foreach (var guest in present) guest.Served.TrySetException(fault is OperationCanceledException ? new TimeoutException("PostgreSQL does not say how far the views are.") : fault);
            }
            await Task.Delay(pause);
        }
    }

    /// <summary>Those who came before the next look; with none of them it ends.</summary>
    private List<Guest> Present()
    {
        lock (gate)
        {
            List<Guest> present = [.. guests];
            isLooking = present.Count > 0;
            return present;
        }
    }

    /// <summary>Somebody who waits for what was the last event at the first look after they came.</summary>
    private sealed class Guest
    {
        private long? goal;

        public TaskCompletionSource Served { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Hear(Standing standing)
        {
            goal ??= standing.Logged;
            if (standing.Held >= goal) Served.TrySetResult();
        }
    }
}
