namespace AttributionLedger.Api.Answers;

/// <summary>How many long answers of a kind are written at once.</summary>
internal sealed class Seats(int limit)
{
    /// <summary>Those that read as fast as the processor lets them.</summary>
    public static readonly Seats Hurried = new(8);

    /// <summary>Those that keep the pace of what happened, and mostly wait.</summary>
    public static readonly Seats Paced = new(100);

    private readonly SemaphoreSlim free = new(limit);

    /// <summary>Whether there is none; asked before anything is read for who would not get one.</summary>
    public bool IsFull => free.CurrentCount == 0;

    public IResult Full => Problems.Retry(StatusCodes.Status503ServiceUnavailable, "too-many-replays", $"{limit} of these are running, and each takes a while. Come again in a moment.");

    public Task<bool> TryTakeAsync() => free.WaitAsync(0);

    public void Leave() => free.Release();
}
