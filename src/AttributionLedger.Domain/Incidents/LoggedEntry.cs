using AttributionLedger.Basics;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents;

/// <summary>What kind of entry an id names, as far as later entries care.</summary>
public enum EntryKind
{
    Statement, Request, Evidence,
    /// <summary>Changes how an earlier entry reads; can be struck.</summary>
    Reversal,
    /// <summary>A link or a note on independence; can be struck.</summary>
    Remark,
    /// <summary>A story that ran; can be struck.</summary>
    Publication,
    /// <summary>Changed by another of its kind, never struck: claims, revisions, closing, the striking of a reversal.</summary>
    Structure
}

/// <summary>What a later entry must know of an earlier one: that it is there, what it is about, and what was done to it since.</summary>
/// <param name="Key">See <see cref="IncidentEvent.EntryKey"/>.</param>
/// <param name="By">The speakers of a statement; of a request whom it was made to.</param>
/// <param name="Earliest">The earliest time at which a statement can have been said, UTC; of a publication when it ran.</param>
/// <param name="Claim">The claim that a request for comment is about.</param>
/// <param name="Target">The entry that a reversal or a piece of evidence is about.</param>
/// <param name="RetractedBy">The speaker's retraction that is in force.</param>
/// <param name="StruckBy">The strike that is in force.</param>
/// <param name="WithdrawnBy">The withdrawal of consent that is in force.</param>
/// <param name="CountsUnder">For a statement that repeats another's: the first of the chain; null when it counts under its own speakers.</param>
/// <param name="Channel">Through what an unverified statement came.</param>
/// <param name="Looks">For a publication: up to when editors looked at it, as far as they said so and it was not struck; as many as there can be settlements.</param>
/// <param name="RelayOf">The statement that it was logged as repeating.</param>
/// <param name="Ties">Its links with other statements. Where the link names it as the other, also one that was struck since: whether a link is in force says the entry of the link.</param>
/// <param name="Changes">How often it was changed since it was logged: two readers who count the same have seen the same.</param>
public sealed record LoggedEntry(
    string Key, EntryKind Kind, Listing<PartyId> By, DateTimeOffset? Earliest = null, ClaimId? Claim = null, EntryId? Target = null,
    EntryId? RetractedBy = null, EntryId? StruckBy = null, EntryId? WithdrawnBy = null,
    Listing<PartyId>? CountsUnder = null, PartyId? Channel = null, Listing<Look>? Looks = null,
    EntryId? RelayOf = null, Listing<Tie>? Ties = null, int Changes = 0)
{
    /// <summary>Whose positions the entry bears on: the speakers, the channel of an unverified issuance, the party that was asked.</summary>
    public IEnumerable<PartyId> Heard() => Channel is { } channel ? [channel] : By;

    /// <summary>The entry that begins with <paramref name="fact"/>; null for a stance, which belongs to the statement before it.</summary>
    public static LoggedEntry? Begun(IncidentEvent fact) => fact switch
    {
        StanceTaken => null,
        StatementLogged e => new(e.EntryKey(), EntryKind.Statement, e.Statement.By, e.Statement.Said.Earliest,
            CountsUnder: e.CountsUnder.Count > 0 ? e.CountsUnder : null, Channel: e.Statement.Channel, RelayOf: e.Statement.RelayOf),
        CommentSought e => new(e.EntryKey(), EntryKind.Request, [e.Of], e.Asked.Earliest, e.Claim),
        EvidenceAttached e => new(e.EntryKey(), EntryKind.Evidence, [], Target: e.Statement),
        ReversalStruck e => new(e.EntryKey(), EntryKind.Structure, [], Target: e.Reversal),
        PublicationRegistered e => new(e.EntryKey(), EntryKind.Publication, [], e.Published.Earliest),
        IncidentLinked or IndependenceRecorded => new(fact.EntryKey(), EntryKind.Remark, []),
        _ => Reversed(fact) is { } target
            ? new(fact.EntryKey(), EntryKind.Reversal, [], Target: target)
            : new(fact.EntryKey(), EntryKind.Structure, [])
    };

    /// <summary>What else can be looked up once an entry is on record, under a key that no writer can give: the publication at an address.</summary>
    public static LoggedEntry? Indexed(IncidentEvent fact) => fact is PublicationRegistered e ? new(EntryKeys.OfAddress(e.Url).Value, EntryKind.Publication, [], Target: e.Id) : null;

    /// <summary>The entry whose reading <paramref name="fact"/> changes after it was logged; null when it adds and changes nothing.</summary>
    public static EntryId? Reversed(IncidentEvent fact) => fact switch
    {
        TermsRenegotiated e => e.Statement,
        ConsentWithdrawn e => e.Statement,
        StatementRetracted e => e.Statement,
        StatementCorrected e => e.Statement,
        VoiceSettled e => e.Statement,
        StatementLinked e => e.Statement,
        EvidenceGone e => e.Evidence,
        EntryStruck e => e.Entry,
        ReversalStruck e => e.Reversal,
        AttentionSettled e => e.Publication,
        _ => null
    };

    /// <summary>The earlier entries that <paramref name="fact"/> changes: what it is about, and what that had acted upon or is linked with.</summary>
    public static IEnumerable<EntryId> Touched(IncidentEvent fact)
    {
        if (Reversed(fact) is { } about) yield return about;
        if (fact is ReversalStruck { Entry: { } target }) yield return target;
        if (fact is StatementLinked { Other: var other }) yield return other;
    }

    /// <summary>The entry after a later fact that is about it.</summary>
    public LoggedEntry After(IncidentEvent fact) => Changed(fact) with { Changes = Changes + 1 };

    private LoggedEntry Changed(IncidentEvent fact) => fact switch
    {
        StatementRetracted e when e.Statement.Value == Key => this with { RetractedBy = e.Id },
        ConsentWithdrawn e when e.Statement.Value == Key => this with { WithdrawnBy = e.Id },
        EntryStruck e when e.Entry.Value == Key => this with { StruckBy = e.Id },
        ReversalStruck e when e.Reversal.Value == Key => this with { StruckBy = e.Id },
        StatementLinked e when e.Statement.Value == Key => this with { Ties = (Ties ?? []).With(new(e.Id, e.Other, e.Link, IsOther: false)) },
        StatementLinked e when e.Other.Value == Key => this with { Ties = (Ties ?? []).With(new(e.Id, e.Statement, e.Link, IsOther: true)) },
        AttentionSettled { Seen: { } seen } e when e.Publication.Value == Key => this with { Looks = (Looks ?? []).With(new(e.Id, seen)) },
        ReversalStruck e when e.Entry?.Value == Key => this with
        {
            Looks = Looks?.Where(look => look.Settlement != e.Reversal).ToListing(),
            Ties = Ties?.Where(tie => tie.Link != e.Reversal).ToListing(),
            RetractedBy = RetractedBy == e.Reversal ? null : RetractedBy,
            WithdrawnBy = WithdrawnBy == e.Reversal ? null : WithdrawnBy,
            StruckBy = StruckBy == e.Reversal ? null : StruckBy
        },
        _ => this
    };
}
