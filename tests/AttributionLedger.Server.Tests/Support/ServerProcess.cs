using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>A server as somebody runs it: a process of its own, which can be killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private ServerProcess(Process process, Task<string> errors, Uri address) => (this.process, this.errors, Http) = (process, errors, new() { BaseAddress = address });

    public HttpClient Http { get; }

    /// <summary>Starts a server, and returns once it says that it listens.</summary>
    public static async Task<ServerProcess> StartAsync(Dictionary<string, string?> environment)
    {
        var process = Start(environment);
        // Nobody may be held up by a pipe that is full.
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (Regex.Match(line, @"http://\S+?:\d+") is { Success: true, Value: var address }) return new(process, errors, new(address));
        throw new InvalidOperationException(await errors);
    }

    /// <summary>Starts a server, and kills it at some moment of its start.</summary>
    /// <param name="share">From 0, at once, to 1, after about as long as a start takes.</param>
    public static async Task StartAndKillAsync(Dictionary<string, string?> environment, double share)
    {
        using var process = Start(environment);
        var listening = process.StandardOutput.ReadLineAsync();
        await Task.WhenAny(listening, Task.Delay(TimeSpan.FromSeconds(2 * share)));
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public void Kill() => process.Kill(entireProcessTree: true);

    /// <summary>Asks it to stop, as an operator does, and does not wait.</summary>
    public void Terminate()
    {
        using var told = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        told.WaitForExit();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, and what it complained about.</returns>
    public async Task<(int Code, string Errors)> EndAsync()
    {
        await process.WaitForExitAsync();
        return (process.ExitCode, await errors);
    }

    /// <summary>Returns when the server answers and its views hold every event.</summary>
    public async Task CaughtUpAsync()
    {
        var giveUp = DateTime.UtcNow.AddSeconds(60);
        while (await BehindAsync() != 0)
        {
            DateTime.UtcNow.ShouldBeLessThan(giveUp, $"the views are {await BehindAsync()} behind");
            await Task.Delay(20);
        }
    }

    /// <summary>How many events the views are behind; null when the server is not ready.</summary>
    public async Task<long?> BehindAsync()
    {
        var ready = await Http.GetAnswerAsync("/health/ready");
        return ready.Status == 200 ? ready.Json.GetProperty("viewsBehind").GetInt64() : null;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.HasExited) Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Start(Dictionary<string, string?> environment) => LedgerProcess.Start(environment, "dotnet", LedgerProcess.Dll, "serve", "--url", "http://127.0.0.1:0");
}
