using AttributionLedger.Composition;

namespace AttributionLedger.CommandLine;

/// <summary>
/// Says where PostgreSQL does not itself keep events from being changed. Commands that put something on record, serve it or
/// vouch for it say so, once; to those that only read it would be noise.
/// </summary>
internal static class Enforcement
{
    public const string Code = "append-only-not-enforced";

    public static void TellWhereMissing(this Ledger ledger)
    {
        if (ledger.Store.Rights is { MayRewrite: true, User: var user })
            Terminal.Error($"append-only is not enforced: PostgreSQL lets the role {user} change events that are on record, or take the right to. "
                + $"Give the ledger a role of its own that may not as {Ledger.ConnectionVariable}, and the one that owns the schema as {Ledger.MaintenanceVariable}; the README shows the three lines of SQL. [{Code}]");
    }
}
