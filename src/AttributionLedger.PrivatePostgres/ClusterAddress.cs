namespace AttributionLedger.PrivatePostgres;

/// <summary>Where a private cluster listens, and how to come in. Holds the password, therefore prints without it.</summary>
public sealed record ClusterAddress(string Host, int Port, string Database, string User, string Password, string DataFolder)
{
    /// <summary>In Npgsql's form. None of the values needs quoting: they are all made here.</summary>
    public string ConnectionString =>
        $"Host={Host};Port={Port};Database={Database};Username={User};Password={Password}";

    public override string ToString() => $"{User}@{Host}:{Port}/{Database}";
}
