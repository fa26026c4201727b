using System.ComponentModel;
using System.Runtime.InteropServices;

namespace AttributionLedger.PrivatePostgres;

/// <summary>The few calls of the operating system that .NET does not offer.</summary>
internal static class Unix
{
    private const int Interrupt = 2;
    private const int ReadOnly = 0;

    /// <summary>PostgreSQL's fast shutdown. False when there is no such process any more.</summary>
    public static bool AskToStop(int pid) => kill(pid, Interrupt) == 0;

    /// <summary>Gives a file or folder to another account. Only root may.</summary>
    public static void GiveTo(string path, uint user, uint group)
    {
        if (chown(path, user, group) != 0) throw Failure("be given to another account", path);
    }

    /// <summary>Makes the names in a folder durable: a rename is not, before this.</summary>
    public static void SyncFolder(string path)
    {
        var handle = open(path, ReadOnly);
        if (handle < 0) throw Failure("be opened", path);
        try
        {
            if (fsync(handle) != 0) throw Failure("be made durable", path);
        }
        finally { _ = close(handle); }
    }

    private static IOException Failure(string what, string path) =>
        new($"{path} could not {what}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");

    [DllImport("libc", SetLastError = true)] private static extern int kill(int pid, int signal);
    [DllImport("libc", SetLastError = true)] private static extern int chown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);
    // open(2) is variadic, but the mode is read only when a file is made, which never happens here.
    [DllImport("libc", SetLastError = true)] private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
    [DllImport("libc", SetLastError = true)] private static extern int fsync(int handle);
    [DllImport("libc", SetLastError = true)] private static extern int close(int handle);
}
