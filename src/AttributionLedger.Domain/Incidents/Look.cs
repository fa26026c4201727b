using AttributionLedger.Basics;

namespace AttributionLedger.Incidents;

/// <summary>That an editor looked at a story, and stands by it.</summary>
/// <param name="Seen">UTC, up to when.</param>
public sealed record Look(EntryId Settlement, DateTimeOffset Seen);
