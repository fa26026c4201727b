using AttributionLedger.Basics;
using AttributionLedger.Incidents;

namespace AttributionLedger.Duplicates;

/// <summary>Two statements that may be one, for the desk to look at. It tells of them by their ids alone.</summary>
/// <param name="Statement">The one that was logged, or stands in a sheet, later.</param>
/// <param name="Other">The one that was there.</param>
/// <param name="Why">In a sentence, without names or words: either may be of a source that is not named.</param>
/// <param name="Offers">What the desk may record of them; the last is always that they are two.</param>
public sealed record Notice(Likeness Code, EntryId Statement, EntryId Other, string Why, Listing<Offer> Offers);

/// <summary>A link that would settle a notice.</summary>
/// <param name="Reason">What may stand as the reason, to be said better by whoever looked.</param>
public sealed record Offer(StatementLink Link, EntryId Statement, EntryId Other, string Reason);

/// <summary>Why two statements are noticed.</summary>
public enum Likeness
{
    /// <summary>The same words of the same party.</summary>
    SameWords,
    /// <summary>The same said by the same party, as two wires tell it.</summary>
    SameStory,
    /// <summary>An outlet says in its own voice what another said in the same words.</summary>
    WordsOfAnother
}
