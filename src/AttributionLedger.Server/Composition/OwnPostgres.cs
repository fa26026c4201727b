using AttributionLedger.PrivatePostgres;
using AttributionLedger.Store;

namespace AttributionLedger.Composition;

/// <summary>The ledger's own PostgreSQL, for those who have to bring it up or back.</summary>
public sealed class OwnPostgres(ClusterSettings settings, IProgress<string> notes)
{
    /// <summary>Whether it ended without having been told to. What somebody stopped stays stopped until it is needed.</summary>
    public bool HasDied => PrivateCluster.HasDied(settings);

    /// <summary>Starts it where it does not run; in it the application has a role beside the owner's.</summary>
    /// <exception cref="PrivateClusterException">It cannot be had.</exception>
    public async Task<Access> StartAsync(CancellationToken ct)
    {
        var address = await PrivateCluster.StartAsync(settings, notes, ct);
        var access = new Access(address.Application.ConnectionString, address.Maintenance.ConnectionString);
        await ApplicationRole.EnsureAsync(access, ct);
        return access;
    }
}
