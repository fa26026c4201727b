namespace AttributionLedger.PrivatePostgres;

/// <summary>The server of one cluster. The caller holds the folder's lock, so nobody else starts or stops it meanwhile.</summary>
internal sealed class Server(ClusterFolder cluster, ServerAccount account, Binaries binaries, IProgress<string>? progress)
{
    /// <summary>A start takes a fraction of a second. After a crash up to 256 MB of changes are replayed first, which takes minutes on the slowest disks.</summary>
    public static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(10);

    /// <summary>A fast stop writes what is in memory, 64 MB at most, to disk.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(2);

    /// <summary>Processes of a killed server notice at once, except in the middle of a long query.</summary>
    private static readonly TimeSpan OrphansLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Another program would have to take the port, each time, between our look and PostgreSQL's.</summary>
    private const int PortTries = 5;

    private const long LongLog = 1 << 20;

    /// <summary>Returns the port when the server accepts connections. Repairs what a killed server left.</summary>
    public async Task<int> StartAsync(CancellationToken ct)
    {
        var (deadline, orphans, ports) = (Deadline.In(StartLimit), Deadline.In(OrphansLimit), 0);
        ChildProcess.Ended? failed = null;
        progress?.Report($"Starting the ledger's own PostgreSQL {binaries.Version}.");
        while (!deadline.Passed)
        {
            switch (await ReadAsync(ct))
            {
                case ServerState.Live { Ready: true } live: return live.Port;
                case ServerState.Live: // Starting, recovering, or ending: each ends by itself.
                    await Task.Delay(Glance, ct);
                    continue;
                // Only PostgreSQL knows whether processes of the killed server are still at work: it has refused, so ask again.
                case ServerState.Killed when failed is not null && !orphans.Passed:
                    await Task.Delay(Glance, ct);
                    break;
                case var _ when failed is not null: throw DidNotStart(failed.Output);
                case ServerState.Killed killed: Disarm(killed.File); break;
            }

            var port = PreparePort();
            failed = await LaunchAsync(deadline.Left, ct) is { Well: false } refused ? refused : null;
            if (failed is not null && !ServerSettings.IsFree(port) && ServerState.Read(cluster) is ServerState.Absent && ++ports < PortTries) failed = null;
        }
        throw DidNotStart($"It was still not ready after {StartLimit.TotalMinutes:0} minutes. If it is recovering from a crash it goes on, and the next command joins it.");
    }

    /// <summary>Returns when the server is gone; at once when there is none.</summary>
    public static async Task StopAsync(ClusterFolder cluster, CancellationToken ct)
    {
        if (ServerState.Read(cluster) is not ServerState.Live { Pid: var pid } || CommandLine.Of(pid) is not { Words: var server }) return;
        Unix.AskToStop(pid);
        // Its pid file it takes away just before it ends.
        for (var deadline = Deadline.In(StopLimit); CommandLine.Of(pid)?.Words.SequenceEqual(server) is true; await Task.Delay(Glance, ct))
            if (deadline.Passed)
                throw new PrivateClusterException(PrivateClusterCodes.DidNotStop,
                    $"The ledger's PostgreSQL (process {pid}) was asked to stop and has not after {StopLimit.TotalMinutes:0} minutes. Its log is {cluster.Log}.");
    }

    /// <summary>A pid file is empty for the instant between its making and its first line; an empty one that stays was left by a power cut.</summary>
    private async Task<ServerState> ReadAsync(CancellationToken ct)
    {
        var state = ServerState.Read(cluster);
        for (var patience = Deadline.In(TimeSpan.FromSeconds(1)); state is ServerState.Killed { File: null } && !patience.Passed; state = ServerState.Read(cluster))
            await Task.Delay(Glance, ct);
        return state;
    }

    private void Disarm(PostmasterFile? left)
    {
        if (left is not null) File.WriteAllText(cluster.PidFile, left.WithNobodysPid());
        else if (!CommandLine.AnyServes(cluster.Data)) File.Delete(cluster.PidFile);
    }

    private int PreparePort()
    {
        var port = ServerSettings.ChoosePort(File.Exists(cluster.Settings) ? ServerSettings.PortIn(File.ReadAllText(cluster.Settings)) : null);
        File.WriteAllText(cluster.Settings, ServerSettings.Text(port));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(cluster.Settings, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return port;
    }

    /// <summary>
    /// pg_ctl puts the server into a session of its own, out of reach of this terminal's Ctrl-C, and, given a
    /// log, lets go of our pipes. It waits by the server's own word in postmaster.pid.
    /// </summary>
    private Task<ChildProcess.Ended> LaunchAsync(TimeSpan limit, CancellationToken ct)
    {
        if (new FileInfo(cluster.Log) is { Exists: true, Length: > LongLog } log) Shorten(log);
        return new ChildProcess(binaries.PgCtl, "start", "--pgdata", cluster.Data, "--log", cluster.Log,
            "--wait", "--timeout", $"{Math.Max(1, (int)limit.TotalSeconds)}", "--silent")
        { Account = account, SparesChildren = true, Limit = limit + TimeSpan.FromSeconds(5) }.RunAsync(ct);
    }

    /// <summary>In place: the file belongs to the server's account, which could not make a new one here.</summary>
    private static void Shorten(FileInfo log)
    {
        using var file = log.Open(FileMode.Open, FileAccess.Write);
        file.SetLength(0);
    }

    private PrivateClusterException DidNotStart(string why)
    {
        var log = File.Exists(cluster.Log) ? File.ReadLines(cluster.Log).TakeLast(8) : [];
        return new(PrivateClusterCodes.DidNotStart,
            $"The ledger's PostgreSQL {binaries.Version} in {cluster.Path} did not start. {why}\nThe last lines of its log {cluster.Log}:\n{string.Join('\n', log)}");
    }
}
