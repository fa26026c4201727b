using System.ComponentModel;
using System.Diagnostics;

namespace AttributionLedger.PrivatePostgres;

/// <summary>A program to run to its end, never through a shell.</summary>
internal sealed record ChildProcess(string Program, params IEnumerable<string> Arguments)
{
    /// <summary>Whom to run as; the caller itself unless said.</summary>
    public ServerAccount? Account { get; init; }

    /// <summary>Every wait has a limit. This one suits programs that only look something up.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    public string Input { get; init; } = "";

    /// <summary>For npm, whose registry and proxy are configured there. PostgreSQL gets a clean one: a bad LANG kills initdb.</summary>
    public bool KeepsEnvironment { get; init; }

    /// <summary>For pg_ctl, whose child is the server: giving up the wait must not kill what is waited for.</summary>
    public bool SparesChildren { get; init; }

    /// <summary>A program that every system has, wherever it has it and whatever the caller's PATH says.</summary>
    public static ChildProcess OfSystem(string program, params IEnumerable<string> arguments) => new("/usr/bin/env", arguments.Prepend(program));

    public sealed record Ended(int ExitCode, string Output)
    {
        public const int NeverStarted = 127;
        public const int LimitReached = -1;

        public bool Well => ExitCode == 0;
    }

    /// <summary>Returns when the program has ended, and has ended it when the limit is reached or the caller gives up.</summary>
    public async Task<Ended> RunAsync(CancellationToken ct)
    {
        using var process = new Process { StartInfo = Start() };
        try { process.Start(); }
        catch (Win32Exception e) { return new(Ended.NeverStarted, e.Message); }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await GiveInputAsync(process, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: !SparesChildren);
            ct.ThrowIfCancellationRequested();
            return new(Ended.LimitReached, $"{Program} had not ended after {Limit.TotalSeconds:0} seconds.");
        }
    }

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            // Any account may stand there, which is not true of the caller's folder.
            WorkingDirectory = "/",
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true
        };
        if (Account is { IsAnother: true }) start.UserName = Account.Name;
        if (KeepsEnvironment) return start;
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        // macOS starts threads inside the postmaster, which it refuses, when no locale is set at all.
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private async Task GiveInputAsync(Process process, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.WriteAsync(Input.AsMemory(), ct);
            process.StandardInput.Close();
        }
        catch (IOException) { /* It ended without reading; its exit code says why. */ }
    }
}
