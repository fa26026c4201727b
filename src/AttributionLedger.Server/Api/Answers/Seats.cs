namespace AttributionLedger.Api.Answers;

/// <summary>How many long answers of a kind are written at once.</summary>
/// <param name="full">The problem that whoever finds none is told, with its detail.</param>
internal sealed class Seats(int limit, Func<string, IResult> full)
{
    /// <summary>Those that read as fast as the processor lets them.</summary>
    public static readonly Seats Hurried = new(8, TooManyReplays);

    /// <summary>Those that keep the pace of what happened, and mostly wait.</summary>
    public static readonly Seats Paced = new(100, TooManyReplays);

    /// <summary>Tables: each holds a page of rows, and reads as fast as its client takes them.</summary>
    public static readonly Seats Tables = new(8, TooManyTables);

    private readonly SemaphoreSlim free = new(limit);

    /// <summary>Whether there is none; asked before anything is read for who would not get one.</summary>
    public bool IsFull => free.CurrentCount == 0;

    public IResult Full => full($"{limit} of these are running, and each takes a while. Come again in a moment.");

    public Task<bool> TryTakeAsync() => free.WaitAsync(0);

    public void Leave() => free.Release();

    private static IResult TooManyReplays(string detail) => Problems.Retry(StatusCodes.Status503ServiceUnavailable, "too-many-replays", detail);

    private static IResult TooManyTables(string detail) => Problems.Retry(StatusCodes.Status503ServiceUnavailable, "too-many-tables", detail);
}
