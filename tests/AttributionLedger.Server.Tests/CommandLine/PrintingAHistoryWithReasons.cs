namespace AttributionLedger.Server.Tests.CommandLine;

public class PrintingAHistoryWithReasons(SampleLedger samples) : IClassFixture<SampleLedger>
{
    [Fact]
    public async Task tells_what_each_event_changed() =>
        Flat((await samples.RunAsync("history", "sluice-gate", "--changes")).ShouldEndWith(0).Output).ShouldContain("→ The incident is closed, was open");

    [Fact]
    public async Task marks_what_was_taken_out_and_put_in_isolated_from_the_text_around() =>
        (await samples.RunAsync("history", "harbour-fire", "--limit", "1000")).ShouldEndWith(0).Output.ShouldContain("{+\u2068");

    [Fact]
    public async Task takes_shorter_pages() => (await samples.RunAsync("history", "sluice-gate", "--changes", "--limit", "101")).ShouldEndWith(2).Error.ShouldContain("[limit-out-of-range]");

    private static string Flat(string output) => string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
