using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Drifts;

/// <summary>What a party did with its position on a claim. From <see cref="FellSilent"/> on it did nothing with it: these are shown beside.</summary>
public enum StepKind
{
    /// <summary>Takes a position on the claim for the first time.</summary>
    FirstSaid,
    /// <summary>The same stance, as firmly, of the same scope.</summary>
    SaidAgain,
    /// <summary>The same with other figures: an update, and no change of position.</summary>
    Updated,
    /// <summary>The same side, firmer.</summary>
    Hardened,
    /// <summary>The same side, less firmly.</summary>
    Softened,
    /// <summary>From saying that the claim is so to denying it outright, or the other way.</summary>
    Reversed,
    /// <summary>Another stance or scope of which nobody can say that it is firmer or less firm.</summary>
    Shifted,
    /// <summary>Takes the position back: the party has none until it speaks again.</summary>
    Retracted,
    /// <summary>Takes a position after having taken the last one back.</summary>
    SaidAnew,

    /// <summary>Refuses, or fails, to answer, which displaces no position.</summary>
    FellSilent,
    /// <summary>Speaks and takes no position.</summary>
    Commented,
    /// <summary>Takes back or corrects what was not its position any longer, which changes none.</summary>
    TookBackEarlier
}

/// <summary>One step of a party's drift on one claim.</summary>
/// <param name="Entry">What was logged of it: a statement, a correction by the speaker, a retraction.</param>
/// <param name="Statement">The statement that it is, corrects or takes back.</param>
/// <param name="Kind">Against the position before it.</param>
/// <param name="IsCorrection">The speaker said it in correcting itself.</param>
/// <param name="Taken">The stance; null where it is taken back.</param>
/// <param name="Jointly">All who spoke, under the ids that they go by.</param>
/// <param name="Words">As they are recorded by now; null where they are not.</param>
/// <param name="WordsBefore">The words of the position before it; null where there is none, or it has none.</param>
/// <param name="Earliest">The earliest time at which it can have been said, UTC; null when its start is open.</param>
/// <param name="Latest">Its latest possible time, UTC, which orders the steps.</param>
/// <param name="Known">When the desk knew it, by the clock of the reading, UTC.</param>
/// <param name="OrderIsUncertain">It may have been said before a position that is listed before it and differs from it.</param>
/// <param name="Reworded">What the outlet or the translator had got wrong of it: the record changed, and the party did not.</param>
public sealed record DriftStep(
    EntryId Entry, EntryId Statement, StepKind Kind, bool IsCorrection, Stance? Taken, Listing<PartyId> Jointly, Words? Words, Words? WordsBefore,
    DateTimeOffset? Earliest, DateTimeOffset Latest, DateTimeOffset Known, bool OrderIsUncertain, Listing<Rewording> Reworded)
{
    /// <summary>Shown beside the positions, of which it is none.</summary>
    public bool IsBeside => Kind >= StepKind.FellSilent;
}

/// <summary>A party's positions on one claim over time; without a claim, its silence and comments on the incident as a whole.</summary>
public sealed record ClaimTrack(Claim? Claim, Listing<DriftStep> Steps);
