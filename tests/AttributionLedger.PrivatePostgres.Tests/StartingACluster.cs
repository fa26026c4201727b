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
        (await Should.ThrowAsync<NpgsqlException>(() => Asking.Ask<int>((address.Maintenance with { Password = "guess" }).ConnectionString, "SELECT 1"))).SqlState.ShouldBe("28P01");
        File.ReadAllLines(Path.Combine(scratch.Cluster.Data, "pg_hba.conf"))
            .Where(line => line is not "" && !line.StartsWith('#'))
            .ShouldAllBe(line => line.EndsWith("scram-sha-256"));
    }

    [Fact]
    public async Task keeps_the_passwords_to_itself()
    {
        await using var scratch = new Scratch();
        var address = await scratch.Start();
        address.Application.Password.ShouldNotBe(address.Maintenance.Password);
        foreach (var (login, secret) in new[] { (address.Maintenance, scratch.Cluster.MaintenancePassword), (address.Application, scratch.Cluster.ApplicationPassword) })
        {
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(secret.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            address.ToString().ShouldNotContain(login.Password);
            File.ReadAllText(scratch.Cluster.Log).ShouldNotContain(login.Password);
        }
    }

    [Fact]
    public async Task that_was_made_with_one_password_adds_the_other_while_it_runs()
    {
        await using var scratch = new Scratch();
        var before = await scratch.Start();
        File.Delete(scratch.Cluster.ApplicationPassword.Path);
        File.WriteAllText(scratch.Cluster.ApplicationPassword.Path + ".unfinished", "half of a");
        var pid = scratch.Pid;

        var after = await scratch.Start();
        after.Maintenance.ShouldBe(before.Maintenance);
        after.Application.Password.Length.ShouldBe(before.Application.Password.Length);
        after.Application.Password.ShouldNotBe(before.Application.Password);
        scratch.Pid.ShouldBe(pid);
        (await scratch.Start()).ShouldBe(after);
        Directory.EnumerateFiles(scratch.Cluster.Path, "*.unfinished").ShouldBeEmpty();
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
