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

    /// <summary>Lets an answer be written by whoever finds a seat, and says to others that there is none.</summary>
    /// <param name="write">Ended by its token when the client leaves or the server stops.</param>
    public async Task WriteAsync(HttpContext context, Func<CancellationToken, Task> write)
    {
        if (!await free.WaitAsync(0))
        {
            await Full.ExecuteAsync(context);
            return;
        }
        try
        {
            var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await write(ends.Token);
        }
        finally
        {
            free.Release();
        }
    }

    private static IResult TooManyReplays(string detail) => Problems.Retry(StatusCodes.Status503ServiceUnavailable, "too-many-replays", detail);

    private static IResult TooManyTables(string detail) => Problems.Retry(StatusCodes.Status503ServiceUnavailable, "too-many-tables", detail);
}
