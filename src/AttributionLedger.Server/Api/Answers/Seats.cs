namespace AttributionLedger.Api.Answers;

/// <summary>How many long answers of a kind are written at once.</summary>
/// <param name="code">Of the problem that whoever finds none is told.</param>
internal sealed class Seats(int limit, string code)
{
    /// <summary>Those that read as fast as the processor lets them.</summary>
    public static readonly Seats Hurried = new(8, Replays);

    /// <summary>Those that keep the pace of what happened, and mostly wait.</summary>
    public static readonly Seats Paced = new(100, Replays);

    /// <summary>Tables: each holds a page of rows, and reads as fast as its client takes them.</summary>
    public static readonly Seats Tables = new(8, "too-many-tables");

    private const string Replays = "too-many-replays";

    private readonly SemaphoreSlim free = new(limit);

    /// <summary>Whether there is none; asked before anything is read for who would not get one.</summary>
    public bool IsFull => free.CurrentCount == 0;

    public IResult Full => Problems.Retry(StatusCodes.Status503ServiceUnavailable, code, $"{limit} of these are running, and each takes a while. Come again in a moment.");

    public Task<bool> TryTakeAsync() => free.WaitAsync(0);

    public void Leave() => free.Release();
}
