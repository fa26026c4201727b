using System.Globalization;
using System.Text.RegularExpressions;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.CommandLine;

public class PrintingForPeople(SampleLedger samples, SharedPostgres postgres) : IClassFixture<SampleLedger>
{
    private const int Columns = 100;

    [Theory]
    [InlineData("board")]
    [InlineData("state", "harbour-fire")]
    [InlineData("state", "kharab-al-jir")]
    [InlineData("state", "iraq-base-explosion")]
    [InlineData("history", "harbour-fire")]
    [InlineData("history", "oil-pier-blast", "--limit", "3")]
    [InlineData("drift", "hospital")]
    [InlineData("drift", "velik", "--incident", "harbour-fire", "--claim", "f13")]
    [InlineData("verify")]
    public async Task stays_within_a_hundred_columns_and_writes_no_escapes(params string[] command)
    {
        var page = (await samples.RunAsync(command)).ShouldEndWith(0);
        ShouldFit(page.Output);
        page.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task stays_within_a_hundred_columns_whatever_the_words_and_ids_are()
    {
        var (id, word) = (new string('i', 100), new string('w', 290));
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(
        [
            Line.Of(new { entry = "party", id = new string('p', 100), name = word, kind = "organisation", aliases = new[] { "x" } }),
            Line.Party("family", name: string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦 لواء كورفاد 漢字 ", 10))),
            Line.Of(new { entry = "incident", id, headline = word, zone = "America/Argentina/ComodRivadavia", invented = true }),
            Line.Of(new { entry = "claim", id = new string('k', 100), incident = id, kind = "responsibility", text = word, actor = "family" }),
            Line.Says(new string('s', 100), new string('p', 100), "accuses", new string('k', 100), incident: id, text: word), Line.Says("s2", "family", "denies", new string('k', 100), incident: id, text: "漢字👨‍👩‍👧‍👦" + word)
        ]);
        foreach (var command in new[] { new[] { "board" }, ["state", id], ["history", id], ["drift", new string('p', 100)] }) ShouldFit((await ledger.RunAsync(command)).ShouldEndWith(0).Output);
    }

    [Fact]
    public async Task writes_no_colours_on_a_terminal_when_it_is_asked_not_to()
    {
        if (!File.Exists("/usr/bin/script")) Assert.Skip("Only script gives a command a terminal of its own.");
        async Task<string> OnTerminal(string? noColor)
        {
            using var process = LedgerProcess.Start(new() { ["LEDGER_CONNECTION"] = samples.Ledger.ConnectionString, ["NO_COLOR"] = noColor, ["TERM"] = "xterm-256color" },
                "/usr/bin/script", "-qec", $"dotnet '{LedgerProcess.Dll}' state jordan-drone", "/dev/null");
            process.StandardInput.Close();
            return (await process.EndAsync()).ShouldEndWith(0).Output;
        }
        var plain = await OnTerminal("1");
        plain.ShouldContain("jordan-drone");
        plain.ShouldNotMatch(@"\u001b\[[0-9;]*m");
        (await OnTerminal(null)).ShouldContain("\u001b[1m", Case.Sensitive, "on a terminal the status stands out");
    }

    [Fact]
    public async Task lists_every_incident_once_page_by_page()
    {
        var (listed, next) = (new List<string?>(), (string?)null);
        do
        {
            var page = (await samples.RunAsync(["board", "--limit", "4", "--json", .. next is null ? Array.Empty<string>() : ["--after", next]])).ShouldEndWith(0).Json;
            listed.AddRange(page.GetProperty("incidents").EnumerateArray().Select(incident => incident.GetProperty("id").GetString()));
            next = page.GetProperty("next").GetString();
        } while (next is not null);
        listed.ShouldBe(Samples.Incidents, ignoreOrder: true);
    }

    [Fact]
    public async Task marks_on_the_board_what_is_invented_and_what_is_closed()
    {
        var board = (await samples.RunAsync("board")).ShouldEndWith(0).Output;
        board.ShouldContain("harbour-smoke (closed)");
        Regex.Count(board, @"\[invented\]").ShouldBe(Samples.InventedIncidents.Length);
    }

    [Fact]
    public async Task tells_a_history_in_words_page_by_page()
    {
        var first = (await samples.RunAsync("history", "iraq-base-explosion", "--limit", "8")).ShouldEndWith(0).Output;
        first.ShouldContain("incident opened");
        first.ShouldContain("More: ledger history iraq-base-explosion --from 9");
        var rest = (await samples.RunAsync("history", "iraq-base-explosion", "--from", "9", "--json")).ShouldEndWith(0).Json;
        rest.GetProperty("events")[0].GetProperty("version").GetInt64().ShouldBe(9);
        rest.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("event").GetString()).ShouldContain("comment_declined");
        rest.GetProperty("next").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task says_how_to_begin_when_there_is_nothing()
    {
        await using var ledger = await postgres.EmptyAsync();
        (await ledger.RunAsync("board")).ShouldEndWith(0).Output.ShouldContain("ledger import SHEET");
    }

    private static void ShouldFit(string page)
    {
        page.ShouldNotContain("\u001b");
        foreach (var line in page.Split('\n')) new StringInfo(Shown(line.TrimEnd('\r'))).LengthInTextElements.ShouldBeLessThanOrEqualTo(Columns, line);
    }

    // What sets a direction apart takes no column.
    private static string Shown(string line) => line.Replace("\u2068", "").Replace("\u2069", "");
}
