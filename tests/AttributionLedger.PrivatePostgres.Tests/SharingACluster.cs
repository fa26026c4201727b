namespace AttributionLedger.PrivatePostgres.Tests;

public class SharingACluster
{
    [Fact]
    public async Task tasks_that_start_it_at_once_get_the_same()
    {
        await using var scratch = new Scratch();
        var addresses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scratch.Start()));
        addresses.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task commands_that_start_it_at_once_get_the_same()
    {
        await using var scratch = new Scratch();
        var printed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Command.StartAsync(scratch.Folder)));
        printed.Distinct().ShouldHaveSingleItem().ShouldStartWith("Host=127.0.0.1;");
    }

    [Fact]
    public async Task it_outlives_the_command_that_started_it()
    {
        await using var scratch = new Scratch();
        var printed = await Command.StartAsync(scratch.Folder);
        (await Asking.Ask<int>(printed, "SELECT 1")).ShouldBe(1);
        (await scratch.Start()).Maintenance.ConnectionString.ShouldBe(printed);
    }

    [Fact]
    public async Task it_has_a_session_of_its_own_so_that_no_terminal_ends_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sessions are read from /proc.");
        await using var scratch = new Scratch();
        await scratch.Start();
        SessionOf(scratch.Pid).ShouldBe(scratch.Pid);
        SessionOf(scratch.Pid).ShouldNotBe(SessionOf(Environment.ProcessId));
    }

    [Theory]
    [InlineData("LANG", "xx_NOWHERE.UTF-9")]
    [InlineData("LC_ALL", "de_DE@nonsense")]
    [InlineData("PGDATA", "/nowhere")]
    [InlineData("PGOPTIONS", "--nonsense")]
    public async Task its_maker_s_environment_does_not_reach_it(string name, string value)
    {
        await using var scratch = new Scratch();
        (await Command.StartAsync(scratch.Folder, environment: (name, value))).ShouldStartWith("Host=127.0.0.1;");
    }

    [Fact]
    public async Task an_ordinary_user_has_one_and_root_may_join_and_stop_it()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can become another user to try.");
        await using var scratch = new Scratch();
        var nobody = (await ServerAccount.NamedAsync("nobody", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        nobody.Receive(scratch.Folder);

        var printed = await Command.StartAsync(scratch.Folder, "nobody", scratch.Folder, ("HOME", scratch.Folder));
        printed.ShouldStartWith("Host=127.0.0.1;");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(scratch.Cluster.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (await scratch.Start()).Maintenance.ConnectionString.ShouldBe(printed);
        await scratch.Stop();
        (await scratch.Start()).Maintenance.ConnectionString.ShouldBe(printed);
        await scratch.Stop();
        (await Command.StartAsync(scratch.Folder, "nobody", scratch.Folder, ("HOME", scratch.Folder))).ShouldBe(printed);
    }

    [Fact]
    public async Task another_user_is_told_whose_it_is()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can become another user to try.");
        await using var scratch = new Scratch();
        await scratch.Start();
        (await Command.StartAsync(scratch.Folder, "nobody")).ShouldStartWith(PrivateClusterCodes.DataFolderUnusable);
    }

    /// <summary>The sixth word of stat; the second is a name in brackets that may hold spaces.</summary>
    private static int SessionOf(int pid) => int.Parse(File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].Split(' ')[3]);
}
