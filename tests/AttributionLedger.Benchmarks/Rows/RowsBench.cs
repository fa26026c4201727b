using AttributionLedger.Benchmarks.Reports;

namespace AttributionLedger.Benchmarks.Rows;

/// <summary>Measures rows, one after the other, and says where each goal stands.</summary>
internal static class RowsBench
{
    public static async Task<int> RunAsync(Settings settings)
    {
        var load = Machine.Load();
        await using var cluster = await SeededCluster.StartAsync();
        var reports = new List<RowReport>();
        Machine? machine = null;
        foreach (var row in settings.Rows)
        {
            var arena = await cluster.ForAsync(row);
            if (machine is null) Page.Print(machine = await Machine.DescribeAsync(arena, load, settings.Rounds, settings.Seconds), Console.Out);
            reports.Add(await Interleaving.MeasureAsync(row, arena, settings.Rounds, settings.Seconds, Console.Error.WriteLine));
            Page.Print(reports[^1], Console.Out);
        }
        if (settings.Json is { } path) await JsonReport.WriteAsync(path, machine!, reports);
        // A goal that is not met is a finding; what was lost or doubled is a failure.
        return reports.SelectMany(report => report.Arms).Any(arm => arm.Faults.Count > 0) ? 1 : 0;
    }
}
