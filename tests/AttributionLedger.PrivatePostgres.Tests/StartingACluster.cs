using Npgsql;

namespace AttributionLedger.PrivatePostgres.Tests;

public class StartingACluster
{
    [Fact]
    public async Task returns_when_it_answers()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        (await address.Ask<int>("SELECT 6 * 7")).ShouldBe(42);
        address.DataFolder.ShouldBe(scratch.Folder);
    }

    [Fact]
    public async Task a_second_time_joins_the_first()
    {
        await using var scratch = new Scratch();
        var first = await scratch.Start();
        var pid = scratch.Pid;
        (await scratch.Start()).ShouldBe(first);
        scratch.Pid.ShouldBe(pid);
    }

    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("full_page_writes", "on")]
    [InlineData("data_checksums", "on")]
    [InlineData("listen_addresses", "127.0.0.1")]
    [InlineData("unix_socket_directories", "")]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("TimeZone", "UTC")]
    public async Task keeps_its_promises(string setting, string value)
    {
        await using var scratch = new Scratch();
        (await (await scratch.Start()).Ask<string>($"SELECT current_setting('{setting}')")).ShouldBe(value);
    }

    [Fact]
    public async Task sorts_by_code_point_and_knows_every_alphabet()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        (await address.Ask<string>("SELECT string_agg(w, '' ORDER BY w) FROM unnest(ARRAY['b','é','B','a']) w")).ShouldBe("Babé");
        (await address.Ask<string>("SELECT upper('éж')")).ShouldBe("ÉЖ");
    }

    [Theory]
    [InlineData("pg_trgm")]
    [InlineData("unaccent")]
    [InlineData("btree_gist")]
    [InlineData("citext")]
    public async Task brings_the_extension(string name)
    {
        await using var scratch = new Scratch();
        await (await scratch.Start()).Tell($"CREATE EXTENSION {name}");
    }

    [Fact]
    public async Task lets_nobody_in_without_the_password()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        (await Should.ThrowAsync<NpgsqlException>(() => (address with { Password = "guess" }).Ask<int>("SELECT 1"))).SqlState.ShouldBe("28P01");
        File.ReadAllLines(Path.Combine(scratch.Cluster.Data, "pg_hba.conf"))
            .Where(line => line is not "" && !line.StartsWith('#'))
            .ShouldAllBe(line => line.EndsWith("scram-sha-256"));
    }

    [Fact]
    public async Task keeps_the_password_to_itself()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(scratch.Cluster.Password).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        address.ToString().ShouldNotContain(address.Password);
        File.ReadAllText(scratch.Cluster.Log).ShouldNotContain(address.Password);
    }

    [Fact]
    public async Task after_a_stop_keeps_port_password_and_data()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        await address.Tell("CREATE TABLE kept AS SELECT 42 AS answer");
        await scratch.Stop();
        (await scratch.Start()).ShouldBe(address);
        (await address.Ask<int>("SELECT answer FROM kept")).ShouldBe(42);
    }

    [Fact]
    public async Task says_what_takes_time()
    {
        await using var scratch = new Scratch();
        var said = new Heard();
        await PrivateCluster.StartAsync(scratch.Settings, said, TestContext.Current.CancellationToken);
        said.Lines.ShouldContain(line => line.StartsWith("Making the ledger's own PostgreSQL"));
        said.Lines.ShouldContain(line => line.StartsWith("Starting the ledger's own PostgreSQL"));
    }

    private sealed class Heard : IProgress<string>
    {
        public List<string> Lines { get; } = [];
        public void Report(string value) => Lines.Add(value);
    }
}

public class StoppingACluster
{
    [Fact]
    public async Task returns_when_it_is_gone_even_with_a_session_open()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        await using var session = new NpgsqlConnection(address.ConnectionString + ";Pooling=false");
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await scratch.Stop();
        ServerState.Read(scratch.Cluster).ShouldBeOfType<ServerState.Absent>();
        ServerSettings.IsFree(address.Port).ShouldBeTrue();
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
