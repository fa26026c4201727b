using AttributionLedger.Basics;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;

namespace AttributionLedger.Differences;

/// <summary>What differs between two moments of an incident, and why.</summary>
/// <param name="Note">What must be known beside the changes: that nothing was on record at one of the moments, or that nothing changed.</param>
/// <param name="LeftOut">How many more changes there are than are listed.</param>
public sealed record DifferenceShape(
    string Incident, string Zone, MomentShape From, MomentShape To, Clock Clock, Audience Reading, int Rules, IReadOnlyList<ChangedPartShape> Changes, int LeftOut, string? Note);

/// <summary>A moment on both clocks, UTC.</summary>
public sealed record MomentShape(DateTimeOffset SaidBy, DateTimeOffset KnownAt);

/// <summary>One change.</summary>
/// <param name="Kind">What of the reading it is.</param>
/// <param name="Flip">An attribution flipped: the kind or the actors of a status, how an actor is named, or which answer it gives.</param>
/// <param name="Actor">For a standing: whose.</param>
/// <param name="Act">For a status or a standing: the claim that names the act; null for the main act.</param>
/// <param name="Party">Whose position, answer, figure or comment it is.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing any longer.</param>
/// <param name="Because">What caused it, as far as this reading may tell; at most <see cref="DifferenceReader.CauseLimit"/>.</param>
public sealed record ChangedPartShape(
    PartKind Kind, bool Flip, PartyShape? Actor, string? Act, string? Claim, PartyShape? Party, ChangeSideShape? Before, ChangeSideShape? After, IReadOnlyList<CauseShape> Because, string Phrase);

/// <summary>One side of a change.</summary>
/// <param name="Word">The word of the field: a status, a way of being named, an answer, a stance.</param>
/// <param name="Count">Of sources, where they are counted.</param>
/// <param name="Parties">Whom it is about or who says it, beside the one whose it is.</param>
/// <param name="Statements">What it rests on.</param>
public sealed record ChangeSideShape(string Phrase, string? Word, int? Count, IReadOnlyList<PartyShape> Parties, IReadOnlyList<string> Statements);

/// <summary>One cause of a change.</summary>
/// <param name="Kind">The name of the event, or <c>embargo_ended</c>.</param>
/// <param name="Entry">The entry that did it; null where that was the incident or the party itself, and in public but for statements, requests and claims.</param>
/// <param name="Statement">What it was done to, for a reversal.</param>
/// <param name="Parties">Who spoke, was asked, or what was recorded of whom.</param>
/// <param name="Whose">For a reversal: whose error it puts right.</param>
/// <param name="Said">EDTF, as it was given; null for what the desk did.</param>
/// <param name="Known">UTC, by the clock of the reading; null for the end of an embargo.</param>
public sealed record CauseShape(string Kind, string? Entry, string? Statement, IReadOnlyList<PartyShape> Parties, Whose? Whose, string? Said, DateTimeOffset? Known, string Phrase);

/// <summary>By whose error something had to be taken back or put right.</summary>
public enum Whose { Speaker, Outlet, Translation, ThisDesk }
