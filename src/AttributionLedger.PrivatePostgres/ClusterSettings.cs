namespace AttributionLedger.PrivatePostgres;

/// <summary>What a person or a test may decide about the private cluster. Every value has a default that works.</summary>
public sealed record ClusterSettings
{
    /// <summary>
    /// The folder that holds the ledger's data. Unless said: <c>LEDGER_DATA</c>, else the user's data folder,
    /// else, for root, the machine's.
    /// </summary>
    public string? DataFolder { get; init; }

    public BinariesSource Binaries { get; init; } = BinariesSource.MachineThenNpm;

    /// <summary>Where binaries installed with npm are kept. Unless said: <c>binaries</c> in the data folder.</summary>
    public string? BinariesFolder { get; init; }
}

public enum BinariesSource
{
    /// <summary>PostgreSQL 15 or later from this machine; where there is none, npm installs one.</summary>
    MachineThenNpm,

    /// <summary>Only what npm installs, whatever this machine has.</summary>
    NpmOnly
}
