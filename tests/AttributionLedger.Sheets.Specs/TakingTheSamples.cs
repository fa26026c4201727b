using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class TakingTheSamples
{
    [Theory]
    [InlineData("kharab-al-jir")]
    [InlineData("harbour-fire")]
    public async Task the_domain_takes_every_line_of_a_sample(string sample)
    {
        var ledger = new LedgerInMemory();
        ledger.Take(await LinesOf($"samples/{sample}.jsonl")).ShouldBeEmpty();
        ledger.Count.ShouldBeGreaterThan(50);
    }

    [Theory]
    [InlineData("kharab-al-jir")]
    [InlineData("harbour-fire")]
    public async Task a_sample_taken_twice_changes_nothing(string sample)
    {
        var ledger = new LedgerInMemory();
        var lines = await LinesOf($"samples/{sample}.jsonl");
        ledger.Take(lines);
        var before = ledger.Count;
        ledger.Take(lines).ShouldBeEmpty();
        ledger.Count.ShouldBe(before);
    }

    [Fact]
    public async Task the_invented_sample_shows_every_kind_of_entry_and_every_stance_strength_scope_and_issuance()
    {
        var lines = await LinesOf("samples/harbour-fire.jsonl");
        var text = string.Join("\n", lines.Select(line => line.Text));
        lines.Select(line => SheetLine.Peek(System.Text.Encoding.UTF8.GetBytes(line.Text)).Kind).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(KindsOfTheSchema());
        foreach (var word in Words<StanceKind>().Concat(Words<Strength>()).Concat(Words<Scope>()).Concat(Words<Issuance>()).Concat(Words<GroundRule>())
            .Concat(Words<Corrector>()).Concat(Words<IncidentLink>()).Concat(Words<Basis>()).Concat(Words<ClaimKind>()).Except(["flat", "witnessed"]))
            text.ShouldContain($"\"{word}\"");
    }

    [Fact]
    public async Task the_invented_sample_says_of_each_incident_that_it_is_invented()
    {
        var ledger = new LedgerInMemory();
        ledger.Take(await LinesOf("samples/harbour-fire.jsonl"));
        foreach (var incident in new[] { "harbour-fire", "oil-pier-blast", "sluice-gate", "harbour-smoke" })
        {
            var opened = ledger.Facts(incident).OfType<IncidentEvent.IncidentOpened>().ShouldHaveSingleItem();
            opened.Invented.ShouldBeTrue();
            opened.Headline.ShouldStartWith("Invented: ");
        }
    }

    [Fact]
    public async Task the_real_sample_quotes_nobody_at_length_and_names_no_source()
    {
        var ledger = new LedgerInMemory();
        ledger.Take(await LinesOf("samples/kharab-al-jir.jsonl"));
        string[] incidents = ["kharab-al-jir", "iraq-base-explosion", "jordan-drone", "us-strikes", "winter-attacks"];
        foreach (var statement in incidents.SelectMany(ledger.Facts).OfType<IncidentEvent.StatementLogged>().Select(logged => logged.Statement))
        {
            statement.Terms.Rule.ShouldBe(GroundRule.AsPublished);
            if (statement.Words is { Form: WordsForm.Verbatim } words) words.Text.Split(' ').Length.ShouldBeLessThanOrEqualTo(15);
        }
    }

    private static IEnumerable<string> Words<T>() where T : struct, Enum =>
        Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName);

    private static IEnumerable<string> KindsOfTheSchema() => LedgerSheetSchema.Kinds.Order(StringComparer.Ordinal);
}
