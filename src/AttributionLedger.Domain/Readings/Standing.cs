using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>How an actor is named for an act.</summary>
public enum Named
{
    /// <summary>Its own voice acknowledges it.</summary>
    Acknowledged,
    /// <summary>Its own voice claims it.</summary>
    Claimed,
    /// <summary>One source or more outside its own voice accuses it.</summary>
    Accused,
    /// <summary>An unverified issuance claims in its name.</summary>
    ClaimPurported,
    /// <summary>All that named it was taken back by those who said it.</summary>
    Withdrawn,
    NotAccused
}

/// <summary>What an actor answers.</summary>
public enum AnswerKind
{
    Acknowledges, Claims, Denies, DeniesInPart, Dismisses, NeitherConfirmsNorDenies, DeclinedToComment,
    DidNotRespond, DidNotRespondByDeadline, CouldNotBeReached, MadeNoOneAvailable,
    /// <summary>It was asked, and spoke without taking a position.</summary>
    CommentedWithoutPosition,
    AskedAndPending, NotRecordedWhetherAsked
}

/// <param name="Stance">What the answer is read from; null when there is none on record.</param>
/// <param name="Beside">Silence and comments beside a position, which never displace it.</param>
/// <param name="Pending">A request for comment with nothing heard since.</param>
/// <param name="DividedVoice">Another speaker's opposed stance still lives within the voice, and no statement settled it.</param>
/// <param name="Opposed">The stances that divide the voice.</param>
public sealed record Answer(AnswerKind Kind, Heard? Stance, Listing<Heard> Beside, Heard? Pending, bool DividedVoice, Listing<Heard> Opposed);

/// <summary>Why a reading says what it says: the rule, and the statements that it rests on.</summary>
/// <param name="Rule">Stable, kebab-case; documented with the rules.</param>
public sealed record Reason(string Rule, Listing<EntryId> Statements);

/// <summary>What the positions add up to for one actor and one act; both sides are always shown.</summary>
/// <param name="Act">Null for the main act, the incident itself.</param>
/// <param name="AlsoNamed">Every other way in which it is named as well.</param>
/// <param name="AccusedBy">The sources that accuse it, each a root.</param>
/// <param name="DisputedBy">The sources that deny its responsibility outright.</param>
/// <param name="StatedAsFactBy">Outlets that state it in their own voice; no support.</param>
/// <param name="Withdrawn">What of it was taken back: a claim, an accusation, or both.</param>
/// <param name="NotFlat">Stances that are shown and do not count: hedged, conditional, implied.</param>
/// <param name="NotCounted">Flat stances of unnamed sources, where the rules do not count them.</param>
public sealed record Standing(
    PartyId Actor, ClaimId? Act, Listing<ClaimId> Claims, Named Named, Listing<Named> AlsoNamed, Listing<Source> AccusedBy, Listing<Source> DisputedBy,
    Listing<PartyId> StatedAsFactBy, Listing<string> Withdrawn, Listing<Heard> NotFlat, Listing<Heard> NotCounted, Answer Answer, Listing<Reason> Reasons);

/// <summary>A party that answered although no claim names it: it has an answer, and no standing.</summary>
public sealed record Answered(PartyId Party, Listing<ClaimId> Claims, Answer Answer);
