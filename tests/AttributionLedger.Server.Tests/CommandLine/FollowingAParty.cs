namespace AttributionLedger.Server.Tests.CommandLine;

public class FollowingAParty(SampleLedger samples) : IClassFixture<SampleLedger>
{
    [Fact]
    public async Task shows_each_step_with_what_changed_in_the_words()
    {
        var page = (await samples.RunAsync("drift", "hospital", "--incident", "harbour-fire")).ShouldEndWith(0).Output;
        page.ShouldContain("first said: asserts [s3]");
        page.ShouldContain("[-\u2068fourteen\u2069-]{+\u2068thirteen\u2069+}");
        page.ShouldContain("beside: fell silent: made no one");
    }

    [Fact]
    public async Task goes_by_both_clocks()
    {
        var json = (await samples.RunAsync("drift", "hospital", "--incident", "harbour-fire", "--claim", "f3", "--said-by", "2023-03-05T12:30+02:00", "--json")).ShouldEndWith(0).Json;
        json.GetProperty("incidents")[0].GetProperty("claims")[0].GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("entry").GetString()).ShouldBe(["s3", "s4"]);
        (await samples.RunAsync("drift", "hospital", "--known-at", "2023-03-01", "--json")).ShouldEndWith(0).Json.GetProperty("incidents").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(3, "party-unknown", "nobody")]
    [InlineData(3, "incident-unknown", "hospital", "--incident", "none")]
    [InlineData(3, "claim-unknown", "hospital", "--incident", "harbour-fire", "--claim", "none")]
    [InlineData(2, "parameter-missing", "hospital", "--claim", "f3")]
    [InlineData(2, "drift-of-unnamed", "unnamed-000000000000")]
    [InlineData(2, "limit-out-of-range", "hospital", "--limit", "0")]
    [InlineData(2, "moment-in-future", "hospital", "--said-by", "2190")]
    public async Task says_what_is_wrong_with_a_question(int exit, string code, params string[] asked)
    {
        var ended = (await samples.RunAsync(["drift", .. asked])).ShouldEndWith(exit);
        ended.Error.ShouldContain($"[{code}]");
        ended.Output.ShouldBeEmpty();
    }
}
