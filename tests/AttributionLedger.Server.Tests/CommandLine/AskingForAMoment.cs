using System.Text.Json;

namespace AttributionLedger.Server.Tests.CommandLine;

public class AskingForAMoment(SampleLedger samples) : IClassFixture<SampleLedger>
{
    [Fact]
    public async Task before_the_import_gives_an_empty_reading_that_says_why()
    {
        var json = (await samples.RunAsync("state", "kharab-al-jir", "--known-at", "2024-04-22", "--json")).ShouldEndWith(0).Json;
        json.GetProperty("note").GetString().ShouldBe("At this moment nothing of the incident was on record.");
        json.GetProperty("status").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("claims").GetArrayLength().ShouldBe(0);
        (await samples.RunAsync("state", "kharab-al-jir", "--known-at", "2024-04-22")).ShouldEndWith(0).Output.ShouldContain("nothing of the incident was on record");
    }

    [Fact]
    public async Task by_the_noted_clock_gives_what_the_notebook_knew()
    {
        var json = (await samples.RunAsync("state", "harbour-fire", "--known-at", "2023-03-05T01:00+02:00", "--clock", "noted", "--json")).ShouldEndWith(0).Json;
        json.GetProperty("asOf").GetProperty("clock").GetString().ShouldBe("noted");
        json.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("id").GetString()).ShouldBe(["f1", "f4", "f5"]);
    }

    [Fact]
    public async Task by_when_it_was_said_leaves_out_what_was_said_later()
    {
        var json = (await samples.RunAsync("state", "harbour-fire", "--said-by", "2023-03-05T12:00+02:00", "--json")).ShouldEndWith(0).Json;
        json.GetProperty("asOf").GetProperty("saidBy").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2023, 3, 5, 10, 0, 0, TimeSpan.Zero));
        json.GetRawText().ShouldContain("\"s8\"");
        json.GetRawText().ShouldNotContain("\"s9\"");
    }

    [Fact]
    public async Task gives_a_program_every_documented_field()
    {
        var json = (await samples.RunAsync("state", "harbour-fire", "--json", "--reading", "publishable")).ShouldEndWith(0).Json;
        json.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["incident", "asOf", "rules", "status", "acts", "standings", "answered", "asked", "claims", "comments", "guards", "note"]);
        json.GetProperty("asOf").GetProperty("reading").GetString().ShouldBe("publishable");
        json.GetProperty("guards").GetArrayLength().ShouldBe(0, "a warning can give a source away");
    }

    [Theory]
    [InlineData("--known-at", "2024-04-22T14:05", "time-without-offset")]
    [InlineData("--known-at", "2024-02-30", "time-impossible")]
    [InlineData("--known-at", "2190-01-01", "moment-in-future")]
    [InlineData("--said-by", "2190", "moment-in-future")]
    [InlineData("--said-by", "yesterday", "time-unreadable")]
    [InlineData("--said-by", "2024-04-20/2024-04-22", "moment-interval")]
    [InlineData("--said-by", "2024-04-20~", "moment-qualified")]
    public async Task that_is_none_is_an_error_of_usage(string option, string moment, string code)
    {
        var ended = (await samples.RunAsync("state", "kharab-al-jir", option, moment)).ShouldEndWith(2);
        ended.Error.ShouldStartWith($"ledger: {option}: ");
        ended.Error.ShouldContain($"[{code}]");
        ended.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("state", "kharab-al-jir", "--colour", "blue")]
    [InlineData("state", "kharab-al-jir", "--clock", "sundial")]
    [InlineData("board", "--limit", "0")]
    [InlineData("board", "--after", "nonsense")]
    [InlineData("history", "kharab-al-jir", "--from", "0")]
    [InlineData("state")]
    [InlineData("gossip")]
    public async Task with_words_that_the_command_line_does_not_know_is_an_error_of_usage(params string[] args)
    {
        var ended = (await samples.RunAsync(args)).ShouldEndWith(2);
        ended.Error.ShouldStartWith("ledger: ");
        ended.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("state")]
    [InlineData("history")]
    public async Task of_an_unknown_incident_finds_nothing(string command) =>
        (await samples.RunAsync(command, "nowhere")).ShouldEndWith(3).Error.ShouldContain("[incident-unknown]");
}
