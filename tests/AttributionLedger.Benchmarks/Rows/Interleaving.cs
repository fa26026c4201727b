using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Reports;
using Npgsql;

namespace AttributionLedger.Benchmarks.Rows;

/// <summary>
/// Lets the arms of a row work in turn, round after round, each round beginning with another: what the machine does meanwhile
/// it does to all of them.
/// </summary>
internal static class Interleaving
{
    /// <summary>Seconds of each turn that are not counted.</summary>
    private const double LeadIn = 0.3;

    /// <summary>Seconds of the turn that every arm has before the first round, to compile, connect and prepare.</summary>
    private const double WarmUp = 2;

    public static async Task<RowReport> MeasureAsync(Row row, Arena arena, int rounds, double seconds, Action<string> note)
    {
        var arms = row.Arms();
        var reports = arms.Select(arm => new ArmReport(arm.Name)).ToList();
        await using var database = NpgsqlDataSource.Create(arena.Connection.ConnectionString);
        try
        {
            foreach (var (arm, report) in arms.Zip(reports)) await GuardAsync(report, async () => report.Missing = await arm.PrepareAsync(arena));
            for (var round = 0; round <= rounds; round++)
            {
                note($"row {row.Number}: {(round == 0 ? "warming up" : $"round {round} of {rounds}")}");
                var load = new Load(row.Writers, LeadIn, round == 0 ? WarmUp : seconds);
                for (var i = 0; i < arms.Count; i++)
                {
                    var (arm, report) = (arms[(i + round) % arms.Count], reports[(i + round) % arms.Count]);
                    if (report.Missing is not null) continue;
                    await database.RunAsync("checkpoint");
                    await GuardAsync(report, async () =>
                    {
                        var turn = await TakeTurnAsync(arm, load, report);
                        if (round > 0) report.Turns.Add(turn);
                    });
                }
            }
            foreach (var (arm, report) in arms.Zip(reports).Where(pair => pair.Second.Missing is null)) report.Faults.AddRange(await arm.FaultsAsync());
        }
        finally
        {
            foreach (var arm in arms) await arm.DisposeAsync();
        }
        return new(row, reports);
    }

    private static async Task<Turn> TakeTurnAsync(IArm arm, Load load, ArmReport report)
    {
        var before = await arm.CountAsync();
        var turn = await arm.TurnAsync(load);
        await arm.SettleAsync();
        if (before is not null && await arm.CountAsync() - before - turn.Acknowledged is var off and not 0)
            report.Faults.Add($"{Math.Abs((long)off!)} statements {(off < 0 ? "acknowledged and not there" : "there and not acknowledged")}");
        return turn;
    }

    /// <summary>An arm that fails is left out from then on, and said to be; the others go on.</summary>
    private static async Task GuardAsync(ArmReport report, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            report.Missing = $"failed: {fault.Message.ReplaceLineEndings(" ")}";
            Console.Error.WriteLine(fault);
            report.Turns.Clear();
        }
    }
}
