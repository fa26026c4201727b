namespace AttributionLedger.PrivatePostgres;

/// <summary>The folder that holds what the ledger keeps on this machine. It may hold other things too: only our names are touched.</summary>
internal sealed record DataFolder(string Path)
{
    public const string Variable = "LEDGER_DATA";
    private const string UnfinishedPrefix = "postgres.unfinished.";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Lock => System.IO.Path.Combine(Path, "postgres.lock");
    public string Binaries => System.IO.Path.Combine(Path, "binaries");
    public ClusterFolder Cluster => new(System.IO.Path.Combine(Path, "postgres"));
    public ClusterAddress Address(int port) => new(
        Login(port, ClusterFolder.Application, Cluster.ApplicationPassword), Login(port, ClusterFolder.Maintenance, Cluster.MaintenancePassword), Path);

    public bool Exists => Directory.Exists(Path);

    /// <summary>
    /// The mode of a folder of ours. Root's server runs as another account, which must pass through;
    /// anybody else's folder is nobody's business.
    /// </summary>
    public static UnixFileMode Mode => !Environment.IsPrivilegedProcess ? Private :
        Private | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public static DataFolder Of(ClusterSettings settings) => Choose(
        settings.DataFolder ?? Environment.GetEnvironmentVariable(Variable),
        Environment.IsPrivilegedProcess,
        OperatingSystem.IsMacOS(),
        // On Linux this is XDG_DATA_HOME or ~/.local/share, on macOS ~/Library/Application Support.
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify));

    /// <summary>
    /// A named folder is used as named. Root's own data folder is closed to the account that runs root's
    /// server, so root gets the place where the machine's services keep theirs.
    /// </summary>
    public static DataFolder Choose(string? named, bool isRoot, bool isMac, string userData) => (named, isRoot) switch
    {
        ({ Length: > 0 }, _) => new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(named))),
        (_, true) => new(isMac ? "/Library/Application Support/attribution-ledger" : "/var/lib/attribution-ledger"),
        _ when userData is "" => throw new PrivateClusterException(PrivateClusterCodes.DataFolderUnusable,
            $"This account has no home folder to keep the ledger in. Set {Variable} to a folder for it."),
        _ => new(System.IO.Path.Combine(userData, "attribution-ledger"))
    };

    /// <summary>Makes the folder if it is missing. What was there before keeps its owner and its mode.</summary>
    public void Prepare() => MakeFolder(Path);

    /// <summary>A folder beside the cluster's where a new one is made; a fresh name, because a killed maker's children may still write to the old one.</summary>
    public ClusterFolder NewUnfinished() => new(System.IO.Path.Combine(Path, UnfinishedPrefix + Guid.NewGuid().ToString("N")));

    /// <summary>
    /// Removes what interrupted makings left. They never hold facts: a cluster is started only after it has
    /// been moved to its final name, durably.
    /// </summary>
    public void RemoveUnfinished()
    {
        foreach (var leftover in Directory.EnumerateDirectories(Path, UnfinishedPrefix + "*"))
        {
            try { Directory.Delete(leftover, recursive: true); }
            catch (IOException) { /* A killed maker's children still write there: the next start removes it. */ }
        }
    }

    private static ClusterLogin Login(int port, string user, Secret password) =>
        new(ClusterFolder.Host, port, ClusterFolder.Database, user, password.Read());

    /// <summary>Makes a folder and its missing parents, with our mode whatever the umask.</summary>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path)) return;
        if (System.IO.Path.GetDirectoryName(path) is { } parent) MakeFolder(parent);
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Mode);
    }
}
