using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Backups;

public class BackingUp(SharedPostgres postgres)
{
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-backups-").FullName;

    [Fact]
    public async Task by_the_command_line_and_restoring_it_there_moves_a_ledger()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var file = Path.Combine(folder, "ledger.backup");
        var report = (await samples.RunAsync("backup", file, "--json")).ShouldEndWith(0).Json;
        report.GetProperty("events").GetInt64().ShouldBe(await samples.Database.EventsAsync());
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(folder).ShouldBe([file]);

        await using var restored = await postgres.EmptyAsync();
        (await restored.RunAsync("restore", file)).ShouldEndWith(0).Output.ShouldContain("every stored view is what its events come to.");
        await restored.Database.ShouldHoldTheFactsOfAsync(samples.Database);
        (await restored.RunAsync("restore", file)).ShouldEndWith(1).Error.ShouldContain("[ledger-not-empty]");
    }

    [Fact]
    public async Task from_standard_input_is_restored_as_from_a_file()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await using var restored = await postgres.EmptyAsync();
        var report = (await LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = restored.ConnectionString, ["LEDGER_MAINTENANCE"] = restored.Access.Maintenance }, await samples.BackUpAsync(), "restore", "-", "--json")).ShouldEndWith(0).Json;
        report.GetProperty("verification").GetProperty("events").GetInt64().ShouldBe(await samples.Database.EventsAsync());
    }

    [Fact]
    public async Task over_a_file_that_is_there_is_refused_unless_it_is_meant()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var file = Path.Combine(folder, "notes.txt");
        await File.WriteAllTextAsync(file, "mine");
        (await samples.RunAsync("backup", file)).ShouldEndWith(1).Error.ShouldContain("[file-exists]");
        (await File.ReadAllTextAsync(file)).ShouldBe("mine");
        (await samples.RunAsync("backup", file, "--force")).ShouldEndWith(0);
        BackedUp.Lines(await File.ReadAllBytesAsync(file)).Length.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("backup", "no/such/folder/ledger.backup")]
    [InlineData("restore", "no-such.backup")]
    public async Task to_or_from_where_nothing_is_is_not_found(params string[] args)
    {
        await using var ledger = await postgres.EmptyAsync();
        (await ledger.RunAsync(args)).ShouldEndWith(3).Error.ShouldContain("[file-not-found]");
    }

    [Fact]
    public async Task takes_one_moment_while_others_go_on_logging()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Samples.Article);
        using var stop = new CancellationTokenSource();
        var logging = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++) await ledger.TakeInAsync([Line.Party($"p{i}"), Line.Opening($"i{i}")]);
        });
        for (var i = 0; i < 5; i++)
        {
            await using var restored = await postgres.EmptyAsync();
            (await restored.RestoreAsync(await ledger.BackUpAsync())).Verification.Differences.ShouldBeEmpty();
        }
        await stop.CancelAsync();
        await logging;
    }

    [Fact]
    public async Task of_a_ledger_from_which_an_event_is_gone_is_refused()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await samples.Database.TellAsync("delete from ledger.mt_events where stream_id = 'incident/kharab-al-jir' and version = 5");
        var file = Path.Combine(folder, "damaged.backup");
        (await samples.RunAsync("backup", file)).ShouldEndWith(1).Error.ShouldContain("[ledger-damaged]");
        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("alter table ledger.mt_events add column headers jsonb")]
    [InlineData("update ledger.mt_events set is_archived = true where seq_id = 3")]
    public async Task of_what_a_line_has_no_place_for_is_refused(string sql)
    {
        await using var samples = await postgres.WithSamplesAsync();
        await samples.Database.TellAsync(sql);
        (await samples.RunAsync("backup", "-")).ShouldEndWith(1).Error.ShouldContain("[ledger-damaged]");
    }
}
