using System.Net;
using System.Net.Sockets;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;
using Npgsql;

namespace AttributionLedger.Server.Tests.CommandLine;

/// <summary>In a PostgreSQL of one's own it takes two roles; with fewer the ledger says what is missing.</summary>
public class EnforcingAppendOnly(SharedPostgres postgres)
{
    private const string NotEnforced = "[append-only-not-enforced]";

    [Fact]
    public async Task takes_two_connection_strings_and_no_grant()
    {
        await using var own = await OwnedDatabase.MakeAsync(postgres);
        var (application, maintenance) = (own.Access.Application, own.Access.Maintenance);
        (await own.RunAsync(application, maintenance, Line.Scene, "import", "-")).ShouldEndWith(0).Error.ShouldBeEmpty();
        (await Refusal(application, "delete from ledger.mt_events")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

        // From then on everyday work needs the first of them only.
        (await own.RunAsync(application, null, [.. Line.Scene, Line.Says("s1", "brigade")], "import", "-")).ShouldEndWith(0).Error.ShouldBeEmpty();
        (await own.RunAsync(application, null, [], "state", Line.Incident)).ShouldEndWith(0).Error.ShouldBeEmpty();
        (await own.RunAsync(application, null, [], "board")).ShouldEndWith(0).Error.ShouldBeEmpty();
        (await own.RunAsync(application, null, [], "history", Line.Incident)).ShouldEndWith(0).Error.ShouldBeEmpty();
        (await own.RunAsync(application, null, [], "verify")).ShouldEndWith(0).Error.ShouldBeEmpty();
        (await own.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'")).ShouldBe(1);
    }

    [Fact]
    public async Task leaves_rebuilding_to_the_maintenance_role()
    {
        await using var own = await OwnedDatabase.MakeAsync(postgres);
        (await own.RunAsync(own.Access.Application, own.Access.Maintenance, Line.Scene, "import", "-")).ShouldEndWith(0);
        await own.Database.TellAsync("delete from ledger.mt_doc_incident");
        (await own.RunAsync(own.Access.Application, null, [], "rebuild")).ShouldEndWith(4).Error.ShouldContain("[maintenance-needed]");
        (await own.RunAsync(own.Access.Application, own.Access.Maintenance, [], "rebuild")).ShouldEndWith(0).Error.ShouldBeEmpty();
        (await own.RunAsync(own.Access.Application, null, [], "verify")).ShouldEndWith(0);
    }

    [Fact]
    public async Task with_one_connection_string_is_said_to_be_missing_by_what_writes_serves_or_vouches()
    {
        await using var own = await OwnedDatabase.MakeAsync(postgres);
        var only = own.Access.Maintenance;
        string[][] commands = [["import", "-"], ["verify"], ["rebuild"]];
        foreach (var command in commands)
        {
            var ended = (await own.RunAsync(only, null, Line.Scene, command)).ShouldEndWith(0);
            ended.Error.Split(NotEnforced).Length.ShouldBe(2, $"once: {ended.Error}");
            ended.Output.ShouldNotContain(NotEnforced);
        }
        (await own.RunAsync(only, null, [], "board")).ShouldEndWith(0).Error.ShouldBeEmpty();

        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        (await own.RunAsync(only, null, [], "serve", "--url", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}")).ShouldEndWith(2).Error.ShouldContain(NotEnforced);
    }

    [Fact]
    public async Task takes_more_than_giving_one_role_twice()
    {
        await using var own = await OwnedDatabase.MakeAsync(postgres);
        (await own.RunAsync(own.Access.Maintenance, own.Access.Maintenance, Line.Scene, "import", "-")).ShouldEndWith(0).Error.ShouldContain(NotEnforced);
    }

    [Theory]
    [InlineData("alter role {0}_app superuser")]
    [InlineData("alter role {0}_app createrole")]
    [InlineData("grant {0} to {0}_app")]
    [InlineData("grant pg_write_all_data to {0}_app")]
    [InlineData("grant pg_execute_server_program to {0}_app")]
    [InlineData("alter database {0} owner to {0}_app")]
    [InlineData("grant delete on ledger.mt_events to {0}_app")]
    [InlineData("grant update (data) on ledger.mt_events to {0}_app")]
    [InlineData("grant truncate on ledger.mt_events to public")]
    [InlineData("grant trigger on ledger.mt_events to {0}_app")]
    [InlineData("grant delete on ledger.mt_streams to {0}_app")]
    [InlineData("alter schema ledger owner to {0}_app")]
    public async Task is_asked_of_postgres_itself(string loosening)
    {
        await using var own = await OwnedDatabase.MakeAsync(postgres);
        (await MayRewriteAsync(own.Access)).ShouldBeFalse();
        await own.Superuser.TellAsync(loosening.Replace("{0}", own.Name));
        (await MayRewriteAsync(own.Access with { Maintenance = null })).ShouldBeTrue();
    }

    [Fact]
    public async Task can_begin_when_the_ledger_has_long_been_kept_by_one_role()
    {
        await using var own = await OwnedDatabase.MakeAsync(postgres);
        (await own.RunAsync(own.Access.Maintenance, null, Line.Scene, "import", "-")).ShouldEndWith(0);
        (await own.RunAsync(own.Access.Application, null, [], "board")).ShouldEndWith(4).Error.ShouldContain("[maintenance-needed]");
        (await own.RunAsync(own.Access.Application, own.Access.Maintenance, [], "verify")).ShouldEndWith(0).Error.ShouldBeEmpty();
        (await own.RunAsync(own.Access.Application, null, [], "verify")).ShouldEndWith(0).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task gives_a_role_its_rights_again_that_has_lost_them()
    {
        await using var own = await OwnedDatabase.MakeAsync(postgres);
        (await own.RunAsync(own.Access.Application, own.Access.Maintenance, Line.Scene, "import", "-")).ShouldEndWith(0);
        var role = new NpgsqlConnectionStringBuilder(own.Access.Application).Username;
        await own.Database.TellAsync($"revoke all on all tables in schema ledger from {role}; revoke all on schema ledger from {role}");
        (await own.RunAsync(own.Access.Application, own.Access.Maintenance, [.. Line.Scene, Line.Says("s1", "brigade")], "import", "-")).ShouldEndWith(0).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task tells_what_to_do_when_there_is_nothing_yet_and_nobody_who_may_make_it()
    {
        await using var own = await OwnedDatabase.MakeAsync(postgres);
        var ended = (await own.RunAsync(own.Access.Application, null, [], "board")).ShouldEndWith(4);
        ended.Error.ShouldContain("[maintenance-needed]");
        ended.Error.ShouldContain("LEDGER_MAINTENANCE");
        ended.Error.ShouldNotContain("zyx");
    }

    [Fact]
    public async Task takes_two_strings_to_one_database()
    {
        await using var own = await OwnedDatabase.MakeAsync(postgres);
        await using var other = await OwnedDatabase.MakeAsync(postgres);
        (await own.RunAsync(own.Access.Application, other.Access.Maintenance, [], "board")).ShouldEndWith(4).Error.ShouldContain("[maintenance-elsewhere]");
        (await other.Database.AskAsync<bool>("select to_regnamespace('ledger') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task needs_the_first_string_where_there_is_the_second()
    {
        (await LedgerProcess.RunWithAsync(new() { ["LEDGER_MAINTENANCE"] = "Host=127.0.0.1" }, null, "board")).ShouldEndWith(2).Error.ShouldContain("[connection-missing]");
        (await LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = "Host=127.0.0.1" }, null, "board", "--maintenance", "what is this")).ShouldEndWith(2).Error.ShouldContain("[connection-string-malformed]");
    }

    private static async Task<bool> MayRewriteAsync(Access access)
    {
        await using var ledger = await Ledger.OpenAsync(access, new Silence<string>(), CancellationToken.None);
        return ledger.Store.Rights.MayRewrite;
    }

    private static async Task<string> Refusal(string connection, string statement) =>
        (await Should.ThrowAsync<PostgresException>(() => new Database(connection).TellAsync(statement))).SqlState;
}
