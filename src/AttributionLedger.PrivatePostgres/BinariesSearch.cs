namespace AttributionLedger.PrivatePostgres;

/// <summary>Where programs of PostgreSQL come from: this machine first, npm second.</summary>
internal static class BinariesSearch
{
    /// <summary>Where the usual packages put them: Debian, PGDG's RPM, Homebrew, EDB, Postgres.app.</summary>
    private static readonly (string Root, string Versions, string Programs)[] UsualPlaces =
    [
        ("/usr/lib/postgresql", "*", "bin"),
        ("/usr", "pgsql-*", "bin"),
        ("/opt/homebrew/opt", "postgresql*", "bin"),
        ("/usr/local/opt", "postgresql*", "bin"),
        ("/Library/PostgreSQL", "*", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "*", "bin")
    ];

    /// <summary>Returns programs that the account can run and that can serve data of this major version, if there is data.</summary>
    public static async Task<Binaries> FindAsync(
        ClusterSettings settings, DataFolder folder, ServerAccount account, int? majorOfData, IProgress<string>? progress, CancellationToken ct)
    {
        var found = settings.Binaries is BinariesSource.NpmOnly ? [] : await OnThisMachineAsync(account, ct);
        if (Binaries.Best(found, majorOfData) is { } best) return best;
        if (majorOfData is { } major && major != NpmBinaries.Major) throw AnotherVersion(major, found, folder.Cluster);
        try
        {
            return await new NpmBinaries(settings.BinariesFolder ?? folder.Binaries).GetAsync(account, progress, ct);
        }
        catch (PrivateClusterException e) when (majorOfData is { } data && found.Count > 0)
        {
            throw AnotherVersion(data, found, folder.Cluster, e);
        }
    }

    private static async Task<List<Binaries>> OnThisMachineAsync(ServerAccount account, CancellationToken ct)
    {
        List<Binaries> found = [];
        foreach (var place in Places().Distinct())
            if (await Binaries.TryAsync(place, account, ct) is { } binaries) found.Add(binaries);
        return found;
    }

    private static IEnumerable<string> Places() => UsualPlaces
        .Where(place => Directory.Exists(place.Root))
        .SelectMany(place => Directory.EnumerateDirectories(place.Root, place.Versions).Select(version => Path.Combine(version, place.Programs)))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathRooted));

    private static PrivateClusterException AnotherVersion(int major, List<Binaries> found, ClusterFolder cluster, Exception? cause = null)
    {
        var have = found.Count == 0 ? "none was found here" : $"here is {string.Join(", ", found.Select(b => b.Version))}";
        return new(PrivateClusterCodes.DataOfAnotherVersion,
            $"The ledger's data was written by PostgreSQL {major}, which alone can read it, and {have}. " +
            $"Install PostgreSQL {major} beside the other, or move the folder {cluster.Path} away to begin with an empty ledger.", cause);
    }
}
