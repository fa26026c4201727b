namespace AttributionLedger.Feeds;

/// <summary>
/// Does one piece of work at a time. Whoever asks gets a round that begins after the asking, and shares it with all who ask
/// meanwhile: any number of commits, or of clients that arrive at once, cost one or two rounds.
/// </summary>
internal sealed class Rounds(Func<Task> work)
{
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private Task? next;

    public Task RunAsync()
    {
        lock (gate) return next ??= RunAfterAsync(running);
    }

    private async Task RunAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (gate) (running, next) = (next!, null);
        await work();
    }
}
