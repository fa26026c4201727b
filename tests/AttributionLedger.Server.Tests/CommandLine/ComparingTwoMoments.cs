namespace AttributionLedger.Server.Tests.CommandLine;

public class ComparingTwoMoments(SampleLedger samples) : IClassFixture<SampleLedger>
{
    [Fact]
    public async Task prints_each_change_with_its_reason()
    {
        var page = string.Join(' ', (await samples.RunAsync("diff", "sluice-gate", "2023-05-04", "2023-05-11", "--along", "said")).ShouldEndWith(0).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        page.ShouldContain("* Ninth Lantern is now withdrawn (claim), was claimed, because its statement of 3 May was withdrawn by the speaker on 10 May.");
        page.ShouldContain("(recorded clock, internal reading, rules 1)");
    }

    [Fact]
    public async Task fits_a_hundred_columns() =>
        (await samples.RunAsync("diff", "harbour-fire", "2020")).ShouldEndWith(0).Output.Split('\n').ShouldAllBe(line => line.Length <= 100);

    [Fact]
    public async Task gives_a_program_what_the_api_gives()
    {
        var json = (await samples.RunAsync("diff", "harbour-fire", "2023-03-05", "--along", "said", "--reading", "publishable", "--rules", "2", "--limit", "2", "--json")).ShouldEndWith(0).Json;
        json.EnumerateObject().Select(property => property.Name).ShouldBe(["incident", "zone", "from", "to", "clock", "reading", "rules", "changes", "leftOut", "note"]);
        json.GetProperty("changes").GetArrayLength().ShouldBe(2);
        json.GetProperty("rules").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("[from-missing]", "harbour-fire")]
    [InlineData("FROM: The moment", "harbour-fire", "2024", "2023")]
    [InlineData("--from-known-at: ", "harbour-fire", "--from-known-at", "yesterday")]
    [InlineData("[limit-out-of-range]", "harbour-fire", "2023", "--rules", "3")]
    public async Task that_cannot_be_compared_is_an_error_of_usage(string error, params string[] args) =>
        (await samples.RunAsync(["diff", .. args])).ShouldEndWith(2).Error.ShouldContain(error);

    [Fact]
    public async Task of_an_unknown_incident_finds_nothing() => (await samples.RunAsync("diff", "nowhere", "2023")).ShouldEndWith(3).Error.ShouldContain("[incident-unknown]");
}
