using AttributionLedger.PrivatePostgres;

namespace AttributionLedger.Backups;

/// <summary>Files that have their name only once they are whole. Only their owner may read them: a backup holds what the desk alone may know.</summary>
public static class WholeFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Has <paramref name="write"/> fill a file beside the target, which gets its name only when it is whole and on disk: what
    /// has the name is whole. What is interrupted leaves nothing behind, and what is killed a file that ends in <c>.unfinished</c>.
    /// </summary>
    /// <param name="force">Puts it in the place of a file that is there.</param>
    /// <param name="keeps">Whether the file is kept after all; always where it is null.</param>
    /// <exception cref="BackupException">There is a file of that name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task<T> WriteAsync<T>(string path, bool force, Func<Stream, Task<T>> write, Func<T, bool>? keeps = null)
    {
        var target = Path.GetFullPath(path);
        RefuseExisting(target, force);
        var unfinished = $"{target}.{Guid.NewGuid().ToString("N")[..8]}.unfinished";
        try
        {
            T result;
            await using (var file = new FileStream(unfinished, Options(FileMode.CreateNew, FileAccess.Write)))
            {
                result = await write(file);
                await file.FlushAsync();
                file.Flush(flushToDisk: true);
            }
            if (keeps?.Invoke(result) == false) return result;
            RefuseExisting(target, force);
            File.Move(unfinished, target, overwrite: force);
            if (!OperatingSystem.IsWindows()) Unix.SyncFolder(Path.GetDirectoryName(target)!);
            return result;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Keeps what comes through a pipe in a file of its own, which goes when it is closed: a backup is read twice.</summary>
    public static async Task<FileStream> SpoolAsync(Stream input, CancellationToken ct)
    {
        var options = Options(FileMode.CreateNew, FileAccess.ReadWrite);
        options.Options |= FileOptions.DeleteOnClose;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"ledger-restore-{Guid.NewGuid():N}"), options);
        try
        {
            await input.CopyToAsync(file, ct);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private static void RefuseExisting(string target, bool force)
    {
        if (!force && File.Exists(target))
            throw new BackupException(BackupCodes.FileExists, $"{target} is there already. Choose another name, or say --force to put the new one in its place.");
    }
}
