using System.Diagnostics;
using System.Threading.Channels;
using AttributionLedger.Basics;
using AttributionLedger.Signals;
using AttributionLedger.Store;

namespace AttributionLedger.Desk;

/// <summary>
/// Where reporters hand in one entry at a time. What arrives for the incidents of one lane while its last transaction is under
/// way goes into the next together, so that a busy moment costs few commits; an idle lane waits for nobody. An entry is
/// durable when it is answered, and one that fails does not take others with it.
/// </summary>
public sealed class Lanes : IAsyncDisposable
{
    /// <summary>Entries of one transaction: beyond this nothing more is gained, and everybody in it waits for the last.</summary>
    public const int TogetherLimit = 128;

    /// <summary>Entries that wait in one lane; who comes after is asked to come again, for memory has an end.</summary>
    public const int WaitingLimit = 4_096;

    /// <summary>How long PostgreSQL may be away before those who wait are told so, counted from when their entry was taken.</summary>
    internal static readonly TimeSpan Away = TimeSpan.FromSeconds(20);

    private readonly LedgerDesk desk;
    private readonly Patience patience;
    private readonly Channel<Waiting>[] lanes;
    private readonly Task[] serving;

    /// <param name="count">Transactions at once: while one waits for the disk, another decides.</param>
    public Lanes(LedgerDesk desk, Patience patience, int count)
    {
        (this.desk, this.patience) = (desk, patience);
        lanes = [.. Enumerable.Range(0, count).Select(_ => Channel.CreateBounded<Waiting>(new BoundedChannelOptions(WaitingLimit) { SingleReader = true }))];
        serving = [.. lanes.Select(lane => Task.Run(() => ServeAsync(lane.Reader)))];
    }

    /// <summary>One for two processors, the other being PostgreSQL's. Measured on two: more lanes make smaller transactions, and each of those costs as much as twenty entries.</summary>
    public static int UsualCount => Math.Clamp(Environment.ProcessorCount / 2, 1, 16);

    /// <summary>Entries that were taken and are not yet being carried out.</summary>
    public int WaitingCount => lanes.Sum(lane => lane.Reader.Count);

    /// <summary>Logs one entry. Once it is taken it is carried out, also when nobody waits for the answer any more.</summary>
    /// <exception cref="LaneFullException">Too many wait already.</exception>
    public Task<EntryOutcome> EnterAsync(Entering entering)
    {
        var waiting = new Waiting(entering);
        // Every incident has its lane, so that its entries are decided in the order in which they came.
        if (!lanes[(uint)string.GetHashCode(entering.Incident.Value, StringComparison.Ordinal) % lanes.Length].Writer.TryWrite(waiting)) throw new LaneFullException();
        return waiting.Answer.Task;
    }

    /// <summary>Takes nothing more, and returns when everything that was taken is carried out.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes) lane.Writer.TryComplete();
        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(ChannelReader<Waiting> lane)
    {
        while (await lane.WaitToReadAsync())
        {
            var together = new List<Waiting>();
            while (together.Count < TogetherLimit && lane.TryRead(out var waiting)) together.Add(waiting);
            await EnterAsync(together);
        }
    }

    private async Task EnterAsync(List<Waiting> together)
    {
        using var span = Traces.Desk(together.Select(waiting => waiting.Request), together.Count);
        try
        {
            // Those who waited behind others that were told so have waited already.
            var left = Away - Stopwatch.GetElapsedTime(together[0].Taken);
            var outcomes = await patience.For(left).WithAsync(() => desk.EnterAsync([.. together.Select(waiting => waiting.Entering)], CancellationToken.None), CancellationToken.None);
            foreach (var (waiting, outcome) in together.Zip(outcomes)) waiting.Answer.TrySetResult(outcome[0]);
        }
        catch (Exception fault) when (together.Count > 1 && !Patience.IsAway(fault))
        {
            // One of them is at fault: each half is tried alone, and whoever is not at fault gets through.
            await EnterAsync(together[..(together.Count / 2)]);
            await EnterAsync(together[(together.Count / 2)..]);
        }
        catch (Exception fault)
        {
            span?.SetTag(Measures.ErrorTag, fault.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            foreach (var waiting in together) waiting.Answer.TrySetException(fault);
        }
    }

    private sealed record Waiting(Entering Entering)
    {
        public ActivityContext? Request { get; } = Traces.Here;
        public long Taken { get; } = Stopwatch.GetTimestamp();

        public TaskCompletionSource<EntryOutcome> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Too many entries wait; the same entry may be sent again a little later.</summary>
public sealed class LaneFullException() : Exception("Too many entries wait to be logged.");
