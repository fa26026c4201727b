namespace AttributionLedger.PrivatePostgres;

/// <summary>Makes an empty cluster aside and moves it to its name when it is whole: a cluster that has its name is finished.</summary>
internal static class ClusterMaking
{
    /// <summary>Takes one or two seconds on a laptop; the rest is for slow disks, because everything is written through.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Durable when it returns.</summary>
    public static async Task MakeAsync(
        DataFolder folder, ServerAccount account, Binaries binaries, IProgress<string>? progress, CancellationToken ct)
    {
        progress?.Report($"Making the ledger's own PostgreSQL {binaries.Major} in {folder.Cluster.Path}.");
        var cluster = folder.NewUnfinished();
        DataFolder.MakeFolder(cluster.Path);
        DataFolder.MakeFolder(cluster.Data);
        account.Receive(cluster.Data);
        cluster.MaintenancePassword.Make(account);
        cluster.ApplicationPassword.Make(account);
        Secret.Write(cluster.Log, "", account);

        await StepAsync(new(binaries.InitDb, InitDbArguments(cluster, binaries.Major)) { Account = account }, ct);
        // The settings are found from there by a relative path, so that the folder can be moved.
        File.AppendAllText(Path.Combine(cluster.Data, "postgresql.conf"), "\ninclude_if_exists '../postgres.conf'\n");
        // Single-user mode needs neither a client program, which npm's package lacks, nor a port.
        await StepAsync(new(binaries.Postgres, "--single", "-D", cluster.Data, "-c", "exit_on_error=on", "postgres")
        { Account = account, Input = $"CREATE DATABASE {ClusterFolder.Database};\n" }, ct);

        cluster.WriteMark(account.Name);
        Unix.SyncFolder(cluster.Path);
        if (Directory.Exists(folder.Cluster.Path)) Directory.Delete(folder.Cluster.Path);
        Directory.Move(cluster.Path, folder.Cluster.Path);
        Unix.SyncFolder(folder.Path);
    }

    private static IEnumerable<string> InitDbArguments(ClusterFolder cluster, int major) =>
    [
        "--pgdata", cluster.Data, "--username", ClusterFolder.Maintenance, "--pwfile", cluster.MaintenancePassword.Path,
        "--auth", "scram-sha-256", "--encoding", "UTF8", "--data-checksums", "--no-instructions",
        .. Locale(major, OperatingSystem.IsMacOS())
    ];

    /// <summary>
    /// Sorts by code point and knows every alphabet's letters, the same on every machine. From 17 PostgreSQL
    /// brings that itself; before, the system's C.UTF-8 is it, which macOS has not under that name.
    /// </summary>
    public static IEnumerable<string> Locale(int major, bool isMac) => (major, isMac) switch
    {
        ( >= 17, _) => ["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"],
        (_, true) => ["--locale", "C", "--lc-ctype", "en_US.UTF-8"],
        _ => ["--locale", "C.UTF-8"]
    };

    private static async Task StepAsync(ChildProcess step, CancellationToken ct)
    {
        var ended = await (step with { Limit = Limit }).RunAsync(ct);
        if (!ended.Well)
            throw new PrivateClusterException(PrivateClusterCodes.DidNotStart,
                $"{step.Program} could not make the ledger's PostgreSQL (exit code {ended.ExitCode}): {ended.Output}");
    }
}
