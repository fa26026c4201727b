namespace AttributionLedger.PrivatePostgres.Tests;

public class ChoosingAFolder
{
    [Fact] public void takes_the_one_that_is_named() => Chosen("/data/", isRoot: true).ShouldBe("/data");

    [Fact] public void takes_the_user_s_own() => Chosen(null).ShouldBe("/home/me/.local/share/attribution-ledger");

    [Fact] public void takes_an_empty_name_for_none() => Chosen("").ShouldBe("/home/me/.local/share/attribution-ledger");

    [Fact] public void takes_the_machine_s_for_root() => Chosen(null, isRoot: true).ShouldBe("/var/lib/attribution-ledger");

    [Fact]
    public void needs_a_name_where_there_is_no_home() =>
        Should.Throw<PrivateClusterException>(() => DataFolder.Choose(null, false, false, "")).Message.ShouldContain("LEDGER_DATA");

    private static string Chosen(string? named, bool isRoot = false) => DataFolder.Choose(named, isRoot, false, "/home/me/.local/share").Path;
}
