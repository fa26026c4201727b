namespace AttributionLedger.PrivatePostgres.Tests;

public class FindingBinaries
{
    private static readonly Binaries[] Found = [Of("14.9"), Of("16.2"), Of("15.18"), Of("16.10")];

    [Fact] public void takes_the_highest_for_new_data() => Best(null).ShouldBe("16.10");

    [Fact] public void takes_the_same_major_version_for_data_that_exists() => Best(15).ShouldBe("15.18");

    [Fact] public void takes_none_of_another_major_version_for_data_that_exists() => Best(18).ShouldBeNull();

    [Fact] public void takes_none_that_is_too_old() => Binaries.Best([Of("14.9")], null).ShouldBeNull();

    [Theory]
    [InlineData("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", "15.18")]
    [InlineData("postgres (PostgreSQL) 18.4", "18.4")]
    [InlineData("postgres (PostgreSQL) 19beta1", "19.0")]
    public void reads_the_version(string answer, string version) => Binaries.VersionIn(answer)!.ToString().ShouldBe(version);

    [Fact]
    public async Task installs_them_with_npm_and_keeps_to_them()
    {
        Assert.SkipUnless((await new ChildProcess("npm", "--version") { KeepsEnvironment = true }.RunAsync(default)).Well, "There is no npm here.");
        await using var scratch = new Scratch();
        var address = await scratch.Start(BinariesSource.NpmOnly);
        (await address.Ask<string>("SHOW server_version_num")).ShouldStartWith("18");
        await address.Tell("CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION citext; CREATE EXTENSION btree_gist");
        (await address.Ask<string>("SELECT upper('éж')")).ShouldBe("ÉЖ");
        await address.Tell("CREATE TABLE kept AS SELECT 42 AS answer");
        await scratch.KillServer();

        var again = await scratch.Start(BinariesSource.MachineThenNpm);
        (await again.Ask<string>("SHOW server_version_num")).ShouldStartWith("18");
        (await again.Ask<int>("SELECT answer FROM kept")).ShouldBe(42);
        Directory.EnumerateFileSystemEntries(SharedBinaries.Folder).ShouldHaveSingleItem();
    }

    private static string? Best(int? majorOfData) => Binaries.Best(Found, majorOfData)?.Version.ToString();

    private static Binaries Of(string version) => new("/" + version, Version.Parse(version));

    [Fact]
    public async Task says_what_to_install_where_there_is_neither()
    {
        await using var scratch = new Scratch();
        var printed = await Command.StartAsync(scratch.Folder, binaries: scratch.Folder, environment: [("PATH", "/nowhere"), (Command.NpmOnly, "1")]);
        printed.ShouldStartWith(PrivateClusterCodes.NotFound);
        printed.ShouldContain("Install PostgreSQL");
        Directory.Exists(scratch.Cluster.Path).ShouldBeFalse();
    }
}
