using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Views;

/// <summary>What was done to a statement after it was logged.</summary>
public enum ReversalKind { Retracted, Corrected, TermsRenegotiated, ConsentWithdrawn, VoiceSettled, Linked, Struck }

/// <summary>A reversal that is in force, kept beside its statement so that nobody looks for it among the events.</summary>
/// <param name="Known">UTC, when it was recorded.</param>
/// <param name="Said">When the speaker said so; null where nobody did.</param>
/// <param name="Reason">The desk's.</param>
/// <param name="Whose">By whose error, of a correction.</param>
/// <param name="Words">What the speaker said in taking it back, or the words as they were corrected.</param>
/// <param name="Terms">The new terms.</param>
/// <param name="Noted">UTC, when the desk noted it, where that was earlier.</param>
/// <param name="Link">How it was linked, of a link.</param>
/// <param name="Other">The statement that it was linked to.</param>
public sealed record ReversalNote(
    EntryId Id, ReversalKind Kind, DateTimeOffset Known, WorldTime? Said, string Reason, Corrector? Whose = null, Words? Words = null, Terms? Terms = null, DateTimeOffset? Noted = null,
    StatementLink? Link = null, EntryId? Other = null)
{
    /// <summary>UTC, the day by which it is told where nobody said it: when it was noted or recorded, whichever is earlier.</summary>
    public DateTimeOffset Dated() => Noted ?? Known;

    public static ReversalNote? Of(Recorded<IncidentEvent> fact) => Kept(fact) is { } note ? note with { Noted = fact.Fact.Noted } : null;

    private static ReversalNote? Kept(Recorded<IncidentEvent> fact) => fact.Fact switch
    {
        StatementRetracted e => new(e.Id, ReversalKind.Retracted, fact.At, e.Said, e.Reason, Words: e.Words),
        StatementCorrected e => new(e.Id, ReversalKind.Corrected, fact.At, e.Said, e.Reason, e.Whose, e.Words),
        TermsRenegotiated e => new(e.Id, ReversalKind.TermsRenegotiated, fact.At, null, e.Reason, Terms: e.Terms),
        ConsentWithdrawn e => new(e.Id, ReversalKind.ConsentWithdrawn, fact.At, null, e.Reason),
        VoiceSettled e => new(e.Id, ReversalKind.VoiceSettled, fact.At, null, e.Reason),
        StatementLinked e => new(e.Id, ReversalKind.Linked, fact.At, null, e.Reason, Link: e.Link, Other: e.Other),
        EntryStruck e => new(e.Id, ReversalKind.Struck, fact.At, null, e.Reason),
        _ => null
    };
}

/// <summary>Evidence that was attached after its statement was logged.</summary>
/// <param name="GoneBy">The entry that says that it can no longer be found; null while it can.</param>
public sealed record EvidenceNote(EntryId Id, Evidence Evidence, EntryId? GoneBy = null, string? GoneBecause = null);
