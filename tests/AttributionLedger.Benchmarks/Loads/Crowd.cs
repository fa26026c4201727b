using System.Diagnostics;

namespace AttributionLedger.Benchmarks.Loads;

/// <summary>Writers that each do one thing after the other, all at once, until the time is over.</summary>
internal static class Crowd
{
    /// <param name="once">Does it once for the writer of that number; false when it was refused for a conflict.</param>
    public static async Task<Turn> WorkAsync(Load load, Func<int, Task<bool>> once)
    {
        var (from, until) = (load.LeadIn * 1000, (load.LeadIn + load.Seconds) * 1000);
        var clock = Stopwatch.StartNew();
        var tallies = await Task.WhenAll(Enumerable.Range(0, load.Writers).Select(writer => Task.Run(() => WorkAsync(writer, once, clock, from, until))));

        var waits = tallies.SelectMany(tally => tally.Waits).Order().ToList();
        return new(tallies.Sum(tally => tally.Acknowledged), waits.Count, tallies.Sum(tally => tally.Refused), load.Seconds, At(waits, 0.5), At(waits, 0.99));
    }

    private static async Task<Tally> WorkAsync(int writer, Func<int, Task<bool>> once, Stopwatch clock, double from, double until)
    {
        var tally = new Tally();
        while (clock.Elapsed.TotalMilliseconds is var asked && asked < until)
        {
            var isDone = await once(writer);
            var answered = clock.Elapsed.TotalMilliseconds;
            if (!isDone) { tally.Refused++; continue; }
            tally.Acknowledged++;
            if (answered >= from && answered < until) tally.Waits.Add(answered - asked);
        }
        return tally;
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)(share * (sorted.Count - 1))];

    private sealed class Tally
    {
        public long Acknowledged, Refused;
        public readonly List<double> Waits = [];
    }
}
