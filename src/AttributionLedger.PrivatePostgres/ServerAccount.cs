namespace AttributionLedger.PrivatePostgres;

/// <summary>
/// The account that PostgreSQL runs as: the caller's, or, because PostgreSQL refuses root, another one for root.
/// .NET changes the account between fork and exec, so neither su nor setpriv has to exist.
/// </summary>
internal sealed record ServerAccount(string Name, ServerAccount.Ids? Another)
{
    public sealed record Ids(uint User, uint Group);

    /// <summary>
    /// For root, in this order. <c>postgres</c> is there for exactly this. <c>nobody</c> is on every system;
    /// making an account of our own would change the machine without having been asked.
    /// </summary>
    private static readonly string[] ForRoot = ["postgres", "nobody"];

    public bool IsAnother => Another is not null;

    /// <summary>The owner of a cluster that exists keeps it, whoever else has appeared on the machine since.</summary>
    public static async Task<ServerAccount> ForAsync(DataFolder folder, ClusterState state, CancellationToken ct)
    {
        var owner = (state as ClusterState.Ours)?.RunsAs;
        if (!Environment.IsPrivilegedProcess)
            return owner is null || owner == Environment.UserName ? new(Environment.UserName, null) : throw Unusable(
                $"The ledger's PostgreSQL in {folder.Path} belongs to the account {owner}, and this is {Environment.UserName}. " +
                $"Use that account or root, or set {DataFolder.Variable} to a folder of your own.");

        string[] candidates = owner is null ? ForRoot : [owner];
        foreach (var name in candidates)
        {
            if (await NamedAsync(name, ct) is not { } account) continue;
            await account.RequireWayToAsync(folder.Path, ct);
            return account;
        }
        throw Unusable($"PostgreSQL does not run as root, and this machine has no account {string.Join(" or ", candidates)} to run it as. Make one, or run the ledger as an ordinary user.");
    }

    /// <summary>True when this account can pass through the folder. Asked of the system, which alone knows about groups, lists and mounts.</summary>
    public async Task<bool> CanPassAsync(string folder, CancellationToken ct) =>
        (await (ChildProcess.OfSystem("test", "-x", folder) with { Account = this }).RunAsync(ct)).Well;

    public void Receive(string path)
    {
        if (Another is { } ids) Unix.GiveTo(path, ids.User, ids.Group);
    }

    /// <exception cref="PrivateClusterException">Names the first folder on the way that is closed to this account.</exception>
    public async Task RequireWayToAsync(string folder, CancellationToken ct)
    {
        if (await CanPassAsync(folder, ct)) return;
        var closed = folder;
        while (Path.GetDirectoryName(closed) is { } parent && !await CanPassAsync(parent, ct)) closed = parent;
        throw Unusable(
            $"PostgreSQL does not run as root but as the account {Name}, which cannot pass through {closed} to reach {folder}. " +
            $"Open that folder to it (chmod o+x {closed}), or set {DataFolder.Variable} to a folder it can reach, such as /var/lib/attribution-ledger.");
    }

    public static async Task<ServerAccount?> NamedAsync(string name, CancellationToken ct)
    {
        var user = await ChildProcess.OfSystem("id", "-u", name).RunAsync(ct);
        var group = await ChildProcess.OfSystem("id", "-g", name).RunAsync(ct);
        return user.Well && group.Well && uint.TryParse(user.Output, out var u) && uint.TryParse(group.Output, out var g)
            ? new(name, new(u, g)) : null;
    }

    private static PrivateClusterException Unusable(string message) => new(PrivateClusterCodes.DataFolderUnusable, message);
}
