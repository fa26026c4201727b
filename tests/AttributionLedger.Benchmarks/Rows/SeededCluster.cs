using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Ours;
using AttributionLedger.Composition;
using AttributionLedger.Importing;
using AttributionLedger.PrivatePostgres;
using Npgsql;

namespace AttributionLedger.Benchmarks.Rows;

/// <summary>
/// One PostgreSQL for all arms, with a ledger that already holds incidents. Each row gets a copy of it, so that no row finds
/// what another left.
/// </summary>
internal sealed class SeededCluster(ClusterSettings settings, NpgsqlConnectionStringBuilder seed, IReadOnlyList<EventBody> bodies) : IAsyncDisposable
{
    public const int Incidents = 256;

    /// <summary>What the incidents hold at the start; a newsroom's usual one has some forty at its end.</summary>
    private const int StatementsEach = 16;

    private const string Settings = """

        # Every arm has connections of its own, and keeps them between its turns.
        max_connections = 400
        # No checkpoint of the server's own begins in the middle of somebody's turn; one is asked for before each.
        max_wal_size = 8GB
        checkpoint_timeout = 1h

        """;

    public static async Task<SeededCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-bench-").FullName;
        // The server runs as another user when this one is root, and must reach its folder.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var settings = new ClusterSettings { DataFolder = folder };
        await PrivateCluster.StartAsync(settings);
        await PrivateCluster.StopAsync(settings);
        await File.AppendAllTextAsync(Path.Combine(folder, "postgres", "data", "postgresql.conf"), Settings);
        var address = await PrivateCluster.StartAsync(settings);
        await FillAsync(address.Maintenance.ConnectionString);
        await using var source = NpgsqlDataSource.Create(address.Maintenance.ConnectionString);
        return new(settings, new(address.Maintenance.ConnectionString), await EventBody.OfSampleAsync(source));
    }

    private static async Task FillAsync(string connection)
    {
        var path = Path.GetTempFileName();
        MadeUp.Write(path, Incidents * StatementsEach, Incidents);
        await using (var ledger = await Ledger.OpenAsync(new(connection), new Progress<string>(), CancellationToken.None))
        {
            using var sheet = SheetFile.Open(path);
            var report = await ledger.Import.RunAsync(sheet, dryRun: false, "bench", new Progress<ImportProgress>(), CancellationToken.None);
            if (report.IsRefused) throw new InvalidOperationException(report.Errors[0].Message);
            await ledger.LogAsync(EventBody.Sample);
            await ledger.Following.CatchUpAsync(CancellationToken.None);
        }
        File.Delete(path);
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A database of its own for a row, with what all its arms have in common.</summary>
    public async Task<Arena> ForAsync(Row row)
    {
        var name = $"row_{row.Number}";
        // A database cannot be copied while somebody is connected to it.
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(seed.ConnectionString) { Database = "postgres" }.ConnectionString);
        await source.RunAsync($"create database {name} template {seed.Database}");
        var connection = new NpgsqlConnectionStringBuilder(seed.ConnectionString) { Database = name, MaxPoolSize = Arena.PoolFor(row.Writers), IncludeErrorDetail = true };
        return new(connection, bodies, row.Incidents, row.Writers);
    }

    public async ValueTask DisposeAsync()
    {
        await PrivateCluster.StopAsync(settings);
        Directory.Delete(settings.DataFolder!, recursive: true);
    }
}
