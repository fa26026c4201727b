using Npgsql;

namespace AttributionLedger.PrivatePostgres.Tests;

public class StoppingACluster
{
    [Fact]
    public async Task returns_when_it_is_gone_even_with_a_session_open()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        await using var session = new NpgsqlConnection(address.Maintenance.ConnectionString + ";Pooling=false");
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await scratch.Stop();
        ServerState.Read(scratch.Cluster).ShouldBeOfType<ServerState.Absent>();
        ServerSettings.IsFree(address.Maintenance.Port).ShouldBeTrue();
    }

    [Fact]
    public async Task twice_is_no_error()
    {
        await using var scratch = new Scratch();
        await scratch.Start();
        await scratch.Stop();
        await scratch.Stop();
    }

    [Fact]
    public async Task that_was_never_made_makes_nothing()
    {
        var missing = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}");
        await PrivateCluster.StopAsync(new() { DataFolder = missing }, ct: TestContext.Current.CancellationToken);
        Directory.Exists(missing).ShouldBeFalse();
    }
}
