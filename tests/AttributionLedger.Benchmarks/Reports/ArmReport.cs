using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Rows;

namespace AttributionLedger.Benchmarks.Reports;

/// <summary>What came of an arm.</summary>
internal sealed class ArmReport(string name)
{
    public string Name => name;

    /// <summary>Why the arm is left out; null when it is not.</summary>
    public string? Missing { get; set; }

    /// <summary>One for each round.</summary>
    public List<Turn> Turns { get; } = [];

    /// <summary>What was acknowledged and is not there, or is there twice.</summary>
    public List<string> Faults { get; } = [];

    public long Refused => Turns.Sum(turn => turn.Refused);
}

/// <summary>What came of a row.</summary>
internal sealed record RowReport(Row Row, IReadOnlyList<ArmReport> Arms)
{
    public IEnumerable<Standing> Standings => Row.Goals.Select(goal => Standing.Of(goal, Arms));
}

/// <summary>Where the ledger stands to a peer.</summary>
/// <param name="Ratios">One for each round; null when one of the two is not there.</param>
internal sealed record Standing(Goal Goal, Spread? Ratios, string Verdict)
{
    public static Standing Of(Goal goal, IReadOnlyList<ArmReport> arms)
    {
        var (ours, peer) = (arms.First(arm => arm.Name == goal.Ours), arms.First(arm => arm.Name == goal.Peer));
        if ((ours.Missing ?? peer.Missing) is not null) return new(goal, null, "not measured");
        var ratios = Spread.Of(ours.Turns.Zip(peer.Turns, (mine, theirs) => mine.Rate / theirs.Rate));
        return new(goal, ratios, goal.AtLeast is not { } least ? "no goal" : ours.Faults.Count > 0 ? "not met: faults" : ratios.Median >= least ? "met" : "not met");
    }
}

/// <summary>The middle of what was measured in each round, and its ends.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return new(sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[0], sorted[^1]);
    }
}
