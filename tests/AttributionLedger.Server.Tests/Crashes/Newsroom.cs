using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Crashes;

/// <summary>Reporters who write all at once, and know what they were promised.</summary>
internal sealed class Newsroom : IDisposable
{
    private const int Size = 16;

    /// <summary>How long a server may be away before the test says that it does not come back.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>How long a reporter waits before sending again what was not answered.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Reporter[] reporters = [.. Enumerable.Range(1, Size).Select(number => new Reporter(number))];
    private readonly SemaphoreSlim answers = new(0);
    private readonly CancellationTokenSource home = new();

    public IEnumerable<Sent> Pending => reporters.Select(reporter => reporter.Pending).OfType<Sent>();
    public IEnumerable<(Sent Sent, Answer Answer)> Answered => reporters.SelectMany(reporter => reporter.Answered);

    /// <summary>Writes until the server is gone.</summary>
    public Task WriteUntilGoneAsync(HttpClient http) => AllAsync(async reporter =>
    {
        while (await reporter.SendAsync(http)) answers.Release();
    });

    /// <summary>Writes until <paramref name="stop"/>, and repeats what is not answered as long as it takes.</summary>
    public Task WriteOnAsync(HttpClient http, CancellationToken stop) => AllAsync(async reporter =>
    {
        while (!stop.IsCancellationRequested || reporter.Pending is not null)
            if (await reporter.SendAsync(http)) answers.Release();
            else await Task.Delay(Pause, home.Token);
    });

    /// <summary>Sends again what was not answered.</summary>
    public Task RepeatAsync(HttpClient http) => AllAsync(async reporter =>
    {
        if (reporter.Pending is not null) (await reporter.SendAsync(http)).ShouldBeTrue("a server that is ready answers");
    });

    /// <summary>Returns when as many more were answered.</summary>
    /// <param name="writing">Those who write; when one of them fails, so does this.</param>
    public async Task AnsweredAsync(int count, Task writing)
    {
        for (var i = 0; i < count; i++)
        {
            var answered = answers.WaitAsync(Limit);
            if (await Task.WhenAny(answered, writing) == writing) await writing;
            (await answered).ShouldBeTrue("nobody is answered any more");
        }
    }

    // Who fails takes the others home: nobody is left writing behind a test that is over.
    private Task AllAsync(Func<Reporter, Task> act) => Task.WhenAll(reporters.Select(reporter => Task.Run(async () =>
    {
        try
        {
            await act(reporter);
        }
        catch
        {
            await home.CancelAsync();
            throw;
        }
    })));

    public void Dispose() => home.Cancel();
}
