namespace AttributionLedger.Server.Tests.Support;

internal static class AtOnce
{
    /// <summary>Does all of it at once, from one start.</summary>
    public static async Task<TResult[]> DoAsync<T, TResult>(IEnumerable<T> work, Func<T, Task<TResult>> act)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tasks = work.Select(item => Task.Run(async () => { await start.Task; return await act(item); })).ToList();
        start.SetResult();
        return await Task.WhenAll(tasks);
    }

    public static Task<TResult[]> DoAsync<TResult>(int count, Func<int, Task<TResult>> act) => DoAsync(Enumerable.Range(0, count), act);
}
