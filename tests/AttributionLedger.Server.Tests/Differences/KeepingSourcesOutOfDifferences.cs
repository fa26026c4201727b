using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Differences;

/// <summary>Marker words stand in all that only the desk may know, and are searched in what the public is told of changes.</summary>
public class KeepingSourcesOutOfDifferences(SharedPostgres postgres)
{
    private const string Canary = "zyx";

    private static readonly string[] Sheet =
    [
        .. Line.Scene, Line.Party($"{Canary}-office"), Line.Unnamed("?1", "a docker", under: "harbour"), Line.Unnamed("?2", $"a clerk {Canary}"),
        Line.Says("s1", "brigade", "accuses", "k2", said: "2023-03-05"), Line.Says("s2", "?1", "accuses", "k2", "background", said: "2023-03-06"),
        Line.Says($"{Canary}1", "?2", "accuses", "k2", "deep-background", said: "2023-03-06"), Line.Says($"{Canary}2", "harbour", "denies", "k1", "off-the-record", said: "2023-03-06"),
        Line.Says($"{Canary}3", "harbour", "asserts", "k1", "background", said: "2023-03-07"), Line.Says($"{Canary}4", $"{Canary}-office", "asserts", "k1", setting: new { embargo = "2090-01-01T00:00Z" }, said: "2023-03-07"),
        Line.Says($"{Canary}5", "?2", "asserts", "k1", "background", said: "2023-03-07"),
        Line.Of(new { entry = "consent-withdrawn", id = $"{Canary}-c", incident = Line.Incident, statement = $"{Canary}5", reason = $"For {Canary}." }),
        Line.Of(new { entry = "strike", id = $"{Canary}-x", incident = Line.Incident, target = $"{Canary}1", reason = $"Because {Canary}." }),
        Line.Says("s3", "brigade", "asserts", "k1", said: "2023-03-08"),
        Line.Of(new { entry = "retraction", id = $"{Canary}-r", incident = Line.Incident, statement = "s1", said = "2023-03-09", reason = $"For {Canary}.", words = new { form = "verbatim", text = $"I am {Canary}." } }),
        Line.Of(new { entry = "strike", id = $"{Canary}-y", incident = Line.Incident, target = "s3", reason = $"Because {Canary}." })
    ];

    [Fact]
    public async Task nothing_that_only_the_desk_knows_is_told_of_any_two_moments()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        var known = (await ledger.Ledger.History.ReadAsync(Line.Incident, 1, 1_000, CancellationToken.None))!.Events.Select(e => e.Known.ToString("O")).Distinct().ToList();
        foreach (var from in known.Prepend("2020")) (await ToldAsync(ledger, new(FromKnownAt: from, Audience: Audience.Publishable))).ShouldNotContain(Canary, Case.Insensitive, from);
        foreach (var to in known) (await ToldAsync(ledger, new(FromKnownAt: "2020", ToKnownAt: to, Audience: Audience.Publishable))).ShouldNotContain(Canary, Case.Insensitive, to);
        foreach (var day in new[] { "2023-03-04", "2023-03-05", "2023-03-06", "2023-03-07", "2023-03-08" }) (await ToldAsync(ledger, new(day, Along: Clocks.Said, Audience: Audience.Publishable))).ShouldNotContain(Canary, Case.Insensitive, day);
        (await ToldAsync(ledger, new("2020"))).ShouldContain(Canary, Case.Sensitive, "the desk sees it");
    }

    [Fact]
    public async Task that_a_source_counts_under_another_changes_a_number_and_names_nobody()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Unnamed("?1", "a docker"), Line.Says("s1", "brigade", "accuses", "k2"), Line.Says("s2", "?1", "accuses", "k2", "background")]);
        var before = (await ledger.Ledger.History.ReadAsync(Line.Incident, 1, 1_000, CancellationToken.None))!.Events[^1];
        var docker = (await ledger.ReadAsync(Line.Incident)).Standings[0].Sources.SelectMany(source => source.Speakers).Single(speaker => speaker.Name == "a docker").Id;
        await ledger.TakeInAsync([Line.Of(new { entry = "affiliation", party = docker, partOf = "brigade" })]);
        var request = new DifferenceRequest(FromKnownAt: before.Known.ToString("O"), Audience: Audience.Publishable);
        var change = (await ReadAsync(ledger, request)).Changes.Where(change => change.Kind == PartKind.AccusedBy).ShouldHaveSingleItem();
        (change.Before!.Count, change.After!.Count).ShouldBe((2, 1));
        change.Because.ShouldBeEmpty();
        change.Phrase.ShouldBe("The korvad is now accused by 1: The brigade, was accused by 2");
        (await ReadAsync(ledger, request with { Audience = Audience.Internal })).Changes.Single(other => other.Kind == PartKind.AccusedBy).Phrase.ShouldContain("that a docker is part of The brigade");
    }

    private static async Task<string> ToldAsync(TestLedger ledger, DifferenceRequest request) => JsonSerializer.Serialize(await ReadAsync(ledger, request), ShapeJson.Options);

    private static async Task<DifferenceShape> ReadAsync(TestLedger ledger, DifferenceRequest request) =>
        (await ledger.Ledger.Differences.ReadAsync(Line.Incident, request, DifferenceReader.Limit, CancellationToken.None)).ShouldBeOfType<DifferenceAnswer.Read>().Shape;
}
