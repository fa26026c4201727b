using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Publications;

/// <summary>A story that ran, as it stands on record.</summary>
/// <param name="RestsOn">The statements that it rests on; null for the reading as of its time.</param>
/// <param name="Clock">By which clock the reading of its time is made.</param>
/// <param name="Known">UTC, when it was recorded.</param>
/// <param name="Struck">The desk registered it in error; it needs nobody's attention.</param>
/// <param name="Settlements">In order; as many as <see cref="Incidents.Commands.SettleAttention.Limit"/> allows.</param>
public sealed record Publication(
    EntryId Id, string? Headline, string Url, WorldTime Published, Listing<EntryId>? RestsOn, Clock Clock,
    DateTimeOffset Known, DateTimeOffset? Noted, bool Struck, Listing<Settlement> Settlements)
{
    /// <summary>The publication that a fact may be about; only the publications themselves tell whether it is.</summary>
    public static EntryId? About(IncidentEvent fact) => fact switch
    {
        PublicationRegistered e => e.Id,
        AttentionSettled e => e.Publication,
        EntryStruck e => e.Entry,
        ReversalStruck e => e.Entry,
        _ => null
    };

    /// <summary>The publication after a fact that is about it; null where there is none.</summary>
    public static Publication? Next(Publication? publication, Recorded<IncidentEvent> fact) => (publication, fact.Fact) switch
    {
        (null, PublicationRegistered e) => new(e.Id, e.Headline, e.Url, e.Published, e.RestsOn, e.Clock, fact.At, e.Noted, Struck: false, []),
        ({ }, AttentionSettled e) => publication with { Settlements = publication.Settlements.With(new(e.Id, e.Note, fact.At, e.Noted, e.Seen)) },
        ({ }, EntryStruck) => publication with { Struck = true },
        // What was struck is a settlement or, where it is none of them, the strike of the publication.
        ({ }, ReversalStruck e) when publication.Settlements.Any(settlement => settlement.Id == e.Reversal) =>
            publication with { Settlements = publication.Settlements.Select(settlement => settlement.Id == e.Reversal ? settlement with { Struck = true } : settlement).ToListing() },
        ({ }, ReversalStruck) => publication with { Struck = false },
        _ => publication
    };

    /// <summary>Every publication of an incident from its facts.</summary>
    public static IReadOnlyDictionary<EntryId, Publication> All(IEnumerable<Recorded<IncidentEvent>> facts)
    {
        var all = new Dictionary<EntryId, Publication>();
        foreach (var fact in facts)
            if (About(fact.Fact) is { } id && Next(all.GetValueOrDefault(id), fact) is { } next) all[id] = next;
        return all;
    }

    /// <summary>From when on a change calls for attention: since it ran, or since the moment up to which an editor looked last.</summary>
    public AttentionBasis Basis() => Settlements.Where(settlement => !settlement.Struck).Select(settlement => new AttentionBasis(settlement.LookedUpTo(Clock), Clock, settlement.Id))
        // Who settles what was seen longer ago than another saw opens nothing again.
        .Prepend(new(Published.Latest!.Value, Clock, null)).OrderBy(basis => basis.At).Last();
}

/// <summary>That an editor looked at what had changed since a story ran.</summary>
/// <param name="Note">What came of it.</param>
/// <param name="Known">UTC, when it was recorded.</param>
/// <param name="Seen">UTC, by the clock of the publication: up to when the editor had looked; null where that is when it was settled.</param>
/// <param name="Struck">It was recorded in error, and what it settled is open again.</param>
public sealed record Settlement(EntryId Id, string Note, DateTimeOffset Known, DateTimeOffset? Noted, DateTimeOffset? Seen = null, bool Struck = false)
{
    /// <summary>UTC; what came later was not seen, and is not settled.</summary>
    public DateTimeOffset LookedUpTo(Clock clock) => Seen ?? (clock == Clock.Noted ? Noted ?? Known : Known);
}

/// <summary>The moment with which the present is compared.</summary>
/// <param name="At">UTC, on both clocks.</param>
/// <param name="Settlement">The settlement that it is the moment of; null where it is that of the story.</param>
public sealed record AttentionBasis(DateTimeOffset At, Clock Clock, EntryId? Settlement)
{
    public AsOf Then => new(At, At, Clock);

    /// <summary>The moment that is compared with it, by the same clock.</summary>
    public AsOf Until(DateTimeOffset now) => new(now, now, Clock);
}
