namespace AttributionLedger.Feeds;

/// <param name="Place">Where a client stands that has got it; places only increase.</param>
internal readonly record struct Told(long Place, byte[] Frame);

/// <summary>What comes next for a client, and where it stands then.</summary>
internal sealed record Piece(IReadOnlyList<byte[]> Frames, long Place);

/// <summary>
/// The last of what was told, kept once for all who follow, each of whom remembers only its place. So nobody needs a buffer
/// of its own, and whoever falls behind costs no memory.
/// </summary>
/// <param name="limit">What is kept: enough for whoever is a moment late.</param>
internal sealed class Tail(int limit)
{
    private readonly Lock gate = new();
    private readonly List<Told> kept = [];
    private TaskCompletionSource changed = Signal();
    private long floor, head;

    /// <summary>The place up to which everything was told.</summary>
    public long Head { get { lock (gate) return head; } }

    /// <summary>Completes when there is something to look at. Taken before looking, it misses nothing.</summary>
    public Task Changed { get { lock (gate) return changed.Task; } }

    public void Begin(long at)
    {
        lock (gate) floor = head = at;
    }

    /// <param name="upTo">The new head; beyond the last of <paramref name="told"/> where something is not told.</param>
    public void Append(IEnumerable<Told> told, long upTo)
    {
        lock (gate)
        {
            kept.AddRange(told);
            if (kept.Count > limit)
            {
                floor = kept[^(limit + 1)].Place;
                kept.RemoveRange(0, kept.Count - limit);
            }
            head = upTo;
        }
        Wake();
    }

    /// <summary>Keeps nothing of what was told: it may read differently by now.</summary>
    public void Forget()
    {
        lock (gate)
        {
            kept.Clear();
            floor = head;
        }
    }

    /// <summary>Everything told after a place; null when that is further back than what is kept.</summary>
    public Piece? After(long place)
    {
        lock (gate)
        {
            if (place < floor) return null;
            var from = kept.Count;
            while (from > 0 && kept[from - 1].Place > place) from--;
            return new([.. kept[from..].Select(told => told.Frame)], Math.Max(place, head));
        }
    }

    public void Wake()
    {
        TaskCompletionSource waited;
        lock (gate) (waited, changed) = (changed, Signal());
        waited.TrySetResult();
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
