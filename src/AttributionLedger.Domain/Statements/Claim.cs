using AttributionLedger.Basics;

namespace AttributionLedger.Statements;

/// <summary>What a claim is about.</summary>
public enum ClaimKind { Occurrence, Responsibility, Origin, Target, Means, Damage, Casualties, Motive, Authenticity, Other }

/// <summary>Who raised a claim when it was no party.</summary>
public enum RaisedBy { Party, Question, UnnamedReports, Desk }

/// <summary>A proposition about an incident that can be asserted, confirmed or denied.</summary>
/// <param name="Text">The proposition, in the desk's words.</param>
/// <param name="Actor">For responsibility, and only then: who is said to have done it.</param>
/// <param name="Act">For responsibility: the occurrence claim that names the act; null when the act is the incident itself.</param>
/// <param name="Refines">The broader claim that this one makes narrower: confirming the narrower supports the broader, denying the broader denies the narrower.</param>
/// <param name="Figures">For casualties and damage: what was claimed.</param>
public sealed record Claim(
    ClaimId Id, ClaimKind Kind, string Text, PartyId? Actor = null, ClaimId? Act = null, ClaimId? Refines = null,
    RaisedBy Raised = RaisedBy.Desk, PartyId? RaisedByParty = null, Listing<Figure>? Figures = null);
