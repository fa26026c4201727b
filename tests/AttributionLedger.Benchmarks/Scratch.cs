using AttributionLedger.Composition;
using AttributionLedger.PrivatePostgres;

namespace AttributionLedger.Benchmarks;

/// <summary>A ledger on a PostgreSQL of its own, in a folder that is gone afterwards.</summary>
internal sealed class Scratch(ClusterSettings settings, Ledger ledger, string connection) : IAsyncDisposable
{
    public Ledger Ledger => ledger;

    /// <summary>As the role that owns the schema.</summary>
    public string Connection => connection;

    public static async Task<Scratch> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-bench-").FullName;
        // The server runs as another user when this one is root, and must reach its folder.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var settings = new ClusterSettings { DataFolder = folder };
        var access = await Ledger.StartOwnAsync(settings, new Progress<string>(), CancellationToken.None);
        return new(settings, await Ledger.OpenAsync(access, new Progress<string>(), CancellationToken.None), access.Maintenance ?? access.Application);
    }

    public async ValueTask DisposeAsync()
    {
        await ledger.DisposeAsync();
        await PrivateCluster.StopAsync(settings);
        Directory.Delete(settings.DataFolder!, recursive: true);
    }
}
