using System.Diagnostics;

namespace AttributionLedger.PrivatePostgres;

/// <summary>How a process was started: tells a server of PostgreSQL from a stranger who got its pid.</summary>
internal sealed record CommandLine(string[] Words)
{
    /// <summary>
    /// True also when the command does not name a folder: a server started by hand may take it from its
    /// environment, and taking a living server for a dead one is the worse mistake.
    /// </summary>
    public bool IsServerOf(string dataFolder) =>
        Path.GetFileName(Words[0]) is "postgres" or "postmaster"
        && (Words.Contains(dataFolder) || !Words.Contains("-D"));

    /// <summary>Nothing when there is no such process, or only its zombie.</summary>
    public static CommandLine? Of(int pid)
    {
        var words = OperatingSystem.IsLinux() ? FromProc(pid) : FromPs(pid);
        return words is [] or [""] ? null : new(words);
    }

    /// <summary>Whether any process on this machine serves that folder.</summary>
    public static bool AnyServes(string dataFolder) => Process.GetProcesses().Any(process =>
    {
        using (process)
            return Of(process.Id) is { } command && command.Words.Contains(dataFolder) && command.IsServerOf(dataFolder);
    });

    private static string[] FromProc(int pid)
    {
        try { return File.ReadAllText($"/proc/{pid}/cmdline").TrimEnd('\0').Split('\0'); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return []; }
    }

    /// <summary>macOS has no /proc. Its ps joins the words with spaces, so a folder with spaces is put together again around -D.</summary>
    private static string[] FromPs(int pid)
    {
        var ps = ChildProcess.OfSystem("ps", "-ww", "-o", "command=", "-p", $"{pid}").RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        return ps.Well ? ps.Output.Split(" -D ", 2) is [var program, var folder] ? [program, "-D", folder] : [ps.Output] : [];
    }
}
