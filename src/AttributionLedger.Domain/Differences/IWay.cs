using AttributionLedger.Readings;

namespace AttributionLedger.Differences;

/// <summary>
/// The way from one moment to another in steps, between which no reading changes. Whoever reads past moments faster than by
/// folding all events stands behind it.
/// </summary>
public interface IWay
{
    /// <summary>Step 0 is where the way begins; after the last it is at its end.</summary>
    int Steps { get; }

    /// <summary>The reading after a step; null where nothing of the incident is on record then.</summary>
    IncidentReading? At(int step);

    /// <summary>What happens at a step, from 1; all of it at one moment of one clock.</summary>
    IReadOnlyList<Happening> Of(int step);
}
