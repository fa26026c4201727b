using AttributionLedger.Basics;

namespace AttributionLedger.Differences;

/// <summary>What a part of a reading tells, in the order in which a difference lists it.</summary>
public enum PartKind
{
    Opening, Headline, Occurred, Place, Summary, Closed, MergedInto, Link, Independence,
    Status,
    Named, AccusedBy, DisputedBy, StatedAsFactBy, NotFlat, NotCounted, Answer, Grounds,
    Answered, Asked,
    Claim, Supports, Denies, DeniesInPart, ClaimStatedAsFactBy, Position, Beside, Figure, Independent,
    Comment, Guard
}

/// <summary>Names one part of a reading, so that the same part of another reading is found.</summary>
/// <param name="Party">The actor, or whose position, answer or figure it is.</param>
/// <param name="Act">Null for the main act.</param>
/// <param name="Further">What else tells it from its like: the category of a figure, the voice of a position.</param>
/// <param name="Nth">From 0, among those that nothing else tells apart.</param>
public sealed record PartKey(PartKind Kind, PartyId? Party = null, ClaimId? Act = null, ClaimId? Claim = null, EntryId? Entry = null, string? Further = null, int Nth = 0);
