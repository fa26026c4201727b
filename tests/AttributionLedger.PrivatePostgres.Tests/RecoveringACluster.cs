using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AttributionLedger.PrivatePostgres.Tests;

public class RecoveringACluster
{
    [Fact]
    public async Task a_killed_server_comes_back_with_all_that_was_committed()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        await address.Tell("CREATE TABLE kept AS SELECT generate_series(1, 100000) AS n");
        await scratch.KillServer();
        (await scratch.Start()).ShouldBe(address);
        (await address.Ask<long>("SELECT count(*) FROM kept")).ShouldBe(100_000);
    }

    [Fact]
    public async Task commands_that_find_it_killed_at_once_get_the_same()
    {
        await using var scratch = new Scratch();
        await (await scratch.Start()).Tell("CREATE TABLE kept AS SELECT generate_series(1, 300000) AS n");
        await scratch.KillServer();
        var addresses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scratch.Start()));
        (await addresses.Distinct().ShouldHaveSingleItem().Ask<long>("SELECT count(*) FROM kept")).ShouldBe(300_000);
    }

    [Fact]
    public async Task a_server_that_is_still_recovering_is_waited_for_and_joined()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        await address.Tell("CREATE TABLE kept AS SELECT generate_series(1, 1000000) AS n");
        var processes = await address.Ask<int[]>("SELECT array_agg(pid) FROM pg_stat_activity");
        await scratch.KillServer();
        await Scratch.Until(() => processes.All(pid => CommandLine.Of(pid) is null));
        await scratch.LaunchWithoutWaiting();
        var recovering = scratch.Pid;
        (await scratch.Start()).ShouldBe(address);
        scratch.Pid.ShouldBe(recovering);
        (await address.Ask<long>("SELECT count(*) FROM kept")).ShouldBe(1_000_000);
    }

    [Fact]
    public async Task a_pid_that_a_stranger_has_by_now_is_no_server()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        await scratch.KillServer();
        using var stranger = Process.Start(await Sleeping(scratch))!;
        try
        {
            File.WriteAllText(scratch.Cluster.PidFile, string.Join('\n', scratch.PidFile.Skip(1).Prepend($"{stranger.Id}")));
            (await scratch.Start()).ShouldBe(address);
            stranger.HasExited.ShouldBeFalse();
        }
        finally { stranger.Kill(); }
    }

    [Fact]
    public async Task a_pid_file_that_a_power_cut_emptied_is_no_server()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        await scratch.Stop();
        File.WriteAllText(scratch.Cluster.PidFile, "");
        (await scratch.Start()).ShouldBe(address);
    }

    [Fact]
    public async Task a_port_that_somebody_else_took_is_left_to_them()
    {
        await using var scratch = new Scratch();
        var before = await scratch.Start();
        await scratch.Stop();
        using var somebody = new TcpListener(IPAddress.Loopback, before.Maintenance.Port);
        somebody.Start();
        var after = await scratch.Start();
        after.Maintenance.Port.ShouldNotBe(before.Maintenance.Port);
        (await after.Ask<int>("SELECT 1")).ShouldBe(1);
        (await scratch.Start()).ShouldBe(after);
        ServerSettings.PortIn(File.ReadAllText(scratch.Cluster.Settings)).ShouldBe(after.Maintenance.Port);
    }

    [Fact]
    public async Task a_half_made_cluster_is_removed_and_made_again()
    {
        await using var scratch = new Scratch();
        var half = new DataFolder(scratch.Folder).NewUnfinished();
        Directory.CreateDirectory(half.Data);
        File.WriteAllText(Path.Combine(half.Data, "PG_VERSION"), "15");
        (await (await scratch.Start()).Ask<int>("SELECT 1")).ShouldBe(1);
        Directory.Exists(half.Path).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Making")]
    [InlineData("Starting")]
    public async Task an_interrupted_start_is_carried_on_by_the_next(string moment)
    {
        await using var scratch = new Scratch();
        using var interruption = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => PrivateCluster.StartAsync(
            scratch.Settings, new InterruptingAt(moment, interruption), interruption.Token));
        (await (await scratch.Start()).Ask<int>("SELECT 1")).ShouldBe(1);
        Directory.EnumerateDirectories(scratch.Folder).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task settings_that_it_cannot_start_with_are_named()
    {
        await using var scratch = new Scratch();
        await scratch.Start();
        await scratch.Stop();
        File.AppendAllText(Path.Combine(scratch.Cluster.Data, "postgresql.conf"), "\nnonsense = 1\n");
        var refusal = await scratch.Refusal();
        refusal.Code.ShouldBe(PrivateClusterCodes.DidNotStart);
        refusal.Message.ShouldContain("nonsense");
    }

    private static async Task<ProcessStartInfo> Sleeping(Scratch scratch)
    {
        var start = new ProcessStartInfo("sleep", ["600"]) { WorkingDirectory = "/" };
        if (await scratch.Account() is { IsAnother: true, Name: var name }) start.UserName = name;
        return start;
    }

    private sealed class InterruptingAt(string moment, CancellationTokenSource interruption) : IProgress<string>
    {
        // Late enough that the child process runs, early enough that it has not ended.
        public void Report(string value)
        {
            if (value.StartsWith(moment)) interruption.CancelAfter(TimeSpan.FromMilliseconds(20));
        }
    }
}
