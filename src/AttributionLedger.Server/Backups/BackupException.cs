namespace AttributionLedger.Backups;

/// <summary>Why a backup was not made, or a file was not restored. Nothing was written.</summary>
/// <param name="code">Kebab-case, stable: one of <see cref="BackupCodes"/>.</param>
public sealed class BackupException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Code => code;
}

/// <summary>The codes of backup and restore. Programs rely on them; the sentences beside them may change.</summary>
public static class BackupCodes
{
    /// <summary>The file is none that <c>backup</c> wrote: a sheet, a dump, something empty.</summary>
    public const string NotABackup = "backup-not-a-backup";

    /// <summary>A newer version of the ledger wrote the file, in a format that this one does not know.</summary>
    public const string Newer = "backup-newer";

    /// <summary>The file ends before its last line.</summary>
    public const string Cut = "backup-cut";

    /// <summary>The file is not what was written: a byte, a line or the end is another.</summary>
    public const string Damaged = "backup-damaged";

    /// <summary>A line of a kind that this version does not know.</summary>
    public const string KindUnknown = "backup-kind-unknown";

    /// <summary>An event of a name that this version does not know.</summary>
    public const string EventUnknown = "backup-event-unknown";

    /// <summary>Events are missing, there twice, or out of their order.</summary>
    public const string Disordered = "backup-disordered";

    /// <summary>Events that stand in their order and cannot be folded.</summary>
    public const string Unreadable = "backup-unreadable";

    /// <summary>The ledger that was to take the backup holds events.</summary>
    public const string LedgerNotEmpty = "ledger-not-empty";

    /// <summary>The ledger holds what no restore would take back, so that the backup would be worthless.</summary>
    public const string LedgerDamaged = "ledger-damaged";

    /// <summary>There is a file of that name.</summary>
    public const string FileExists = "file-exists";
}
