using System.Net;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Questions;

/// <summary>What cannot be read is refused alike wherever it is asked: 400 over HTTP, exit code 2 on the command line, one code.</summary>
public class AskingWhatIsNoQuestion(SampleApi api) : IClassFixture<SampleApi>
{
    private const string Fire = "harbour-fire";

    [Theory]
    [InlineData("saidBy", "2023-03-05T14:05", "time-without-offset")]
    [InlineData("knownAt", "2023-03-05T14:05", "time-without-offset")]
    [InlineData("saidBy", "2023-02-30", "time-impossible")]
    [InlineData("knownAt", "2023-03-05T25:00+02:00", "time-impossible")]
    [InlineData("knownAt", "2190-01-01T00:00Z", "moment-in-future")]
    [InlineData("saidBy", "2190", "moment-in-future")]
    [InlineData("knownAt", "2023-03-05/2023-03-06", "moment-interval")]
    [InlineData("saidBy", "2023-03-05/..", "moment-open")]
    [InlineData("saidBy", "../2023-03-05", "moment-open")]
    [InlineData("knownAt", "2023-03-05~", "moment-qualified")]
    [InlineData("saidBy", "2023-03?", "moment-qualified")]
    [InlineData("knownAt", "2023-03%", "moment-qualified")]
    [InlineData("saidBy", "five past two", "time-unreadable")]
    [InlineData("rules", "0", "limit-out-of-range")]
    [InlineData("rules", "3", "limit-out-of-range")]
    public async Task of_one_moment_is_refused_alike(string parameter, string value, string code)
    {
        await ShouldRefuseOverHttpAsync($"state?reading=internal&clock=noted&{parameter}={Uri.EscapeDataString(value)}", parameter, code);
        var option = parameter switch { "saidBy" => "--said-by", "knownAt" => "--known-at", _ => $"--{parameter}" };
        await ShouldRefuseOnTheCommandLineAsync(code, "state", Fire, "--clock", "noted", option, value);
    }

    [Theory]
    [InlineData("2023-03-06", "2023-03-05", "from-after-to")]
    [InlineData("2023-03-05T14:05", "2023-03-06", "time-without-offset")]
    [InlineData("2023-02-30", "2023-03-06", "time-impossible")]
    [InlineData("2023-03-05", "2190", "moment-in-future")]
    [InlineData("2023-03-05/2023-03-06", "2023-03-07", "moment-interval")]
    [InlineData("2023-03-05/..", "2023-03-07", "moment-open")]
    [InlineData("2023-03-05~", "2023-03-07", "moment-qualified")]
    public async Task of_two_moments_is_refused_alike(string from, string to, string code)
    {
        await ShouldRefuseOverHttpAsync($"diff?reading=internal&clock=noted&from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}", Field(code), code);
        await ShouldRefuseOnTheCommandLineAsync(code, "diff", Fire, from, to, "--clock", "noted");
    }

    [Theory]
    [InlineData("2023-03-06", "2023-03-05", "from-after-to")]
    [InlineData("2023-03-05T14:05", "2023-03-06", "time-without-offset")]
    [InlineData("2023-02-30", "2023-03-06", "time-impossible")]
    [InlineData("2023-03-05", "2190", "moment-in-future")]
    [InlineData("2023-03-05/2023-03-06", "2023-03-07", "moment-interval")]
    [InlineData("2023-03-05/..", "2023-03-07", "moment-open")]
    [InlineData("2023-03-05~", "2023-03-07", "moment-qualified")]
    public async Task of_a_replay_is_refused_alike(string from, string to, string code)
    {
        await ShouldRefuseOverHttpAsync($"replay?reading=internal&clock=noted&from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}", Field(code), code);
        await ShouldRefuseOnTheCommandLineAsync(code, "replay", Fire, "--from", from, "--to", to, "--clock", "noted");
    }

    // Of two moments only the later can be one that has not come: the earlier would be after it.
    private static string Field(string code) => code == "moment-in-future" ? "to" : "from";

    private async Task ShouldRefuseOverHttpAsync(string read, string field, string code)
    {
        using var answer = await api.Host.Http.GetAsync($"/api/incidents/{Fire}/{read}");
        var problem = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, problem);
        var error = JsonDocument.Parse(problem).RootElement.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        (error.GetProperty("code").GetString(), error.GetProperty("field").GetString()).ShouldBe((code, field), problem);
    }

    private async Task ShouldRefuseOnTheCommandLineAsync(string code, params string[] args)
    {
        var ended = (await api.Host.Ledger.RunAsync([.. args, "--json"])).ShouldEndWith(2);
        ended.Error.ShouldContain($"[{code}]");
        ended.Output.ShouldBeEmpty();
    }
}
