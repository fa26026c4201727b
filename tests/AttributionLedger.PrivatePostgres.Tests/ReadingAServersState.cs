namespace AttributionLedger.PrivatePostgres.Tests;

public class ReadingAServersState
{
    private const string Ready = "123\n/data\n1700000000\n15432\n\n127.0.0.1\n  5432001         7\nready   \n";
    private static readonly CommandLine Server = new(["/usr/lib/postgresql/15/bin/postgres", "-D", "/data"]);

    [Fact] public void ready_is_ready() => Of(Ready, Server).ShouldBe(new ServerState.Live(123, 15432, true));

    [Fact] public void starting_is_live_but_not_ready() =>
        Of(Ready.Replace("ready   ", "starting"), Server).ShouldBe(new ServerState.Live(123, 15432, false));

    [Fact] public void the_first_lines_alone_are_live_but_not_ready() =>
        Of("123\n/data\n1700000000\n", Server).ShouldBe(new ServerState.Live(123, 0, false));

    [Fact] public void a_server_that_names_no_folder_is_taken_for_live() => IsLive("/bin/postgres").ShouldBeTrue();

    [Fact] public void a_server_of_another_folder_is_not_ours() => IsLive("/bin/postgres", "-D", "/other").ShouldBeFalse();

    [Fact] public void a_session_of_another_server_is_not_ours() => IsLive("postgres: me /data 127.0.0.1(1) idle").ShouldBeFalse();

    [Fact] public void a_stranger_is_not_ours() => IsLive("vi", "/data").ShouldBeFalse();

    [Fact] public void nobody_is_not_ours() => Of(Ready, null).ShouldBeOfType<ServerState.Killed>();

    [Fact] public void disarming_changes_the_pid_alone() =>
        PostmasterFile.Parse(Ready)!.WithNobodysPid().ShouldBe(Ready.Replace("123\n", "2147483646\n"));

    [Fact] public void rubbish_is_no_pid_file() => PostmasterFile.Parse("\0\0\0").ShouldBeNull();

    private static bool IsLive(params string[] words) => Of(Ready, new(words)) is ServerState.Live;

    private static ServerState Of(string file, CommandLine? process) => ServerState.Of(PostmasterFile.Parse(file)!, process);
}
