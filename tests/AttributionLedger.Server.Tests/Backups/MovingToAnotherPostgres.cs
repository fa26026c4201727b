using AttributionLedger.PrivatePostgres;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Backups;

/// <summary>A backup is the way from one version of PostgreSQL to another, and back.</summary>
public class MovingToAnotherPostgres(SharedPostgres postgres)
{
    [Fact]
    public async Task brings_the_same_events_there_and_back()
    {
        await using var here = await postgres.WithSamplesAsync();
        var settings = new ClusterSettings { DataFolder = Path.Combine(Path.GetTempPath(), $"ledger-other-postgres-{Guid.NewGuid():N}"), Binaries = BinariesSource.NpmOnly };
        try
        {
            var there = (await StartAsync(settings)).Maintenance.ConnectionString;
            (await new Database(there).AskAsync<string>("show server_version_num")).ShouldStartWith("18");
            var backup = await here.BackUpAsync();
            var moved = (await LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = there }, backup, "restore", "-", "--json")).ShouldEndWith(0).Json;
            moved.GetProperty("verification").GetProperty("differences").GetArrayLength().ShouldBe(0);

            var file = Path.Combine(Directory.CreateTempSubdirectory("ledger-backups-").FullName, "moved.backup");
            (await LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = there }, null, "backup", file)).ShouldEndWith(0);
            var back = await File.ReadAllBytesAsync(file);
            BackedUp.Lines(back)[1..^1].ShouldBe(BackedUp.Lines(backup)[1..^1]);
            await using var again = await postgres.EmptyAsync();
            (await again.RestoreAsync(back)).Verification.Differences.ShouldBeEmpty();
        }
        finally
        {
            await PrivateCluster.StopAsync(settings);
            Directory.Delete(settings.DataFolder, recursive: true);
        }
    }

    private static async Task<ClusterAddress> StartAsync(ClusterSettings settings)
    {
        try
        {
            return await PrivateCluster.StartAsync(settings);
        }
        catch (PrivateClusterException fault) when (fault.Code == PrivateClusterCodes.NotFound)
        {
            Assert.Skip($"There is no other PostgreSQL to be had here. {fault.Message}");
            throw;
        }
    }
}
