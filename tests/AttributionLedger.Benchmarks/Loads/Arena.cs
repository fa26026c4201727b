using Npgsql;

namespace AttributionLedger.Benchmarks.Loads;

/// <summary>What all arms of a row have in common: the database, the bodies of the events, and how many write where.</summary>
/// <param name="Connection">With the size of the pool, the same for everybody.</param>
internal sealed record Arena(NpgsqlConnectionStringBuilder Connection, IReadOnlyList<EventBody> Bodies, int Incidents, int Writers)
{
    /// <summary>Connections that an arm may have. More than this only costs PostgreSQL memory, on any machine that runs a newsroom.</summary>
    public const int PoolLimit = 32;

    public static int PoolFor(int writers) => Math.Min(writers, PoolLimit);

    /// <summary>Connections that keep their prepared statements, as the ledger's own do.</summary>
    public NpgsqlDataSource OpenPrepared() => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Connection.ConnectionString)
    {
        NoResetOnClose = true, MaxAutoPrepare = 64, AutoPrepareMinUsages = 2
    }.ConnectionString);

    public Sayings Sayings(char arm) => new(arm, Incidents, Writers);
}
