using System.Diagnostics;
using AttributionLedger.Benchmarks.Ours;
using Npgsql;

namespace AttributionLedger.Benchmarks;

/// <summary>
/// Replays an incident over HTTP from a server that has just begun, and again from one that has its timeline: how soon the
/// first frame is there, how many come a second, and how much memory the server holds along the way.
/// </summary>
internal static class ReplayBench
{
    /// <summary>Replays of each kind. The medians are told.</summary>
    private const int Rounds = 5;

    /// <summary>Frames between two looks at the memory.</summary>
    private const int Often = 500;

    public static async Task<int> RunAsync(int statements)
    {
        await using var scratch = await Scratch.StartAsync();
        var path = Path.GetTempFileName();
        MadeUp.Write(path, 1, 1);
        using (var sheet = Importing.SheetFile.Open(path)) await scratch.Ledger.Import.RunAsync(sheet, dryRun: false, "bench", new Progress<Importing.ImportProgress>(), CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(scratch.Connection);
        await PastIncidents.EnsureAsync(source, scratch.Connection, statements);
        await using var counting = source.CreateCommand($"select count(*) from ledger.mt_events where stream_id = 'incident/{PastIncidents.Id(statements)}'");
        Console.WriteLine($"{statements:N0} statements, {await counting.ExecuteScalarAsync():N0} events, {Environment.ProcessorCount} cores");

        foreach (var (name, query) in new[] { ("along the known clock", "reading=internal"), ("along the said clock", "reading=internal&along=said"), ("in public", "reading=publishable") })
        {
            var (cold, warm) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                await using var server = await ServerProcess.StartAsync(LedgerOverHttp.Program, address => ["serve", "--url", address.ToString().TrimEnd('/')], scratch.Connection, "/health/ready");
                // What the server compiles for its first answers is no part of reading this incident.
                for (var i = 0; i < 3; i++) await FirstFrameAsync(server, MadeUp.IncidentId(0), query);
                cold.Add(await FirstFrameAsync(server, PastIncidents.Id(statements), query));
                for (var i = 0; i < Rounds; i++) warm.Add(await FirstFrameAsync(server, PastIncidents.Id(statements), query));
            }
            Console.WriteLine($"{name}: first frame after {Median(cold):F0} ms from a server that has not read the incident, {Median(warm):F0} ms from one that has");
        }
        await using (var server = await ServerProcess.StartAsync(LedgerOverHttp.Program, address => ["serve", "--url", address.ToString().TrimEnd('/')], scratch.Connection, "/health/ready"))
            await WholeAsync(server, PastIncidents.Id(statements));
        File.Delete(path);
        return 0;
    }

    private static async Task<double> FirstFrameAsync(ServerProcess server, string incident, string query)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var clock = Stopwatch.StartNew();
        using var answer = await http.GetAsync($"/api/incidents/{incident}/replay?{query}", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        await lines.ReadLineAsync();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task WholeAsync(ServerProcess server, string incident)
    {
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        var clock = Stopwatch.StartNew();
        using var answer = await http.GetAsync($"/api/incidents/{incident}/replay?reading=internal", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        var (frames, characters, memory) = (0, 0L, new List<long>());
        while (await lines.ReadLineAsync() is { } line)
        {
            characters += line.Length;
            if (frames++ % Often == 0) memory.Add(server.Megabytes);
        }
        Console.WriteLine($"whole: {frames:N0} frames, {characters >> 20:N0} million characters, {frames / clock.Elapsed.TotalSeconds:N0} frames a second; the server held {string.Join(", ", memory)} MB");
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);
}
