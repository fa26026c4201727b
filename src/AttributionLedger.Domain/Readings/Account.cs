using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>That what was recorded of a statement was not what was said: the outlet's error, or the translator's.</summary>
/// <param name="Known">When the desk knew it, by the clock of the reading, UTC.</param>
/// <param name="Dated">When it was recorded, or noted, which is never later, UTC: the day by which it is told.</param>
/// <param name="Before">The words as they had been recorded.</param>
public sealed record Rewording(EntryId Entry, Corrector Whose, DateTimeOffset Known, DateTimeOffset Dated, Words? Before);

/// <summary>What speakers said at one time: a statement, the correction that they made of it, or that they take it back.</summary>
/// <param name="Entry">The statement itself, the correction or the retraction.</param>
/// <param name="Stances">The stances that stand from then on; of a retraction none.</param>
/// <param name="Words">As they are recorded by now; of a retraction what was said in it.</param>
/// <param name="Earliest">The earliest time at which it can have been said, UTC; null when its start is open.</param>
/// <param name="Latest">Its latest possible time, UTC.</param>
/// <param name="Known">When the desk knew it, by the clock of the reading, UTC.</param>
/// <param name="Reworded">What was done to its recorded words since, and is in force.</param>
public sealed record Saying(
    EntryId Entry, bool IsRetraction, Listing<Stance> Stances, Words? Words, DateTimeOffset? Earliest, DateTimeOffset Latest, DateTimeOffset Known, Listing<Rewording> Reworded);

/// <summary>A statement that a reading may hear, with what its speakers said of it since.</summary>
/// <param name="Speaking">Whose words they are: the speakers, or the channel of an unverified issuance.</param>
/// <param name="Sayings">In the order in which they were said; the first is the statement.</param>
/// <param name="Heard">What the rules hear of it as of the same moment.</param>
public sealed record Account(EntryId Statement, Listing<PartyId> Speaking, Listing<Saying> Sayings, Listing<Heard> Heard);
