namespace AttributionLedger.Histories;

/// <summary>What a history tells beside each event.</summary>
public enum HistoryWith
{
    /// <summary>What it changed in the reading of the desk, by the current rules.</summary>
    Changes
}
