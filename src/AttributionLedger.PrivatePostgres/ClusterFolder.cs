using System.Text.Json;

namespace AttributionLedger.PrivatePostgres;

/// <summary>
/// Everything of one cluster in one folder, so that moving the folder moves the cluster.
/// Root owns the folder and what is in it, except for the data, the log and the passwords.
/// </summary>
internal sealed record ClusterFolder(string Path)
{
    public const string Maintenance = "ledger";
    public const string Application = "ledger_app";
    public const string Database = "ledger";
    public const string Host = "127.0.0.1";

    public string Data => In("data");
    public string Log => In("postgres.log");
    public string Settings => In("postgres.conf");
    public Secret MaintenancePassword => new(In("password"));
    public Secret ApplicationPassword => new(In("password.application"));
    public string PidFile => System.IO.Path.Combine(Data, "postmaster.pid");

    /// <summary>Written last of all when a cluster is made; says that it is ours, and whose account runs it.</summary>
    private string Mark => In("cluster.json");

    public bool IsOurs => File.Exists(Mark);

    /// <exception cref="PrivateClusterException">When there is something in the folder that we did not make.</exception>
    public ClusterState Read()
    {
        if (!Directory.Exists(Path) || !Directory.EnumerateFileSystemEntries(Path).Any()) return new ClusterState.Missing();
        if (!IsOurs)
            throw Unusable($"The folder {Path} is not empty and was not made by the ledger.");
        var version = System.IO.Path.Combine(Data, "PG_VERSION");
        if (!File.Exists(version) || !int.TryParse(File.ReadAllText(version), out var major))
            throw Unusable($"The folder {Data} has lost its file PG_VERSION, so it is no whole cluster any more. Bring it back from a copy.");
        return new ClusterState.Ours(major, ReadMark().RunsAs);
    }

    public void WriteMark(string account)
    {
        using var file = File.Create(Mark);
        JsonSerializer.Serialize(file, new MarkText("attribution-ledger", account));
        file.Flush(flushToDisk: true);
    }

    private MarkText ReadMark()
    {
        try { return JsonSerializer.Deserialize<MarkText>(File.ReadAllText(Mark)) ?? throw new JsonException("It is null."); }
        catch (JsonException e) { throw Unusable($"The file {Mark} is damaged: {e.Message}"); }
    }

    private sealed record MarkText(string MadeBy, string RunsAs);

    private PrivateClusterException Unusable(string why) => new(PrivateClusterCodes.DataFolderUnusable,
        $"{why} Nothing in it was changed. Move {Path} away to begin with an empty ledger, or set {DataFolder.Variable} to another folder.");

    private string In(string name) => System.IO.Path.Combine(Path, name);
}

internal abstract record ClusterState
{
    private ClusterState() { }

    /// <summary>No cluster yet: the place is free.</summary>
    public sealed record Missing : ClusterState;

    /// <summary>A finished cluster that the ledger made.</summary>
    public sealed record Ours(int WrittenBy, string RunsAs) : ClusterState;

    /// <summary>The major version of PostgreSQL that wrote the data, if there is data.</summary>
    public int? Major => (this as Ours)?.WrittenBy;
}
