using AttributionLedger.Basics;
using AttributionLedger.Readings;

namespace AttributionLedger.Publications;

/// <summary>That the attribution is another one now.</summary>
/// <param name="Act">Null for the main act, the incident itself.</param>
public abstract record Flip(ClaimId? Act)
{
    /// <summary>The status is of another kind, or of others. Null where nothing was on record.</summary>
    public sealed record OfStatus(ClaimId? Act, Status? Before, Status? After) : Flip(Act);

    /// <summary>An actor is named in another way, or answers something else. Null where no claim named it.</summary>
    public sealed record OfStanding(PartyId Actor, ClaimId? Act, Standing? Before, Standing? After) : Flip(Act);

    /// <summary>The statements that it rests on now.</summary>
    public IEnumerable<EntryId> Statements => this switch
    {
        OfStatus { After: { } status } => status.Reason.Statements,
        OfStanding { After: { } standing } => standing.Reasons.SelectMany(reason => reason.Statements),
        _ => []
    };
}
