namespace AttributionLedger.PrivatePostgres;

/// <summary>Says to a person what is wrong with the private cluster and what to do about it.</summary>
/// <param name="code">Stable: programs may depend on it. One of <see cref="PrivateClusterCodes"/>.</param>
public sealed class PrivateClusterException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Code { get; } = code;
}

/// <summary>Everything that <see cref="PrivateClusterException.Code"/> can be.</summary>
public static class PrivateClusterCodes
{
    public const string NotFound = "postgres-not-found";
    public const string DataOfAnotherVersion = "postgres-data-of-another-version";
    public const string DidNotStart = "postgres-did-not-start";
    public const string DidNotStop = "postgres-did-not-stop";
    public const string DataFolderUnusable = "postgres-data-folder-unusable";
    public const string Busy = "postgres-busy";
    public const string Unsupported = "postgres-unsupported-here";
}
