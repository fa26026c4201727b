using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Attribution;

/// <summary>
/// The stable shape of a reading for programs. Words are those of the field, in kebab-case; times are UTC in ISO 8601;
/// parties are ids with the name that they went by. The under whom of an unnamed source is counted and never shown.
/// </summary>
public sealed record ReadingShape(
    IncidentShape Incident, AsOfShape AsOf, int Rules, StatusShape? Status, IReadOnlyList<StatusShape> Acts, IReadOnlyList<StandingShape> Standings,
    IReadOnlyList<AnsweredShape> Answered, IReadOnlyList<SaidShape> Asked, IReadOnlyList<ClaimShape> Claims, IReadOnlyList<SaidShape> Comments, IReadOnlyList<GuardShape> Guards, string? Note = null);

public sealed record IncidentShape(string Id, string Headline, string Zone, string? Occurred, string? Place, string? Summary, bool Invented, bool Closed, string? MergedInto);
public sealed record AsOfShape(DateTimeOffset SaidBy, DateTimeOffset KnownAt, Clock Clock, Audience Reading);
public sealed record StatusShape(StatusKind Status, string? Act, int? Count, IReadOnlyList<PartyShape> Actors, IReadOnlyList<PartyShape> Described, IReadOnlyList<PartyShape> StatedAsFactBy, string Phrase, ReasonShape Reason);
public sealed record ReasonShape(string Rule, int Rules, IReadOnlyList<string> Statements);

/// <param name="Root">Null where the source is counted under a party that must not be named.</param>
public sealed record SourceShape(PartyShape? Root, IReadOnlyList<PartyShape> Speakers, IReadOnlyList<string> Statements);

/// <summary>One stance with who took it and how.</summary>
public sealed record SaidShape(
    PartyShape Party, string Statement, StanceKind? Stance, string? Claim, Strength? Strength, Scope? Scope, string? Qualifier, string? Verb, string? Ground,
    Issuance? Issuance, IReadOnlyList<PartyShape>? InTheNameOf, IReadOnlyList<PartyShape>? AskedBy, string? Request, DateTimeOffset? SaidEarliest, DateTimeOffset SaidLatest, DateTimeOffset Known);

public sealed record AnswerShape(AnswerKind Answer, string Phrase, SaidShape? Stance, bool DividedVoice, IReadOnlyList<SaidShape> Opposed, IReadOnlyList<SaidShape> Beside, SaidShape? Pending);

/// <param name="AccusedBy">The number of sources; <paramref name="Sources"/> lists them.</param>
/// <param name="NotFlat">What is hedged, conditional or implied, and counts for nobody.</param>
/// <param name="NotCounted">What unnamed sources say flatly, where the rules do not count them.</param>
/// <param name="AlsoSaidBy">Unnamed sources that are counted under one of those listed, which is not shown.</param>
public sealed record StandingShape(
    PartyShape Actor, string? Act, IReadOnlyList<string> Claims, Named Named, IReadOnlyList<Named> AlsoNamed, string Phrase, int AccusedBy,
    IReadOnlyList<SourceShape> Sources, IReadOnlyList<SourceShape> AlsoSaidBy, IReadOnlyList<SourceShape> DisputedBy, IReadOnlyList<PartyShape> StatedAsFactBy,
    IReadOnlyList<string> Withdrawn, AnswerShape Answer, IReadOnlyList<SaidShape> NotFlat, IReadOnlyList<SaidShape> NotCounted, IReadOnlyList<ReasonShape> Reasons);

public sealed record AnsweredShape(PartyShape Party, IReadOnlyList<string> Claims, AnswerShape Answer);
public sealed record FigureShape(PartyShape Party, string Category, long Least, long? Most, string? AsOf, bool Rival, string Statement);
public sealed record IndependenceShape(IReadOnlyList<PartyShape> Parties, string Reason);

public sealed record ClaimShape(
    string Id, ClaimKind Kind, string Text, PartyShape? Actor, string? Act, string? Refines, RaisedBy Raised, PartyShape? RaisedByParty, int SupportedBy, IReadOnlyList<SourceShape> Sources,
    IReadOnlyList<SourceShape> AlsoSaidBy, int DeniedBy, IReadOnlyList<SourceShape> Deniers, int DeniedInPartBy, IReadOnlyList<PartyShape> StatedAsFactBy,
    IReadOnlyList<SaidShape> Positions, IReadOnlyList<SaidShape> Beside, IReadOnlyList<FigureShape> Figures, IReadOnlyList<IndependenceShape> Independence);

public sealed record GuardShape(string Code, string Message, IReadOnlyList<string> Entries);
