namespace AttributionLedger.PrivatePostgres;

/// <summary>
/// A cluster of PostgreSQL that belongs to the ledger alone, for those who have configured no other.
/// It listens on the loopback address only, asks for a password that nobody has to know, and outlives
/// the command that started it.
/// </summary>
public static class PrivateCluster
{
    /// <summary>
    /// Starts the cluster, or joins the one that runs, and returns only when it answers. What a returned
    /// commit wrote is durable, also against a power cut. Safe to call from many processes at once: all
    /// get the same address. Safe to interrupt: the next call carries on.
    /// </summary>
    /// <exception cref="PrivateClusterException">With a stable code and a message for people.</exception>
    public static Task<ClusterAddress> StartAsync(
        ClusterSettings settings, IProgress<string>? progress = null, CancellationToken ct = default) =>
        AloneIn(settings, progress, ct, async folder =>
        {
            var cluster = folder.Cluster;
            // Earlier versions made clusters with one password.
            if (cluster.Read() is ClusterState.Ours ours && !cluster.ApplicationPassword.Exists)
                cluster.ApplicationPassword.Make(await ServerAccount.ForAsync(folder, ours, ct));
            if (cluster.Read() is ClusterState.Ours && ServerState.Read(cluster) is ServerState.Live { Ready: true } live)
                return folder.Address(live.Port);

            folder.RemoveUnfinished();
            var account = await ServerAccount.ForAsync(folder, cluster.Read(), ct);
            var binaries = await BinariesSearch.FindAsync(settings, folder, account, cluster.Read().Major, progress, ct);
            if (cluster.Read() is ClusterState.Missing)
                await ClusterMaking.MakeAsync(folder, account, binaries, progress, ct);
            return folder.Address(await new Server(cluster, account, binaries, progress).StartAsync(ct));
        });

    /// <summary>
    /// Stops the cluster: sessions end, what they had not committed is undone, everything committed is on disk.
    /// Returns only when the server is gone. Stopping what does not run, or was never made, is no error.
    /// </summary>
    /// <exception cref="PrivateClusterException">With a stable code and a message for people.</exception>
    public static async Task StopAsync(ClusterSettings settings, IProgress<string>? progress = null, CancellationToken ct = default)
    {
        if (!DataFolder.Of(settings).Exists) return;
        await AloneIn(settings, progress, ct, async folder =>
        {
            if (folder.Cluster.IsOurs) await Server.StopAsync(folder.Cluster, ct);
            return folder;
        });
    }

    /// <summary>Whether the cluster's server ended without having been asked to, and was not started since.</summary>
    public static bool HasDied(ClusterSettings settings)
    {
        var folder = DataFolder.Of(settings);
        return folder.Exists && folder.Cluster.IsOurs && ServerState.Read(folder.Cluster) is ServerState.Killed;
    }

    private static async Task<T> AloneIn<T>(
        ClusterSettings settings, IProgress<string>? progress, CancellationToken ct, Func<DataFolder, Task<T>> work)
    {
        if (OperatingSystem.IsWindows())
            throw new PrivateClusterException(PrivateClusterCodes.Unsupported,
                "The ledger cannot run a PostgreSQL of its own on Windows. Install PostgreSQL 15 or later and give the ledger a connection string.");

        var folder = DataFolder.Of(settings);
        try
        {
            folder.Prepare();
            using var alone = await FolderLock.TakeAsync(folder.Lock, progress, ct);
            return await work(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PrivateClusterException(PrivateClusterCodes.DataFolderUnusable,
                $"The data folder {folder.Path} cannot be used: {e.Message} " +
                $"Give {Environment.UserName} the right to write there, or set {DataFolder.Variable} to another folder.", e);
        }
    }
}
