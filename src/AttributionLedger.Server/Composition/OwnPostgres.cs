using AttributionLedger.PrivatePostgres;

namespace AttributionLedger.Composition;

/// <summary>The ledger's own PostgreSQL, for those who have to bring it back.</summary>
public sealed class OwnPostgres(ClusterSettings settings, IProgress<string> notes)
{
    /// <summary>Whether it ended without having been told to. What somebody stopped stays stopped until it is needed.</summary>
    public bool HasDied => PrivateCluster.HasDied(settings);

    /// <inheritdoc cref="PrivateCluster.StartAsync"/>
    public Task<ClusterAddress> StartAsync(CancellationToken ct) => PrivateCluster.StartAsync(settings, notes, ct);
}
