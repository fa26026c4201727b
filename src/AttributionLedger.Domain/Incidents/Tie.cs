using AttributionLedger.Basics;

namespace AttributionLedger.Incidents;

/// <summary>That a statement is linked with another, as either of the two knows it.</summary>
/// <param name="Link">The entry of the link.</param>
/// <param name="With">The statement at the other end.</param>
/// <param name="IsOther">The link is about the statement at the other end, and names this one as its other.</param>
public sealed record Tie(EntryId Link, EntryId With, StatementLink How, bool IsOther);
