using System.Runtime.InteropServices;
using System.Text.Json;

namespace AttributionLedger.PrivatePostgres;

/// <summary>PostgreSQL as npm packages it: 24 MB, no administrator needed. Installed once, in a folder that exists only when complete.</summary>
internal sealed record NpmBinaries(string Folder)
{
    public const int Major = 18;
    private const string Version = "18.4.0-beta.17";

    /// <summary>Enough for 24 MB over 100 kB/s.</summary>
    public static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Passable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static string Package => $"@embedded-postgres/{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-" +
        RuntimeInformation.OSArchitecture switch
        {
            Architecture.X86 => "ia32",
            Architecture.Ppc64le => "ppc64",
            var other => other.ToString().ToLowerInvariant()
        };

    private const string Unfinished = ".unfinished.";

    private string Finished => Path.Combine(Folder, $"postgres-{Version}");

    public async Task<Binaries> GetAsync(ServerAccount account, IProgress<string>? progress, CancellationToken ct)
    {
        if (!Directory.Exists(Finished)) await InstallAsync(progress, ct);
        await account.RequireWayToAsync(Folder, ct);
        return await Binaries.TryAsync(Path.Combine(Native(Finished), "bin"), account, ct) ?? throw NotFound(
            $"The PostgreSQL that npm installed in {Finished} does not run here as {account.Name}.");
    }

    private async Task InstallAsync(IProgress<string>? progress, CancellationToken ct)
    {
        progress?.Report($"Installing PostgreSQL {Version} with npm, once (24 MB).");
        DataFolder.MakeFolder(Folder);
        RemoveLeftovers();
        var unfinished = $"{Finished}{Unfinished}{Guid.NewGuid():N}";
        DataFolder.MakeFolder(unfinished);
        try
        {
            // No script of the package runs: the one it has only makes links, which is done here.
            var npm = await new ChildProcess("npm", "install", $"{Package}@{Version}", "--prefix", unfinished,
                "--ignore-scripts", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error")
            { KeepsEnvironment = true, Limit = InstallLimit }.RunAsync(ct);
            if (npm.ExitCode == ChildProcess.Ended.NeverStarted) throw NotFound("There is no npm here to install one either.");
            if (!npm.Well) throw NotFound($"npm could not install {Package}: {npm.Output}");
            MakeLinks(Native(unfinished));
            OpenToReaders(unfinished);
            MoveUnlessAnotherDid(unfinished);
        }
        finally
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        }
    }

    /// <summary>What killed installations left; a younger one may be another ledger's that is at work.</summary>
    private void RemoveLeftovers()
    {
        var oldest = TimeProvider.System.GetUtcNow() - 2 * InstallLimit;
        foreach (var leftover in new DirectoryInfo(Folder).EnumerateDirectories($"*{Unfinished}*").Where(d => d.LastWriteTimeUtc < oldest))
            leftover.Delete(recursive: true);
    }

    private void MoveUnlessAnotherDid(string unfinished)
    {
        try { Directory.Move(unfinished, Finished); }
        catch (IOException) when (Directory.Exists(Finished)) { /* A ledger in another data folder shares these binaries and was faster. */ }
    }

    private static string Native(string installed) => Path.Combine(installed, "node_modules", Package, "native");

    /// <summary>npm's archives carry no symbolic links, so the package lists those that its libraries need.</summary>
    private static void MakeLinks(string native)
    {
        var package = Path.GetDirectoryName(native)!;
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(native, "pg-symlinks.json")));
        foreach (var link in list.RootElement.EnumerateArray())
        {
            var source = Path.Combine(package, link.GetProperty("source").GetString()!);
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    /// <summary>Whatever the umask was: the server's account may be another than the one that installed.</summary>
    private static void OpenToReaders(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            if (entry.LinkTarget is not null) continue;
            var runs = entry is DirectoryInfo || entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute);
            entry.UnixFileMode |= runs ? Readable | Passable : Readable;
        }
    }

    private static PrivateClusterException NotFound(string why) => new(PrivateClusterCodes.NotFound,
        $"No PostgreSQL {Binaries.OldestMajor} or later was found for the ledger to use. {why} " +
        "Install PostgreSQL (Debian: apt install postgresql; macOS: brew install postgresql@18), or Node.js with npm, or give the ledger a connection string.");
}
