using System.Text.Encodings.Web;
using System.Text.Json;

namespace AttributionLedger.Benchmarks.Reports;

/// <summary>The report for programs: the same, with what each round gave.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(string path, Machine machine, IEnumerable<RowReport> rows) => File.WriteAllTextAsync(path, JsonSerializer.Serialize(new
    {
        machine,
        rows = rows.Select(report => new
        {
            row = report.Row.Number, report.Row.Work, report.Row.Writers, report.Row.Incidents, report.Row.P99AtMost,
            arms = report.Arms.Select(arm => new
            {
                arm.Name, arm.Missing, rate = arm.Turns.Count == 0 ? null : Spread.Of(arm.Turns.Select(turn => turn.Rate)), conflicts = arm.Refused, arm.Faults, rounds = arm.Turns
            }),
            ratios = report.Standings.Select(standing => new { standing.Goal.Ours, standing.Goal.Peer, ratio = standing.Ratios, goal = standing.Goal.AtLeast, standing.Verdict })
        })
    }, Options));
}
