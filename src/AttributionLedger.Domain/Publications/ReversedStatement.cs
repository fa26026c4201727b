using AttributionLedger.Basics;
using AttributionLedger.Times;

namespace AttributionLedger.Publications;

/// <summary>What was done to a statement that a story rests on.</summary>
public enum Reversing
{
    /// <summary>Its speaker took it back.</summary>
    Retracted,
    /// <summary>The speaker, the outlet or the translator got it wrong, and mended it.</summary>
    Corrected,
    /// <summary>This desk logged it in error.</summary>
    Struck,
    ConsentWithdrawn,
    /// <summary>It may be used less freely, or under another description, than when the story ran.</summary>
    TermsStricter,
    /// <summary>What had been done to it by then was itself logged in error.</summary>
    StandsAgain
}

/// <summary>By whose error; nobody's where a source changes its terms.</summary>
public enum InError { Nobody, Speaker, Outlet, Translation, Desk }

/// <summary>A statement that a story rests on, and that does not stand as it stood.</summary>
/// <param name="By">The entry that reversed it.</param>
/// <param name="Reason">As it is on record; null for what is off the record.</param>
/// <param name="Said">When the speaker took it back or corrected itself; null for what others did.</param>
/// <param name="Known">UTC, when the reversal was recorded.</param>
/// <param name="Noted">UTC, when the desk noted it, where that is earlier.</param>
public sealed record ReversedStatement(EntryId Statement, EntryId By, Reversing How, InError Error, string? Reason, WorldTime? Said, DateTimeOffset Known, DateTimeOffset? Noted);
