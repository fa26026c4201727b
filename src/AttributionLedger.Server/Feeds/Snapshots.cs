namespace AttributionLedger.Feeds;

/// <summary>What is there to be read now.</summary>
/// <param name="Digest">By which it is known again, and which says nothing else.</param>
/// <param name="Whole">The event that tells all of it.</param>
/// <param name="NextEmbargo">UTC, when it changes although nothing is logged; null when it does not.</param>
internal record Snapshot(string Digest, byte[] Whole, DateTimeOffset? NextEmbargo);

/// <summary>
/// Something that is told only when it reads differently, on the beat: neither ids nor the number or the moments of events
/// tell of what is not shown. A place is the number of a difference, and means nothing to a client; its digest does.
/// </summary>
internal abstract class Snapshots<TSnapshot>(int kept) : Topic(kept) where TSnapshot : Snapshot
{
    private readonly SemaphoreSlim turn = new(1);
    private volatile Placed? now;

    public override async Task<Opening> OpenAsync(string? last, CancellationToken ct)
    {
        if (now is null)
        {
            await turn.WaitAsync(ct);
            try
            {
                if (now is null && await ReadAsync(ct) is { } first) now = new(first, 0);
            }
            finally
            {
                turn.Release();
            }
        }
        return now is not { } shown ? Unknown() : last is null || last == shown.Snapshot.Digest ? new Opening.At(shown.Place, shown.Snapshot.Digest) : new Opening.At(BeforeAll, null);
    }

    public override async Task BeatAsync(Growth growth, DateTimeOffset at, CancellationToken ct)
    {
        if (now is not { } before || !(MayHaveChanged(growth) || before.Snapshot.NextEmbargo <= at)) return;
        if (await ReadAsync(ct) is not { } next) return;
        Noted(growth);
        var differs = next.Digest != before.Snapshot.Digest;
        // First what is there, then the way to it: who reads in between gets the whole, and nothing twice.
        now = new(next, differs ? before.Place + 1 : before.Place);
        if (differs) Tail.Append([new(before.Place + 1, Difference(before.Snapshot, next))], before.Place + 1);
    }

    /// <summary>The place of a client that must be told all.</summary>
    private const long BeforeAll = -1;

    /// <returns>Null when there is nothing of the kind.</returns>
    protected abstract Task<TSnapshot?> ReadAsync(CancellationToken ct);

    /// <summary>Whether it must be read again.</summary>
    protected abstract bool MayHaveChanged(Growth growth);

    /// <summary>It was read after the growth was seen.</summary>
    protected abstract void Noted(Growth growth);

    /// <summary>The events that lead from one to the next; only the last has an id.</summary>
    protected abstract byte[] Difference(TSnapshot before, TSnapshot after);

    protected abstract Opening Unknown();

    protected override Task<Piece> FurtherBackAsync(long place, CancellationToken ct)
    {
        var whole = now!;
        return Task.FromResult(new Piece([whole.Snapshot.Whole], whole.Place));
    }

    private sealed record Placed(TSnapshot Snapshot, long Place);
}
