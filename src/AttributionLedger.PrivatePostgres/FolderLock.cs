namespace AttributionLedger.PrivatePostgres;

/// <summary>
/// One command at a time may start or stop a cluster. The lock is the operating system's, on an open file,
/// so it ends with the process that holds it, however that ends.
/// </summary>
internal static class FolderLock
{
    /// <summary>Longer than the longest honest start: an npm installation on a slow line, then a recovery after a crash.</summary>
    private static readonly TimeSpan Limit = NpmBinaries.InstallLimit + Server.StartLimit + TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public static async Task<IDisposable> TakeAsync(string path, IProgress<string>? progress, CancellationToken ct)
    {
        var deadline = Deadline.In(Limit);
        for (var told = false; ; told = true)
        {
            if (TryTake(path) is { } held) return held;
            if (deadline.Passed)
                throw new PrivateClusterException(PrivateClusterCodes.Busy,
                    $"Another command has been starting or stopping the ledger's PostgreSQL for {Limit.TotalMinutes:0} minutes (it holds {path}). End that command and try again.");
            if (!told) progress?.Report("Another command is starting or stopping the ledger's PostgreSQL; waiting for it.");
            await Task.Delay(Glance, ct);
        }
    }

    private static FileStream? TryTake(string path)
    {
        try { return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
        catch (IOException e) when (IsHeldByAnother(e)) { return null; }
    }

    /// <summary>The one IOException that has no subclass and the code of EWOULDBLOCK (11 on Linux, 35 on macOS).</summary>
    private static bool IsHeldByAnother(IOException e) => e.GetType() == typeof(IOException) && e.HResult is 11 or 35;
}

/// <summary>A moment after which waiting ends. Counted by a clock that nobody can set.</summary>
internal readonly record struct Deadline(long At)
{
    public static Deadline In(TimeSpan time) => new(Environment.TickCount64 + (long)time.TotalMilliseconds);

    public bool Passed => Environment.TickCount64 >= At;

    public TimeSpan Left => TimeSpan.FromMilliseconds(Math.Max(0, At - Environment.TickCount64));
}
