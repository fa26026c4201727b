namespace AttributionLedger.Store;

/// <summary>The ways into one database of PostgreSQL, in the form of Npgsql. Holds passwords, therefore prints without them.</summary>
/// <param name="Application">Of the role that logs and reads.</param>
/// <param name="Maintenance">Of the role that owns the schema; null where the application's must do, or where nothing is to be maintained.</param>
public sealed record Access(string Application, string? Maintenance = null)
{
    public override string ToString() => Maintenance is null ? "one connection string" : "two connection strings";
}

/// <summary>Says to a person which right is missing and what to do about it.</summary>
/// <param name="code">Stable: programs may depend on it. One of <see cref="AccessCodes"/>.</param>
public sealed class AccessException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>Everything that <see cref="AccessException.Code"/> can be.</summary>
public static class AccessCodes
{
    /// <summary>What was asked for takes the maintenance role, and there is no way in as that.</summary>
    public const string MaintenanceNeeded = "maintenance-needed";

    /// <summary>The two connection strings lead to two databases.</summary>
    public const string MaintenanceElsewhere = "maintenance-elsewhere";
}
