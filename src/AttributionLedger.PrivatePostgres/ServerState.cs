namespace AttributionLedger.PrivatePostgres;

/// <summary>What the cluster's postmaster.pid, and the process it names, say about the server.</summary>
internal abstract record ServerState
{
    private ServerState() { }

    public sealed record Absent : ServerState;

    /// <summary>A server that was killed left its pid file. The pid may belong to a stranger, or to a zombie, by now.</summary>
    public sealed record Killed(PostmasterFile? File) : ServerState;

    public sealed record Live(int Pid, int Port, bool Ready) : ServerState;

    public static ServerState Read(ClusterFolder cluster) => PostmasterFile.Text(cluster.PidFile) switch
    {
        null => new Absent(),
        var text when PostmasterFile.Parse(text) is { } file => Of(file, CommandLine.Of(file.Pid)) switch
        {
            // A server that is being killed may still have its name but has no port any more.
            Live { Ready: true } live when ServerSettings.IsFree(live.Port) => live with { Ready = false },
            var state => state
        },
        _ => new Killed(null)
    };

    public static ServerState Of(PostmasterFile file, CommandLine? process) =>
        process?.IsServerOf(file.DataFolder) is true ? new Live(file.Pid, file.Port ?? 0, file.Ready) : new Killed(file);
}

/// <summary>The eight lines of postmaster.pid, as pg_ctl reads them; those after the third appear while the server starts.</summary>
internal sealed record PostmasterFile(int Pid, string DataFolder, int? Port, string? Status, string[] Lines)
{
    /// <summary>Above every system's highest, so nobody has it.</summary>
    private const int NobodysPid = int.MaxValue - 1;

    public bool Ready => Status is "ready" && Port is not null;

    public static string? Text(string path)
    {
        try { return File.ReadAllText(path); }
        catch (FileNotFoundException) { return null; }
        catch (DirectoryNotFoundException) { return null; }
    }

    public static PostmasterFile? Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 3 || !int.TryParse(lines[0], out var pid) || pid <= 0) return null;
        return new(pid, lines[1], int.TryParse(lines.ElementAtOrDefault(3), out var port) ? port : null, lines.ElementAtOrDefault(7)?.Trim(), lines);
    }

    /// <summary>
    /// PostgreSQL will not start while the pid in its file is anybody's. The file is not deleted but gets a pid that
    /// is nobody's: PostgreSQL then still checks by its other lines that no process of the killed server is at work.
    /// </summary>
    public string WithNobodysPid() => string.Join('\n', Lines.Skip(1).Prepend($"{NobodysPid}"));
}
