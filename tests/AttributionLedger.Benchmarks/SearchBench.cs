using System.Diagnostics;
using AttributionLedger.Attribution;
using AttributionLedger.Benchmarks.Ours;
using AttributionLedger.MadeUpLedgers;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Statements;
using Npgsql;

namespace AttributionLedger.Benchmarks;

/// <summary>
/// Searches a made-up ledger in seven languages for what it is known to hold, and measures each question beside the same
/// question asked of the index by hand: the raw query that counts, ranks and takes the first page, and nothing else.
/// </summary>
internal static class SearchBench
{
    private const int Rounds = 15;

    /// <returns>1 when something was not found that is there, or found that is not.</returns>
    public static async Task<int> RunAsync(int statements)
    {
        await using var scratch = await Scratch.StartAsync();
        await FillAsync(scratch, statements);
        var engine = scratch.Ledger.Search;
        await using var source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(scratch.Connection) { MaxAutoPrepare = 64, AutoPrepareMinUsages = 2 }.ConnectionString).Build();

        var (wrong, ours, raw) = (0, new List<double>(), new List<double>());
        Console.WriteLine($"{"question",-34} {"found",8} {"ours, ms",9} {"raw, ms",9} {"ratio",6}");
        foreach (var known in ManyTongues.Answers)
        {
            var query = new SearchQuery(known.Text, SearchKind.Statement, Party: known.Party, Stance: known.Denying ? StanceKind.Denies : null);
            var expected = Enumerable.Range(0, statements).Count(number => known.Fits(new(number)));
            var page = await FindAsync(engine, query);
            var isRight = page.Count == Math.Min(expected, SearchEngine.CountLimit) && page.Found.All(found => known.Fits(new(int.Parse(found.Statement!.Id[1..]))));
            if (!isRight) wrong++;
            var asked = await engine.ExplainAsync(query, new ReadingRequest(), CancellationToken.None);
            var (own, theirs) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                own.Add(await TimeAsync(() => FindAsync(engine, query)));
                theirs.Add(await TimeAsync(() => RawAsync(source, asked)));
            }
            ours.Add(Median(own));
            raw.Add(Median(theirs));
            Console.WriteLine($"{known.Text,-34} {page.Count,8:N0} {ours[^1],9:F1} {raw[^1],9:F1} {ours[^1] / raw[^1],6:F2}{(isRight ? "" : $"   WRONG: {expected:N0} expected")}");
        }
        Console.WriteLine($"all: {ours.Sum():F0} ms against {raw.Sum():F0} ms, {ours.Sum() / raw.Sum():F2} times (goal: at most 1.2); median of the ratios {Median([.. ours.Zip(raw, (own, theirs) => own / theirs)]):F2}");
        await FreshAsync(scratch);
        await SuggestAsync(scratch);
        return wrong > 0 ? 1 : 0;
    }

    private static async Task FillAsync(Scratch scratch, int statements)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllLinesAsync(path, ManyTongues.Sheet(statements));
        var clock = Stopwatch.StartNew();
        using (var sheet = Importing.SheetFile.Open(path))
        {
            var report = await scratch.Ledger.Import.RunAsync(sheet, dryRun: false, "bench", new Progress<Importing.ImportProgress>(), CancellationToken.None);
            if (report.IsRefused) throw new InvalidOperationException(report.Errors[0].Message);
        }
        File.Delete(path);
        Console.WriteLine($"{statements:N0} statements in {ManyTongues.Incidents} incidents taken in and searchable after {clock.Elapsed.TotalSeconds:F0} s");
        await using var source = NpgsqlDataSource.Create(scratch.Connection);
        await using var vacuum = source.CreateCommand("vacuum analyze ledger.search_text");
        vacuum.CommandTimeout = 600;
        await vacuum.ExecuteNonQueryAsync();
    }

    private static async Task<SearchShape> FindAsync(SearchEngine engine, SearchQuery query) =>
        await engine.FindAsync(query, new ReadingRequest(), CancellationToken.None) is Answer<SearchShape>.Given given ? given.Shape : throw new InvalidOperationException("The question was refused.");

    /// <summary>What one would write by hand for the same page: count what matches, and rank it all.</summary>
    private static async Task<int> RawAsync(NpgsqlDataSource source, (string Matching, string Wide) asked)
    {
        await using var command = source.CreateCommand($"""
            select id, ts_rank(vector, $2::tsquery, 1) as rank, count(*) over () from ledger.search_text where vector @@ $1::tsquery and kind = 1 order by rank desc, known desc limit {SearchQuery.DefaultPage}
            """);
        command.Parameters.AddWithValue(asked.Matching);
        command.Parameters.AddWithValue(asked.Wide);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync()) rows++;
        return rows;
    }

    /// <summary>How soon what was logged is found, while others log without rest.</summary>
    private static async Task FreshAsync(Scratch scratch)
    {
        const int Writers = 8, Samples = 300;
        using var over = new CancellationTokenSource();
        var following = scratch.Ledger.Following.FollowAsync(fault => Console.Error.WriteLine(fault.Message), over.Token);
        var logged = 0L;
        var others = Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested && Interlocked.Increment(ref logged) is var number) await scratch.Ledger.LogAsync(new($"w{number}", $"i{number % ManyTongues.Incidents}", "p0", "k0"));
        })).ToList();
        var (clock, waits, missed) = (Stopwatch.StartNew(), new List<double>(), 0);
        for (var sample = 0; sample < Samples; sample++)
        {
            var word = $"fresh{sample}";
            await scratch.Ledger.LogAsync(new($"f{sample}", $"i{sample % ManyTongues.Incidents}", "p1", "k1"), $"Somebody said {word}.");
            waits.Add(await TimeAsync(async () =>
            {
                while ((await FindAsync(scratch.Ledger.Search, new(word))).Count == 0) missed++;
            }));
        }
        var rate = logged / clock.Elapsed.TotalSeconds;
        await over.CancelAsync();
        await Task.WhenAll(others);
        await following;
        waits.Sort();
        Console.WriteLine($"while {Writers} others log {rate:F0} statements a second, what was logged is found {Median(waits):F0} ms later, 99 of 100 within {waits[(int)(0.99 * (waits.Count - 1))]:F0} ms (goal: within 1,000); searches that did not find it: {missed}");
    }

    /// <summary>Suggestions from a register of 100,000 parties.</summary>
    private static async Task SuggestAsync(Scratch scratch)
    {
        const int Parties = 100_000;
        string[] kinds = ["Brigade", "Ministry", "Front", "Office", "Council", "Agency", "Committee", "Directorate"], of = ["Defence", "Water", "Interior", "Harbours", "Health", "Energy", "Press", "Borders"];
        await using var source = NpgsqlDataSource.Create(scratch.Connection);
        var path = Path.GetTempFileName();
        await File.WriteAllLinesAsync(path, Enumerable.Range(0, Parties).Select(n => System.Text.Json.JsonSerializer.Serialize(new
        {
            entry = "party", id = $"q{n}", kind = "organisation",
            name = $"{kinds[n % 8]} of {of[n / 8 % 8]} of {ManyTongues.NameOf(n / 64 % 100)}{ManyTongues.NameOf(n / 6_400 % 100).ToLowerInvariant()} {(char)('A' + n % 26)}{n / 640}"
        })));
        using (var sheet = Importing.SheetFile.Open(path)) await scratch.Ledger.Import.RunAsync(sheet, dryRun: false, "bench", new Progress<Importing.ImportProgress>(), CancellationToken.None);
        File.Delete(path);
        await using (var vacuum = source.CreateCommand("vacuum analyze ledger.search_name")) { vacuum.CommandTimeout = 600; await vacuum.ExecuteNonQueryAsync(); }
        Console.WriteLine($"suggestions from {Parties:N0} parties, medians of {Rounds}, the slowest in brackets:");
        foreach (var typed in new[] { "m", "mi", "min", "ministry of w", "korv", "korvadbel", "water korv", "Minstry of Watter", "Korvadbelltosk", "c99", "nobody at all" })
        {
            var times = new List<double>();
            var count = 0;
            for (var round = 0; round < Rounds; round++)
                times.Add(await TimeAsync(async () => count = await scratch.Ledger.PartySuggestions.FindAsync(typed, 8, Audience.Internal, CancellationToken.None) is Answer<Suggesting.SuggestedPartiesShape>.Given given ? given.Shape.Parties.Count : -1));
            Console.WriteLine($"  {typed,-22} {count,3} in {Median(times):F1} ms [{times.Max():F1}]{(Median(times) < 20 ? "" : "   over the goal of 20 ms")}");
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);
}
