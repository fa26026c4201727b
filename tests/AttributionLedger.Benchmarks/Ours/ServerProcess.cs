using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AttributionLedger.Benchmarks.Ours;

/// <summary>A server in a process of its own, as it runs in earnest: what it costs, it does not cost the one that measures.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Megabytes of memory that it holds at this moment.</summary>
    public long Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 >> 20;
        }
    }

    /// <summary>Starts a program of .NET and waits until it answers.</summary>
    /// <param name="alive">A path that is answered with 200 once it does.</param>
    public static async Task<ServerProcess> StartAsync(string dll, Func<Uri, string[]> arguments, string connection, string alive)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments(address)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LEDGER_CONNECTION"] = start.Environment["LEDGER_MAINTENANCE"] = connection;
        var server = new ServerProcess(Process.Start(start)!, address);
        // Read and dropped, or the server would stop at a full pipe.
        server.process.OutputDataReceived += (_, _) => { };
        server.process.ErrorDataReceived += (_, line) => server.LastWords = line.Data ?? server.LastWords;
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            await server.AnswersAsync(alive);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private string LastWords { get; set; } = "";

    private async Task AnswersAsync(string alive)
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < StartLimit; await Task.Delay(100))
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode}: {LastWords}");
            try
            {
                if ((await client.GetAsync(alive)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) { }
        }
        throw new TimeoutException($"The server does not answer: {LastWords}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
