using System.Diagnostics;
using AttributionLedger.Basics;
using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Desk;
using AttributionLedger.Importing;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Benchmarks;

/// <summary>
/// What one statement costs this process when so many share a transaction: processor time and memory, which hold on a busy
/// machine as well, where rates do not.
/// </summary>
internal static class DeskBench
{
    private const int Incidents = 50, Statements = 2_048;

    public static async Task<int> RunAsync()
    {
        await using var scratch = await Scratch.StartAsync();
        var path = Path.GetTempFileName();
        MadeUp.Write(path, Incidents * 20, Incidents);
        using (var sheet = SheetFile.Open(path))
            await scratch.Ledger.Import.RunAsync(sheet, dryRun: false, "bench", new Progress<ImportProgress>(), CancellationToken.None);

        foreach (var size in new[] { 1, 8, 32, 128 })
        {
            await LogAsync(scratch, size, $"w{size}", Statements / 4);
            using var process = Process.GetCurrentProcess();
            process.Refresh();
            var (cpu, bytes, clock) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
            await LogAsync(scratch, size, $"m{size}", Statements);
            process.Refresh();
            Console.WriteLine($"{size,4} together: {(process.TotalProcessorTime - cpu).TotalMilliseconds / Statements:F3} ms of processor and {(GC.GetTotalAllocatedBytes() - bytes) / 1024.0 / Statements:F0} kB a statement, {clock.Elapsed.TotalMilliseconds * size / Statements:F1} ms a transaction");
        }
        return 0;
    }

    private static async Task LogAsync(Scratch scratch, int size, string run, int count)
    {
        for (var n = 0; n < count; n += size)
        {
            var outcomes = await scratch.Ledger.Desk.EnterAsync([.. Enumerable.Range(n, size).Select(i => Entering($"{run}-{i}", i))], CancellationToken.None);
            if (outcomes.Any(outcome => !outcome[0].IsNew)) throw new InvalidOperationException("A statement was not logged.");
        }
    }

    private static Entering Entering(string id, int n)
    {
        var said = ((WorldTimeReading.Read)WorldTime.Read(Saying.Said, MadeUp.Zone)).Time;
        var statement = new Statement([PartyId.Of($"p{n * 7 % MadeUp.Parties}")], said, new Terms(GroundRule.OnTheRecord), Setting.NotRecorded, new Words(WordsForm.Verbatim, Saying.Words, "en"));
        return new(IncidentId.Of(MadeUp.IncidentId(n % Incidents)), [new LogStatement(EntryId.Of(id), statement, [new Stance(StanceKind.Asserts, ClaimId.Of($"c{n % MadeUp.Claims}"))])], "bench");
    }
}
