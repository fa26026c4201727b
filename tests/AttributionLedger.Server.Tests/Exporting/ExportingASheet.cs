using AttributionLedger.Server.Tests.Histories;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Exporting;

/// <summary>A ledger that takes in what another exports reads in public what that one reads.</summary>
public class ExportingASheet(SharedPostgres postgres)
{
    private const string Under = ", \"under\": \"brigade\"";

    [Fact]
    public async Task of_the_samples_reads_as_they_do_and_exports_the_same_again()
    {
        await using var source = await postgres.EmptyAsync();
        await source.TakeInAsync(Samples.Article);
        Samples.Invented.ShouldContain(line => line.Contains(Under));
        await source.TakeInAsync(Samples.Invented.Select(line => line.Replace(Under, "", StringComparison.Ordinal)));
        await ShouldGoRoundAsync(source);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(37, 8)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task of_a_random_history_reads_as_it_does_and_exports_the_same_again(int seed)
    {
        await using var source = await postgres.EmptyAsync();
        // Under whom a source speaks is never told, so that it counts for itself.
        await source.TakeInAsync(new RandomSheet(seed).Lines().Select(line => System.Text.RegularExpressions.Regex.Replace(line, ",\"under\":\"[^\"]*\"", "")));
        await ShouldGoRoundAsync(source);
    }

    [Theory, InlineData(51), InlineData(52)]
    public async Task of_sources_that_speak_under_somebody_exports_the_same_again(int seed)
    {
        await using var source = await postgres.EmptyAsync();
        await source.TakeInAsync(new RandomSheet(seed).Lines());
        await using var exported = await postgres.OfItsExportAsync(source);
        (await exported.ExportAsync()).ShouldBe(await source.ExportAsync());
    }

    [Fact]
    public async Task keeps_the_order_of_what_was_said_at_some_time_that_had_not_ended()
    {
        await using var source = await postgres.EmptyAsync();
        // Said in an interval that is still open: a ledger that takes it in later must not put it behind the denial of today.
        await source.TakeInAsync([.. Line.Scene, Line.Says("s1", "korvad", "acknowledges", "k2", said: "2023-03-05/")]);
        await source.TakeInAsync([Line.Of(new { entry = "statement", id = "s2", incident = Line.Incident, by = "korvad", said = Now, stances = new[] { new { stance = "denies", claim = "k2", scope = "act" } }, terms = "on-the-record" })]);
        await ShouldGoRoundAsync(source);
    }

    [Fact]
    public async Task keeps_what_a_speaker_took_back_in_part()
    {
        await using var source = await postgres.EmptyAsync();
        await source.TakeInAsync(
        [
            .. Line.Scene, Line.Claim("k3"),
            Line.Of(new { entry = "statement", id = "s1", incident = Line.Incident, by = "brigade", said = "2023-03-05", stances = new[] { new { stance = "accuses", claim = "k2" }, new { stance = "asserts", claim = "k3" } }, terms = "on-the-record" }),
            Line.Of(new { entry = "correction", incident = Line.Incident, statement = "s1", whose = "speaker", said = "2023-03-06", reason = "x", stances = new[] { new { stance = "denies", claim = "k3" } } })
        ]);
        await ShouldGoRoundAsync(source);
        (await source.ExportAsync()).ShouldContain("\"correction\"");
    }

    [Fact]
    public async Task keeps_what_is_known_of_parties_and_incidents_now()
    {
        await using var source = await postgres.EmptyAsync();
        await source.TakeInAsync(
        [
            .. Line.Scene, Line.Party("fleet"), Line.Party("old"), Line.Party("state"), Line.Opening("closed"), Line.Opening("merged"),
            Line.Of(new { entry = "affiliation", id = "a", party = "fleet", partOf = "state", from = "2020" }), Line.Of(new { entry = "affiliation-ended", party = "fleet", affiliation = "a", until = "2023-03-04" }),
            Line.Of(new { entry = "affiliation", party = "harbour", speaksFor = "state" }), Line.Of(new { entry = "rename", party = "harbour", name = "The Port", reason = "x" }),
            Line.Of(new { entry = "merge-party", party = "old", into = "fleet", reason = "x" }),
            Line.Of(new { entry = "claim", id = "k5", incident = Line.Incident, kind = "responsibility", text = "The state.", actor = "state" }),
            Line.Says("s1", "old", "accuses", "k2"), Line.Says("s2", "harbour", "denies", "k5"), Line.Says("s3", "post", "asserts", "k1"), Line.Says("s4", "post", "accuses", "k2", relayOf: "s1"),
            Line.Of(new { entry = "link", incident = "closed", other = "merged", link = "follows", reason = "x" }),
            Line.Of(new { entry = "close", incident = "closed", reason = "x" }), Line.Of(new { entry = "merge", incident = "merged", into = Line.Incident, reason = "x" })
        ]);
        await ShouldGoRoundAsync(source);
    }

    [Fact]
    public async Task of_one_incident_names_no_other()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var sheet = await samples.ExportAsync("oil-pier-blast");
        foreach (var other in Samples.Incidents.Where(id => id != "oil-pier-blast")) sheet.ShouldNotContain($"\"{other}\"");
        sheet.ShouldNotContain("hospital");
        await using var exported = await postgres.EmptyAsync();
        await exported.TakeInAsync(sheet.Split('\n'));
        (await exported.ExportAsync()).ShouldBe(sheet);
    }

    [Fact]
    public async Task by_the_command_line_writes_a_sheet_that_import_takes()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var sheet = (await samples.RunAsync("export")).ShouldEndWith(0).Output;
        sheet.ShouldBe(await samples.ExportAsync());
        var file = Path.Combine(Directory.CreateTempSubdirectory("ledger-exports-").FullName, "public.jsonl");
        (await samples.RunAsync("export", file, "--incident", "jordan-drone", "--incident", "us-strikes", "--json")).ShouldEndWith(0).Json.GetProperty("incidents").GetInt32().ShouldBe(2);
        await using var other = await postgres.EmptyAsync();
        (await other.RunAsync("import", file)).ShouldEndWith(0);
        (await samples.RunAsync("export", file)).ShouldEndWith(1).Error.ShouldContain("[file-exists]");
        (await samples.RunAsync("export", file, "--force", "--incident", "nowhere")).ShouldEndWith(3).Error.ShouldContain("[incident-unknown]");
        (await File.ReadAllTextAsync(file)).ShouldContain("jordan-drone");
    }

    private static string Now => DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    private async Task ShouldGoRoundAsync(TestLedger source)
    {
        await using var exported = await postgres.OfItsExportAsync(source);
        await exported.ShouldReadInPublicAsAsync(source);
        (await exported.ExportAsync()).ShouldBe(await source.ExportAsync());
    }
}
