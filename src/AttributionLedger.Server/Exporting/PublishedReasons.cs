namespace AttributionLedger.Exporting;

/// <summary>
/// What stands in the place of the desk's reasons: those are notes to itself, and may say what only the desk knows. The
/// same words for everybody say nothing.
/// </summary>
internal static class PublishedReasons
{
    public const string Retracted = "Taken back by the speaker.";
    public const string Corrected = "Corrected by the speaker.";
    public const string Settled = "It settles what was said apart.";
    public const string Linked = "It repeats the other.";
    public const string Closed = "Closed.";
    public const string Merged = "The same incident.";
    public const string SameParty = "The same party.";
}
