using System.Globalization;
using System.Text.Json;

namespace AttributionLedger.Server.Tests.CommandLine;

public class LookingBack(SampleLedger samples) : IClassFixture<SampleLedger>
{
    private static readonly string[] Early = ["--known-at", "2023-03-05T12:00+02:00", "--clock", "noted"], Notebook = ["--known-at", "2023-03-07", "--clock", "noted"];

    [Fact]
    public async Task lists_statements_for_people_and_for_programs()
    {
        var page = (await samples.RunAsync("statements", "harbour-fire", "--party", "tresk", "--limit", "1", "--reading", "publishable")).ShouldEndWith(0).Output;
        page.ShouldContain("Odo Tresk");
        foreach (var line in page.Split('\n')) line.TrimEnd().Length.ShouldBeLessThanOrEqualTo(100, line);
        var json = (await samples.RunAsync("statements", "harbour-fire", "--party", "tresk", "--json")).ShouldEndWith(0).Json;
        json.GetProperty("reading").GetString().ShouldBe("internal");
        json.GetProperty("statements").EnumerateArray().ShouldAllBe(statement => statement.GetProperty("by")[0].GetProperty("id").GetString() == "tresk");
    }

    [Fact]
    public async Task goes_on_with_what_was_asked_for()
    {
        var first = (await samples.RunAsync(["statements", "harbour-fire", "--order", "newest", "--limit", "1", .. Notebook])).ShouldEndWith(0).Output;
        // A line is broken where the page ends.
        var more = first[first.IndexOf("More: ledger ", StringComparison.Ordinal)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[2..];
        more.ShouldBe(["statements", "harbour-fire", "--order", "newest", "--limit", "1", .. Notebook, "--after", more[^1]], ignoreOrder: true);
        var pages = new List<string?>();
        for (string? next = more[^1]; next is not null;)
        {
            var page = (await samples.RunAsync([.. more[..^1], next, "--json"])).ShouldEndWith(0).Json;
            pages.AddRange(page.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetString()));
            next = page.GetProperty("next").GetString();
        }
        var all = (await samples.RunAsync(["statements", "harbour-fire", "--order", "newest", "--limit", "100", "--json", .. Notebook])).ShouldEndWith(0).Json;
        pages.ShouldBe(all.GetProperty("statements").EnumerateArray().Skip(1).Select(statement => statement.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task shows_one_statement_with_what_was_done_to_it()
    {
        var now = (await samples.RunAsync("statements", "harbour-fire", "--status", "retracted", "--json")).ShouldEndWith(0).Json.GetProperty("statements")[0];
        var id = now.GetProperty("id").GetString()!;
        var page = (await samples.RunAsync("statement", "harbour-fire", id)).ShouldEndWith(0).Output;
        page.ShouldContain("withdrawn by the speaker");
        page.ShouldContain("Terms: ");
        (await samples.RunAsync("statement", "harbour-fire", id, "--known-at", "2023-01-01")).ShouldEndWith(3).Error.ShouldContain("[statement-unknown]");
        (await samples.RunAsync("statement", "harbour-fire", id, "--json")).ShouldEndWith(0).Json.GetProperty("status").GetString().ShouldBe("retracted");
    }

    [Fact]
    public async Task lists_requests_with_their_answers()
    {
        (await samples.RunAsync("requests", "harbour-fire")).ShouldEndWith(0).Output.ShouldContain("pending");
        (await samples.RunAsync("requests", "harbour-fire", "--said-by", "2023-03-05T10:06+02:00", "--json")).ShouldEndWith(0).Json
            .GetProperty("requests").EnumerateArray().Select(request => request.GetProperty("id").GetString()).ShouldBe(["r1", "r2"]);
        (await samples.RunAsync("requests", "harbour-fire", "--said-by", "2023-03-04")).ShouldEndWith(0).Output.ShouldContain("No request for comment is in this reading.");
    }

    [Fact]
    public async Task lists_parties_and_shows_one()
    {
        (await samples.RunAsync("parties", "--name", "Korvad", "--kind", "armed-group")).ShouldEndWith(0).Output.ShouldContain("korvad-bn");
        var party = (await samples.RunAsync("party", "insurer")).ShouldEndWith(0).Output;
        party.ShouldContain("Selinet and General Mutual");
        party.ShouldContain("Earlier: Selinet Mutual");
        (await samples.RunAsync("parties", "--known-at", "2023-01-01")).ShouldEndWith(0).Output.ShouldContain("No such party is in this reading.");
        (await samples.RunAsync("party", "insurer", "--known-at", "2023-01-01")).ShouldEndWith(3).Error.ShouldContain("[party-unknown]");
    }

    [Fact]
    public async Task takes_the_moments_for_the_board_and_the_history()
    {
        (await samples.RunAsync("board", "--known-at", "2023-01-01")).ShouldEndWith(0).Output.ShouldContain("At this moment no incident was on record.");
        (await samples.RunAsync(["board", "--json", .. Early])).ShouldEndWith(0).Json.GetProperty("incidents")[0].GetProperty("id").GetString().ShouldBe("harbour-fire");
        var history = (await samples.RunAsync(["history", "harbour-fire", "--limit", "1000", "--json", .. Early])).ShouldEndWith(0).Json.GetProperty("events");
        history.GetArrayLength().ShouldBeGreaterThan(0);
        history.EnumerateArray().ShouldAllBe(e => e.GetProperty("noted").ValueKind == JsonValueKind.String);
    }

    [Theory]
    [InlineData("board")]
    [InlineData("history", "harbour-fire")]
    [InlineData("statements", "harbour-fire")]
    [InlineData("statement", "harbour-fire", "s8")]
    [InlineData("requests", "harbour-fire")]
    [InlineData("parties")]
    [InlineData("party", "tide")]
    public async Task to_a_moment_that_is_none_is_an_error_of_usage(params string[] command)
    {
        var ended = (await samples.RunAsync([.. command, "--known-at", "2024-04-22T14:05"])).ShouldEndWith(2);
        ended.Error.ShouldStartWith("ledger: --known-at: ");
        ended.Error.ShouldContain("[time-without-offset]");
        ended.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("statements", "nowhere", "incident-unknown")]
    [InlineData("requests", "nowhere", "incident-unknown")]
    [InlineData("party", "nobody", "party-unknown")]
    public async Task at_what_is_not_on_record_finds_nothing(string command, string id, string code) =>
        (await samples.RunAsync(command, id)).ShouldEndWith(3).Error.ShouldContain($"[{code}]");

    [Theory]
    [InlineData("statements", "harbour-fire", "--limit", "101", "[limit-out-of-range]")]
    [InlineData("statements", "harbour-fire", "--after", "nonsense", "[cursor-malformed]")]
    [InlineData("statements", "harbour-fire", "--stance", "mumbles", "[usage]")]
    public async Task with_a_question_that_cannot_be_answered_is_an_error_of_usage(string command, string id, string option, string value, string code) =>
        (await samples.RunAsync(command, id, option, value)).ShouldEndWith(2).Error.ShouldContain(code);

    [Fact]
    public async Task means_a_day_of_the_newsroom_where_it_goes_across_incidents()
    {
        // A day that has just begun in the east has not come in the west.
        var day = DateTimeOffset.UtcNow.AddHours(13).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        async Task<int> CodeAsync(string zone) => (await Support.LedgerProcess.RunWithAsync(
            new() { ["LEDGER_CONNECTION"] = samples.Ledger.Access.Application, ["LEDGER_MAINTENANCE"] = samples.Ledger.Access.Maintenance, ["LEDGER_ZONE"] = zone }, null, "board", "--known-at", day)).Code;
        (await CodeAsync("Pacific/Kiritimati")).ShouldBe(0);
        (await CodeAsync("Pacific/Pago_Pago")).ShouldBe(2);
    }
}
