using System.Diagnostics;
using System.Text;
using AttributionLedger.Importing;
using AttributionLedger.PrivatePostgres;
using AttributionLedger.Server.Tests.Support;
using Npgsql;

namespace AttributionLedger.Server.Tests.CommandLine;

/// <summary>Commands that were given no PostgreSQL and start their own.</summary>
public class OwnPostgres : IAsyncLifetime
{
    private readonly ClusterSettings settings = new() { DataFolder = Path.Combine(Path.GetTempPath(), $"ledger-own-{Guid.NewGuid():N}") };

    [Fact]
    public async Task of_a_new_ledger_is_one_for_two_commands_that_begin_at_once()
    {
        var both = await Task.WhenAll(RunAsync(null, "board"), RunAsync(null, "verify"));
        foreach (var ended in both) ended.ShouldEndWith(0);
        ServersOfOurs().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task that_is_killed_in_the_middle_of_an_import_is_started_again_and_loses_nothing()
    {
        const int statements = 3_000;
        string[] sheet = [.. Line.Scene, Line.Unnamed("?1"), .. Enumerable.Range(1, statements).Select(i => Line.Says($"s{i}", i % 7 == 0 ? "?1" : "brigade", text: $"Words {i}."))];
        var address = await PrivateCluster.StartAsync(settings);
        (await RunAsync(null, "board")).ShouldEndWith(0);
        var database = new Database(address.Maintenance.ConnectionString);

        var importing = RunAsync(Sheet(sheet), "import", "-");
        while (!importing.IsCompleted && await database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'") == 0) await Task.Yield();
        foreach (var server in ServersOfOurs())
            using (var process = Process.GetProcessById(server)) process.Kill();

        (await importing).ShouldEndWith(0);
        (await database.AskAsync<long>("select count(distinct data->>'id') from ledger.mt_events where type = 'statement_logged'")).ShouldBe(statements);
        (await database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'")).ShouldBe(statements);
        (await database.AskAsync<long>("select count(*) from ledger.mt_streams where id like 'party/unnamed-%'")).ShouldBe(1);
        (await RunAsync(null, "verify")).ShouldEndWith(0);
    }

    [Fact]
    public async Task lets_the_application_add_to_the_record_and_do_nothing_else()
    {
        (await RunAsync(Sheet(Line.Scene), "import", "-")).ShouldEndWith(0).Error.ShouldBeEmpty();
        var application = new Database((await PrivateCluster.StartAsync(settings)).Application.ConnectionString);
        (await application.EventsAsync()).ShouldBePositive();
        foreach (var forbidden in new[] { "delete from ledger.mt_events", "create temp table mine (id int)", "create schema mine" })
            (await Should.ThrowAsync<PostgresException>(() => application.TellAsync(forbidden))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, forbidden);
    }

    [Fact]
    public async Task that_an_earlier_version_made_with_one_role_is_kept_and_enforces_from_then_on()
    {
        // What that version left: one password, one role, and everything its own.
        var before = await PrivateCluster.StartAsync(settings);
        File.Delete(Path.Combine(settings.DataFolder!, "postgres", "password.application"));
        await using (var ledger = await Ledger.OpenAsync(new(before.Maintenance.ConnectionString), new Silence<string>(), CancellationToken.None))
        using (var sheet = await SheetFile.SpoolAsync(new MemoryStream(Sheet(Samples.Article)), CancellationToken.None))
            (await ledger.Import.RunAsync(sheet, false, "tester", new Silence<ImportProgress>(), CancellationToken.None)).IsRefused.ShouldBeFalse();
        var database = new Database(before.Maintenance.ConnectionString);
        (await database.AskAsync<long>("select count(*) from pg_roles where rolname = 'ledger_app'")).ShouldBe(0);
        var facts = await database.FactsAsync();

        foreach (var ended in await Task.WhenAll(RunAsync(null, "verify"), RunAsync(null, "verify"))) ended.ShouldEndWith(0).Error.ShouldBeEmpty();
        (await database.FactsAsync()).ShouldBe(facts);
        (await RunAsync(Sheet(Samples.Invented), "import", "-")).ShouldEndWith(0).Error.ShouldBeEmpty();
        var application = new Database((await PrivateCluster.StartAsync(settings)).Application.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => application.TellAsync("delete from ledger.mt_events"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task that_has_lost_the_password_of_the_application_gives_it_another()
    {
        (await RunAsync(Sheet(Line.Scene), "import", "-")).ShouldEndWith(0);
        File.Delete(Path.Combine(settings.DataFolder!, "postgres", "password.application"));
        (await RunAsync(null, "verify")).ShouldEndWith(0).Error.ShouldBeEmpty();
        var address = await PrivateCluster.StartAsync(settings);
        File.ReadAllText(Path.Combine(settings.DataFolder!, "postgres", "postgres.log")).ShouldNotContain(address.Application.Password);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        try
        {
            await PrivateCluster.StopAsync(settings);
        }
        finally
        {
            if (Directory.Exists(settings.DataFolder)) Directory.Delete(settings.DataFolder, recursive: true);
        }
    }

    private static byte[] Sheet(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    private Task<Ended> RunAsync(byte[]? input, params string[] args) => LedgerProcess.RunWithAsync(new() { ["LEDGER_DATA"] = settings.DataFolder }, input, args);

    /// <summary>The processes that were started as a server of our folder; those of their sessions carry other command lines.</summary>
    private IReadOnlyList<int> ServersOfOurs() =>
        [.. Process.GetProcesses().Select(process => process.Id).Where(id => CommandOf(id) is var words && words.Contains("-D") && words.Any(word => word.StartsWith(settings.DataFolder!, StringComparison.Ordinal)))];

    private static string[] CommandOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").TrimEnd('\0').Split('\0');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
