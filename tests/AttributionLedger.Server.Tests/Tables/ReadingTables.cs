using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Moments;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Tables;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Tables;

/// <summary>A table tells what the JSON of the same moment tells.</summary>
public class ReadingTables(SharedPostgres postgres)
{
    private static ReadingRequest[] Moments =>
        [new(), Tabled.InPublic, new("2023-03-06"), Tabled.InPublic with { SaidBy = "2023-03-06" }, new(KnownAt: "2023-03-07", Clock: Clock.Noted), Tabled.InPublic with { KnownAt = "2023-03-07", Clock = Clock.Noted }];

    [Fact]
    public async Task of_statements_tells_what_is_listed()
    {
        await using var samples = await postgres.WithSamplesAsync();
        foreach (var at in Moments)
        {
            var all = await samples.RowsAsync(TableOf.Statements, at: at, withStruck: true);
            foreach (var incident in Samples.Incidents)
            {
                var listed = await samples.AllStatementsAsync(new(Limit: 7), at, incident);
                var rows = await samples.RowsAsync(TableOf.Statements, incident, at, withStruck: true);
                rows.Select(row => (row["statement"], row["stance"], row.GetValueOrDefault("claim id"), row["status"], row.GetValueOrDefault("words"), row["strength"]))
                    .ShouldBe(listed.SelectMany(said => said.Stances.Select(taken => (said.Id, Spelling.Spelt(taken.Stance), taken.Claim, Spelling.Spelt(said.Status), said.Words?.Text, Spelling.Spelt(taken.Strength)))), $"{incident} {at}");
                (await samples.RowsAsync(TableOf.Statements, incident, at)).Select(row => row["statement"]).Distinct().ShouldBe(listed.Where(said => said.Status != StatementStatus.Struck).Select(said => said.Id), $"{incident} {at}");
                // A day is a day of the incident's here and of the newsroom's there; both are far from midnight in what was said.
                if (at.KnownAt is null && at.SaidBy is null) all.Where(row => row["incident"] == incident).Select(row => row["statement"]).ShouldBe(rows.Select(row => row["statement"]), $"{incident} {at}");
            }
            all.Select(row => row["incident"]).Distinct().ShouldBe(all.Select(row => row["incident"]).Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task of_positions_tells_where_each_party_stands()
    {
        await using var samples = await postgres.WithSamplesAsync();
        foreach (var at in Moments)
            foreach (var incident in Samples.Incidents)
            {
                var (rows, reading) = (await samples.RowsAsync(TableOf.Positions, incident, at), await samples.ReadAsync(incident, at));
                rows.Where(row => row.ContainsKey("claim id") && row.ContainsKey("stance")).Select(row => (row["claim id"], row["statement"], row["stance"], row.GetValueOrDefault("scope"), row.GetValueOrDefault("party id") ?? row["description"])).ShouldBe(
                    reading.Claims.SelectMany(claim => claim.Positions.Select(said => (claim.Id, said.Statement, Spelling.Spelt(said.Stance!.Value), said.Scope is { } scope ? Spelling.Spelt(scope) : null, said.Party.Kind == Parties.PartyKind.Unnamed ? said.Party.Name : said.Party.Id))),
                    ignoreOrder: true, $"{incident} {at}");
                rows.Where(row => row.ContainsKey("claim id") && row.ContainsKey("silence")).SelectMany(row => row["silence entry"].Split("; ").Select(entry => (row["claim id"], entry)))
                    .ShouldBe(reading.Claims.SelectMany(claim => claim.Beside.Select(said => (claim.Id, said.Statement))), ignoreOrder: true, $"{incident} {at}");
                rows.Select(row => (row.GetValueOrDefault("claim id"), row["party"], row.GetValueOrDefault("statement"))).ShouldBeUnique($"{incident} {at}");
            }
    }

    [Fact]
    public async Task of_positions_tells_who_refused_on_the_incident_as_a_whole()
    {
        await using var samples = await postgres.WithSamplesAsync();
        var army = (await samples.RowsAsync(TableOf.Positions, "iraq-base-explosion")).Single(row => row["party"] == "Israeli army");
        (army["silence"], army["silence entry"], army.ContainsKey("claim id"), army.ContainsKey("stance")).ShouldBe(("declines-to-comment", "s4", false, false));
    }

    [Fact]
    public async Task of_standings_tells_both_sides_and_the_status_of_every_incident()
    {
        await using var samples = await postgres.WithSamplesAsync();
        foreach (var at in Moments)
            foreach (var incident in Samples.Incidents)
            {
                var (rows, reading) = (await samples.RowsAsync(TableOf.Standings, incident, at), await samples.ReadAsync(incident, at));
                rows.Where(row => row.ContainsKey("actor")).Select(row => (row["actor id"], row.GetValueOrDefault("act"), row["named"], row["accused by"], row["answers"], row["disputed by"], row["phrase"])).ShouldBe(
                    reading.Standings.Select(standing => (standing.Actor.Id, standing.Act, Spelling.Spelt(standing.Named), $"{standing.AccusedBy}", Spelling.Spelt(standing.Answer.Answer), $"{standing.DisputedBy.Count}", standing.Phrase)), $"{incident} {at}");
                rows.Select(row => row["status phrase"]).Distinct().ShouldBe(reading.Status is { } status ? [status.Phrase] : [], $"{incident} {at}");
            }
    }

    [Fact]
    public async Task holds_nothing_in_postgresql_while_somebody_is_slow_and_tells_one_moment()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. Enumerable.Range(1, 120).Select(i => Line.Says($"s{i}", "brigade", text: $"Words {i}."))]);
        await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        foreach (var (at, last) in new[] { (Tabled.InPublic, "s122"), (Tabled.InPublic with { SaidBy = "2023-03-06" }, "s121") })
        {
            await using var rows = ((Answer<Table>.Given)await ledger.AskAsync(TableOf.Statements, at: at)).Shape.Rows.GetAsyncEnumerator();
            (await rows.MoveNextAsync()).ShouldBeTrue();
            (await ledger.Database.AskAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null and state like 'idle in transaction%'")).ShouldBe(0);
            // What is logged while it is read: later in the table of now, not in that of a moment.
            await ledger.TakeInAsync([Line.Claim($"new-{at.SaidBy}"), Line.Says(at.SaidBy is null ? "s121" : "s123", "harbour", claim: $"new-{at.SaidBy}")]);
            if (at.SaidBy is null) await ledger.TakeInAsync([Line.Says("s122", "harbour", "confirms")]);
            var ids = new List<string>();
            do ids.Add(rows.Current[6]); while (await rows.MoveNextAsync());
            ids.ShouldBe(Enumerable.Range(1, 122).Select(i => $"s{i}"), last);
        }
    }

    [Theory]
    [InlineData("2093-01-01", null, "moment-in-future")]
    [InlineData("yesterday", null, "time-unreadable")]
    [InlineData(null, "nowhere", "incident-unknown")]
    public async Task is_refused_before_anything_is_written(string? knownAt, string? incident, string code)
    {
        await using var ledger = await postgres.EmptyAsync();
        foreach (var of in Enum.GetValues<TableOf>()) (await ledger.AskAsync(of, incident, Tabled.InPublic with { KnownAt = knownAt })).ShouldBeOfType<Answer<Table>.Refused>().Rejection.Code.ShouldBe(code);
    }

    [Fact]
    public async Task of_a_moment_before_all_was_known_is_a_heading()
    {
        await using var samples = await postgres.WithSamplesAsync();
        foreach (var of in Enum.GetValues<TableOf>())
            foreach (var incident in new[] { null, "harbour-fire" })
                (await samples.TableAsync(of, incident, Tabled.InPublic with { KnownAt = "2020" })).Count(c => c == '\n').ShouldBe(1, $"{of}");
    }

    [Fact]
    public async Task by_the_command_line_writes_what_may_be_published_unless_told_otherwise()
    {
        await using var samples = await postgres.WithSamplesAsync();
        (await samples.RunAsync("table", "statements", "harbour-fire")).ShouldEndWith(0).Output.ShouldBe((await samples.TableAsync(TableOf.Statements, "harbour-fire")).TrimStart('\uFEFF'));
        var file = Path.Combine(Directory.CreateTempSubdirectory("ledger-tables-").FullName, "all.csv");
        (await samples.RunAsync("table", "statements", "--reading", "internal", "--struck", "--out", file)).ShouldEndWith(0);
        (await File.ReadAllTextAsync(file)).ShouldBe((await samples.TableAsync(TableOf.Statements, at: new(), withStruck: true)).TrimStart('\uFEFF'));
        (await File.ReadAllBytesAsync(file))[..3].ShouldBe(System.Text.Encoding.UTF8.Preamble.ToArray());
        (await samples.RunAsync("table", "standings", "--out", file)).ShouldEndWith(1).Error.ShouldContain("[file-exists]");
        (await samples.RunAsync("table", "standings", "nowhere")).ShouldEndWith(3).Error.ShouldContain("[incident-unknown]");
        (await samples.RunAsync("table", "positions", "--struck")).ShouldEndWith(2);
        (await samples.RunAsync("table", "positions", "harbour-fire", "--said-by", "2023-03-06", "--out", file, "--force")).ShouldEndWith(0);
        Tabled.Rows(await File.ReadAllTextAsync(file)).Count.ShouldBe((await samples.RowsAsync(TableOf.Positions, "harbour-fire", Tabled.InPublic with { SaidBy = "2023-03-06" })).Count);
    }
}
