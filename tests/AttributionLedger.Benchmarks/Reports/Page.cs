using System.Globalization;

namespace AttributionLedger.Benchmarks.Reports;

/// <summary>The report for people.</summary>
internal static class Page
{
    public static void Print(Machine machine, TextWriter to) => to.WriteLine(Invariant($"""
        {machine.Cores} cores, PostgreSQL {machine.Postgres} ({machine.Durability}), {machine.DotNet}; load before the run {machine.LoadBefore?.ToString("F1", CultureInfo.InvariantCulture) ?? "unknown"}
        {machine.Rounds} rounds of {machine.Seconds:0.#} s an arm, in turn; events of {string.Join(" + ", machine.EventBytes)} bytes a statement
        Ratios are medians over the rounds [from least to most]. Absolute rates hold for this machine at this hour only.
        """));

    public static void Print(RowReport report, TextWriter to)
    {
        var row = report.Row;
        to.WriteLine($"\nRow {row.Number}: {row.Work}, {row.Writers} {(row.Number == 8 ? "readers" : "writers")}");
        Table(to, ["arm", "per second", "p50 ms", "p99 ms", "conflicts", "faults"], report.Arms.Select(Cells));
        to.WriteLine();
        Table(to, ["ledger", "beside", "ratio", "goal", ""], report.Standings.Select(standing => new[]
        {
            standing.Goal.Ours, standing.Goal.Peer, standing.Ratios is { } r ? Invariant($"{r.Median:F2} [{r.Least:F2}..{r.Most:F2}]") : "-",
            standing.Goal.AtLeast is { } least ? Invariant($">= {least:0.##}x") : "-", standing.Verdict
        }));
        if (row.P99AtMost is { } limit)
            foreach (var arm in report.Arms.Where(arm => arm.Turns.Count > 0 && row.Goals.Any(goal => goal.Ours == arm.Name)))
                to.WriteLine(Invariant($"  p99 of {arm.Name}: goal <= {limit} ms: {(Spread.Of(arm.Turns.Select(turn => turn.P99)).Median <= limit ? "met" : "not met")}"));
    }

    private static string[] Cells(ArmReport arm) => arm.Missing is { } why ? [arm.Name, why] :
    [
        arm.Name, Invariant($"{Spread.Of(arm.Turns.Select(turn => turn.Rate)).Median:N0}"), Invariant($"{Spread.Of(arm.Turns.Select(turn => turn.Median)).Median:F2}"),
        Invariant($"{Spread.Of(arm.Turns.Select(turn => turn.P99)).Median:F1}"), $"{arm.Refused}", arm.Faults.Count == 0 ? "none" : string.Join("; ", arm.Faults)
    ];

    private static void Table(TextWriter to, string[] heads, IEnumerable<string[]> rows)
    {
        var all = rows.Prepend(heads).ToList();
        // A sentence in place of figures runs on over the columns that it has not.
        var widths = heads.Select((_, column) => all.Where(cells => column + 1 < cells.Length || cells.Length == heads.Length).Max(cells => cells[column].Length)).ToList();
        foreach (var cells in all) to.WriteLine(("  " + string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd());
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
