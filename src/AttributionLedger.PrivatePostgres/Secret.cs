using System.Security.Cryptography;

namespace AttributionLedger.PrivatePostgres;

/// <summary>A file with a password that nobody has to know.</summary>
internal sealed record Secret(string Path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public bool Exists => File.Exists(Path);

    public string Read() => File.ReadAllText(Path).Trim();

    /// <summary>Makes one up. It has its name only when it is whole and durable: a role may be made with it at once.</summary>
    public void Make(ServerAccount account)
    {
        var unfinished = Path + ".unfinished";
        File.Delete(unfinished);
        Write(unfinished, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), account);
        File.Move(unfinished, Path);
        Unix.SyncFolder(System.IO.Path.GetDirectoryName(Path)!);
    }

    /// <summary>A new file that is closed to others from its first moment, and given to the server's account only when written.</summary>
    public static void Write(string path, string text, ServerAccount account)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(path, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        account.Receive(path);
    }
}
