using System.Diagnostics;
using AttributionLedger.PrivatePostgres;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Crashes;

/// <summary>A ledger with a PostgreSQL of its own, whose processes can be killed.</summary>
internal sealed class OwnCluster : IAsyncDisposable
{
    private readonly ClusterSettings settings = new() { DataFolder = Path.Combine(Path.GetTempPath(), $"ledger-crash-{Guid.NewGuid():N}") };

    public Dictionary<string, string?> Environment => new() { ["LEDGER_DATA"] = settings.DataFolder };

    public async Task<Database> StartAsync() => new((await PrivateCluster.StartAsync(settings)).Maintenance.ConnectionString);

    /// <summary>Kills the server of PostgreSQL and every process that it started, as a machine does that runs out of memory.</summary>
    public void KillAll()
    {
        var postmaster = Postmaster();
        int[] all = [postmaster, .. ChildrenOf(postmaster)];
        foreach (var id in all) Kill(id);
    }

    /// <summary>Kills the server of PostgreSQL; its sessions find out by themselves.</summary>
    public void KillPostmaster() => Kill(Postmaster());

    /// <summary>Kills one session in the middle of its work; PostgreSQL then ends all others and recovers.</summary>
    public void KillASession(Random random)
    {
        var sessions = ChildrenOf(Postmaster()).Where(id => Words(id)[0].Contains("127.0.0.1", StringComparison.Ordinal)).ToArray();
        Kill(sessions[random.Next(sessions.Length)]);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await PrivateCluster.StopAsync(settings);
        }
        finally
        {
            if (Directory.Exists(settings.DataFolder)) Directory.Delete(settings.DataFolder, recursive: true);
        }
    }

    // A session that has just begun still carries the command line of the server that it is a child of.
    private int Postmaster()
    {
        var servers = Processes().Where(id => Words(id) is var words && words.Contains("-D") && words.Any(word => word.StartsWith(settings.DataFolder!, StringComparison.Ordinal))).ToList();
        return servers.Single(id => !servers.Contains(ParentOf(id)));
    }

    private static IEnumerable<int> ChildrenOf(int parent) => Processes().Where(id => ParentOf(id) == parent);

    private static IReadOnlyList<int> Processes() => [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!))];

    private static string[] Words(int id) => Read($"/proc/{id}/cmdline").TrimEnd('\0').Split('\0');

    private static int ParentOf(int id) => Read($"/proc/{id}/stat") is { Length: > 0 } stat ? int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0]) : 0;

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It went by itself meanwhile.
        }
    }
}
