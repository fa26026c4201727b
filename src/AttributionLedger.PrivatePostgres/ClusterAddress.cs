namespace AttributionLedger.PrivatePostgres;

/// <summary>Where a private cluster listens, and the two ways to come in.</summary>
/// <param name="Application">
/// For everyday work. Its role is made by whoever keeps the schema, who alone knows what it may do: until then it lets nobody in.
/// </param>
/// <param name="Maintenance">The cluster's superuser.</param>
public sealed record ClusterAddress(ClusterLogin Application, ClusterLogin Maintenance, string DataFolder);

/// <summary>One way into a private cluster. Holds the password, therefore prints without it.</summary>
public sealed record ClusterLogin(string Host, int Port, string Database, string User, string Password)
{
    /// <summary>In Npgsql's form. None of the values needs quoting: they are all made here.</summary>
    public string ConnectionString =>
        $"Host={Host};Port={Port};Database={Database};Username={User};Password={Password}";

    public override string ToString() => $"{User}@{Host}:{Port}/{Database}";
}
