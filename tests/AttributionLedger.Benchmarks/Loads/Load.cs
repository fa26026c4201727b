namespace AttributionLedger.Benchmarks.Loads;

/// <summary>How hard an arm works in one turn.</summary>
/// <param name="LeadIn">Seconds at the start that are not counted: after a checkpoint, whoever writes a page first pays for all of it.</param>
/// <param name="Seconds">Seconds that are counted.</param>
internal sealed record Load(int Writers, double LeadIn, double Seconds);

/// <summary>What an arm did in one turn.</summary>
/// <param name="Acknowledged">All that was answered as done, before and after the counted seconds too: what the database must hold.</param>
/// <param name="Counted">What was answered as done within the counted seconds.</param>
/// <param name="Refused">What was answered with a conflict.</param>
/// <param name="Median">Milliseconds from the request to its answer; <paramref name="P99"/> likewise.</param>
internal sealed record Turn(long Acknowledged, long Counted, long Refused, double Seconds, double Median, double P99)
{
    /// <summary>Per second.</summary>
    public double Rate => Counted / Seconds;
}
