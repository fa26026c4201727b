namespace AttributionLedger.PrivatePostgres.Tests;

public class RefusingAFolder
{
    [Theory]
    [InlineData("14")]
    [InlineData("99")]
    public async Task written_by_a_version_that_is_not_here(string major)
    {
        await using var scratch = new Scratch();
        await scratch.Start();
        await scratch.Stop();
        var version = Path.Combine(scratch.Cluster.Data, "PG_VERSION");
        File.WriteAllText(version, major + "\n");

        var refusal = await scratch.Refusal();
        refusal.Code.ShouldBe(PrivateClusterCodes.DataOfAnotherVersion);
        refusal.Message.ShouldContain($"Install PostgreSQL {major} beside the other, or move the folder {scratch.Cluster.Path} away");
        File.ReadAllText(version).ShouldBe(major + "\n");
    }

    [Fact]
    public async Task away_gives_an_empty_ledger_and_back_gives_the_old_one()
    {
        await using var scratch = new Scratch();
        await (await scratch.Start()).Tell("CREATE TABLE old AS SELECT 1");
        await scratch.Stop();
        var away = Path.Combine(scratch.Folder, "away");

        Directory.Move(scratch.Cluster.Path, away);
        (await (await scratch.Start()).Ask<bool>("SELECT to_regclass('old') IS NULL")).ShouldBeTrue();
        await scratch.Stop();

        Directory.Delete(scratch.Cluster.Path, recursive: true);
        Directory.Move(away, scratch.Cluster.Path);
        (await (await scratch.Start()).Ask<bool>("SELECT to_regclass('old') IS NULL")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("letter.txt")]
    [InlineData("PG_VERSION")]
    public async Task that_the_ledger_did_not_make(string file)
    {
        await using var scratch = new Scratch();
        Directory.CreateDirectory(scratch.Cluster.Path);
        File.WriteAllText(Path.Combine(scratch.Cluster.Path, file), "15");
        (await scratch.Refusal()).Code.ShouldBe(PrivateClusterCodes.DataFolderUnusable);
        File.ReadAllText(Path.Combine(scratch.Cluster.Path, file)).ShouldBe("15");
    }

    [Fact]
    public async Task but_not_an_empty_one()
    {
        await using var scratch = new Scratch();
        Directory.CreateDirectory(scratch.Cluster.Path);
        await scratch.Start();
    }

    [Fact]
    public async Task that_has_lost_its_data()
    {
        await using var scratch = new Scratch();
        await scratch.Start();
        await scratch.Stop();
        Directory.Delete(scratch.Cluster.Data, recursive: true);
        (await scratch.Refusal()).Code.ShouldBe(PrivateClusterCodes.DataFolderUnusable);
    }

    [Fact]
    public async Task that_is_a_file()
    {
        await using var scratch = new Scratch();
        var file = Path.Combine(scratch.Folder, "file");
        File.WriteAllText(file, "");
        var refusal = await Should.ThrowAsync<PrivateClusterException>(() => PrivateCluster.StartAsync(scratch.Settings with { DataFolder = file }));
        refusal.Code.ShouldBe(PrivateClusterCodes.DataFolderUnusable);
    }

    [Fact]
    public async Task that_the_server_s_account_cannot_reach()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows(), "Only root's server runs as another account.");
        await using var scratch = new Scratch();
        var closed = Path.Combine(scratch.Folder, "closed");
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows()) Directory.CreateDirectory(closed, mode);

        var refusal = await Should.ThrowAsync<PrivateClusterException>(() =>
            PrivateCluster.StartAsync(scratch.Settings with { DataFolder = Path.Combine(closed, "deep", "ledger") }));
        refusal.Code.ShouldBe(PrivateClusterCodes.DataFolderUnusable);
        refusal.Message.ShouldContain($"cannot pass through {closed} to reach");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(closed).ShouldBe(mode);
    }
}
