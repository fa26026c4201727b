using System.Diagnostics;
using Npgsql;

[assembly: AssemblyFixture(typeof(AttributionLedger.PrivatePostgres.Tests.SharedBinaries))]

namespace AttributionLedger.PrivatePostgres.Tests;

/// <summary>Where npm's binaries are put for all tests of one run, so that a machine without PostgreSQL fetches them once.</summary>
public sealed class SharedBinaries : IDisposable
{
    public static string Folder { get; } = Scratch.NewFolder("binaries");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>A data folder for one test. Whatever became of the test, its server is stopped and its folder removed.</summary>
internal sealed class Scratch : IAsyncDisposable
{
    public string Folder { get; } = NewFolder("data");
    public ClusterSettings Settings => new() { DataFolder = Folder, BinariesFolder = SharedBinaries.Folder };
    public ClusterFolder Cluster => new DataFolder(Folder).Cluster;
    public string[] PidFile => File.ReadAllLines(Cluster.PidFile);
    public int Pid => int.Parse(PidFile[0]);

    public Task<ClusterAddress> Start(BinariesSource binaries = BinariesSource.MachineThenNpm) =>
        PrivateCluster.StartAsync(Settings with { Binaries = binaries }, ct: TestContext.Current.CancellationToken);

    public Task Stop() => PrivateCluster.StopAsync(Settings);

    public async Task<PrivateClusterException> Refusal() => await Should.ThrowAsync<PrivateClusterException>(() => Start());

    /// <summary>As kill -9 does: nothing is written, nothing tidied.</summary>
    public async Task KillServer()
    {
        var pid = Pid;
        using (var server = Process.GetProcessById(pid)) server.Kill();
        await Until(() => CommandLine.Of(pid) is null);
    }

    public async Task<ServerAccount> Account() =>
        await ServerAccount.ForAsync(new(Folder), new ClusterState.Missing(), TestContext.Current.CancellationToken);

    /// <summary>A server that starts by itself, as an interrupted command leaves it. Returns when it has written its pid.</summary>
    public async Task LaunchWithoutWaiting()
    {
        var (ct, account) = (TestContext.Current.CancellationToken, await Account());
        var binaries = await BinariesSearch.FindAsync(Settings, new(Folder), account, Cluster.Read().Major, null, ct);
        // Where process 1 buries nobody, as in many containers, the killed server's zombie would stand in the way.
        File.WriteAllText(Cluster.PidFile, PostmasterFile.Parse(File.ReadAllText(Cluster.PidFile))!.WithNobodysPid());
        (await new ChildProcess(binaries.PgCtl, "start", "-D", Cluster.Data, "-l", Cluster.Log, "--no-wait") { Account = account }.RunAsync(ct)).Well.ShouldBeTrue();
        await Until(() => ServerState.Read(Cluster) is ServerState.Live);
    }

    public static async Task Until(Func<bool> itIsSo)
    {
        for (var deadline = Deadline.In(TimeSpan.FromSeconds(30)); !itIsSo(); await Task.Delay(5))
            deadline.Passed.ShouldBeFalse("Thirty seconds are enough for anything a test waits for.");
    }

    public static string NewFolder(string name)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"ledger {name} {Guid.NewGuid():N}");
        DataFolder.MakeFolder(folder);
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Stop();
            Process.GetProcesses().Where(p => CommandLine.Of(p.Id)?.Words.Contains(Cluster.Data) is true).ShouldBeEmpty();
        }
        finally
        {
            if (ServerState.Read(Cluster) is ServerState.Live live) Process.GetProcessById(live.Pid).Kill();
            Directory.Delete(Folder, recursive: true);
        }
    }
}

internal static class Asking
{
    public static async Task<T> Ask<T>(this ClusterAddress address, string sql) => await Ask<T>(address.Maintenance.ConnectionString, sql);

    public static async Task<T> Ask<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static Task Tell(this ClusterAddress address, string sql) => address.Ask<object>(sql + "; SELECT 1");
}
