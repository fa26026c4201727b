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

    [Fact]
    public async Task keeps_its_promises()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        foreach (var (setting, promised) in Promises)
            (await address.Ask<string>($"SELECT current_setting('{setting}')")).ShouldBe(promised, setting);
    }

    private static readonly Dictionary<string, string> Promises = new()
    {
        ["fsync"] = "on", ["synchronous_commit"] = "on", ["full_page_writes"] = "on", ["data_checksums"] = "on",
        ["listen_addresses"] = "127.0.0.1", ["unix_socket_directories"] = "", ["server_encoding"] = "UTF8", ["TimeZone"] = "UTC"
    };

    [Fact]
    public async Task sorts_by_code_point_and_knows_every_alphabet()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        (await address.Ask<string>("SELECT string_agg(w, '' ORDER BY w) FROM unnest(ARRAY['b','é','B','a']) w")).ShouldBe("Babé");
        (await address.Ask<string>("SELECT upper('éж')")).ShouldBe("ÉЖ");
    }

    [Fact]
    public async Task brings_the_extensions_of_text()
    {
        await using var scratch = new Scratch();
        await (await scratch.Start()).Tell("CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION btree_gist; CREATE EXTENSION citext");
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
