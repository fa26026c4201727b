using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Serving;

/// <summary>A server as somebody runs it: a process of its own.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(string Text, TaskCompletionSource Seen)> awaited = [];

    private ServeProcess(Dictionary<string, string?> environment)
    {
        process = LedgerProcess.Start(environment, "dotnet", LedgerProcess.Dll, "serve", "--url", "http://127.0.0.1:0");
        process.OutputDataReceived += (_, line) =>
        {
            if (Regex.Match(line.Data ?? "", @"http://\S+?:\d+") is { Success: true, Value: var url }) address.TrySetResult(new(url));
            else if (line.Data is null) address.TrySetException(new InvalidOperationException($"The server ended: {Errors}"));
        };
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it said on standard error so far.</summary>
    public string Errors { get { lock (errors) return errors.ToString(); } }

    public static ServeProcess Start(Dictionary<string, string?> environment) => new(environment);

    /// <summary>Returns once it listens.</summary>
    public async Task<HttpClient> ListeningAsync() => new() { BaseAddress = await address.Task, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Returns once it has said something on standard error.</summary>
    public Task SaysAsync(string text)
    {
        lock (errors)
        {
            if (errors.ToString().Contains(text)) return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((text, seen));
            return seen.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    public void Terminate()
    {
        using var told = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        told.WaitForExit();
    }

    /// <summary>Returns the exit code once it has ended.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (errors)
        {
            if (line is null) return;
            errors.AppendLine(line);
            foreach (var (text, seen) in awaited) if (line.Contains(text)) seen.TrySetResult();
        }
    }
}
