using System.Text;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.CommandLine;

/// <summary>What commands end with, which scripts rely on.</summary>
public class RunningCommands(SharedPostgres postgres)
{
    [Fact]
    public async Task import_takes_a_sheet_from_a_file_and_from_standard_input()
    {
        await using var ledger = await postgres.EmptyAsync();
        (await ledger.RunAsync("import", Samples.ArticlePath, "--as", "sam")).ShouldEndWith(0).Output.ShouldContain("new, 0 on record already, in 5 incidents.");
        var again = await LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = ledger.ConnectionString }, await File.ReadAllBytesAsync(Samples.ArticlePath), "import", "-", "--json");
        var report = again.ShouldEndWith(0).Json;
        report.GetProperty("new").GetInt32().ShouldBe(0);
        report.GetProperty("onRecord").GetInt32().ShouldBe(report.GetProperty("entries").GetInt32());
        (await ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where user_name is distinct from 'sam'")).ShouldBe(0);
    }

    [Fact]
    public async Task import_of_a_sheet_with_an_error_is_refused_and_names_it()
    {
        await using var ledger = await postgres.EmptyAsync();
        var sheet = Encoding.UTF8.GetBytes(string.Join('\n', [.. Line.Scene, Line.Says("s1", "nobody")]));
        var ended = (await LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = ledger.ConnectionString }, sheet, "import", "-")).ShouldEndWith(1);
        ended.Error.ShouldContain($"ledger: standard input, line {Line.Scene.Length + 1}, by: ");
        ended.Error.ShouldContain("[party-unknown]");
        ended.Error.ShouldContain("Nothing was written: 1 error in standard input.");
        ended.Output.ShouldBeEmpty();
        (await ledger.Database.EventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task import_that_names_a_source_does_not_repeat_it()
    {
        await using var ledger = await postgres.EmptyAsync();
        var sheet = Encoding.UTF8.GetBytes("""{"entry": "unnamed", "label": "?zyxmarker", "description": "an official", "identity": "zyxmarker"}""");
        var ended = (await LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = ledger.ConnectionString }, sheet, "import", "-")).ShouldEndWith(1);
        (ended.Output + ended.Error).ShouldNotContain("zyxmarker");
    }

    [Theory]
    [InlineData("import", "/no/such/sheet.jsonl")]
    [InlineData("import", "no-such-sheet.jsonl")]
    public async Task a_file_that_is_not_there_is_not_found(params string[] args)
    {
        await using var ledger = await postgres.EmptyAsync();
        (await ledger.RunAsync(args)).ShouldEndWith(3).Error.ShouldContain("[file-not-found]");
    }

    [Fact]
    public async Task a_folder_in_the_place_of_a_sheet_cannot_be_read()
    {
        await using var ledger = await postgres.EmptyAsync();
        (await ledger.RunAsync("import", Path.GetTempPath())).ShouldEndWith(3).Error.ShouldContain("[file-unreadable]");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=ledger;Username=ledger;Password=ledger", 4, "postgres-unreachable")]
    [InlineData("Host=nowhere.invalid;Database=ledger;Username=ledger", 4, "postgres-unreachable")]
    [InlineData("what is this", 2, "connection-string-malformed")]
    [InlineData("Host=127.0.0.1;Port=many", 2, "connection-string-malformed")]
    [InlineData("Hast=127.0.0.1", 2, "connection-string-malformed")]
    [InlineData("Database=ledger", 2, "connection-string-malformed")]
    public async Task a_postgres_that_cannot_be_had_is_told(string connection, int code, string error)
    {
        var ended = (await LedgerProcess.RunWithAsync([], null, "board", "--connection", connection)).ShouldEndWith(code);
        ended.Error.ShouldContain($"[{error}]");
        ended.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task a_password_that_is_wrong_is_told_and_not_repeated()
    {
        await using var ledger = await postgres.EmptyAsync();
        var ended = (await LedgerProcess.RunWithAsync([], null, "board", "--connection", ledger.ConnectionString + ";Password=zyxguess")).ShouldEndWith(4);
        ended.Error.ShouldContain("[postgres-refused]");
        ended.Error.ShouldNotContain("zyxguess");
    }

    [Fact]
    public async Task verify_ends_well_only_when_nothing_differs()
    {
        await using var samples = await postgres.WithSamplesAsync();
        (await samples.RunAsync("verify")).ShouldEndWith(0).Output.ShouldContain("every stored view is what its events come to.");
        await samples.Database.TellAsync("delete from ledger.mt_doc_statementrow where id = 'kharab-al-jir/s4'");
        (await samples.RunAsync("verify")).ShouldEndWith(1).Output.ShouldContain("kharab-al-jir/s4");
        var found = (await samples.RunAsync("verify", "--json")).ShouldEndWith(1).Json.GetProperty("differences").EnumerateArray().ShouldHaveSingleItem();
        found.GetProperty("row").GetString().ShouldBe("kharab-al-jir/s4");
    }

    [Fact]
    public async Task schema_prints_the_schema_and_needs_no_postgres()
    {
        var schema = (await LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = "Host=127.0.0.1;Port=1" }, null, "schema")).ShouldEndWith(0).Json;
        schema.GetProperty("$schema").GetString().ShouldStartWith("https://json-schema.org/");
        schema.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    public async Task help_and_version_end_well(string option) => (await LedgerProcess.RunWithAsync([], null, option)).ShouldEndWith(0).Output.ShouldNotBeEmpty();
}
