using AttributionLedger.Parties;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Spreadsheets.Writing;

/// <summary>A party as a table shows it.</summary>
/// <param name="Id">Of an unnamed source it is never written; a label stands for it.</param>
/// <param name="Name">Of an unnamed source: the description.</param>
public sealed record TableParty(string Id, string Name, PartyKind Kind)
{
    /// <summary>Whether a label stands for it.</summary>
    public bool IsUnnamed => Kind == PartyKind.Unnamed;
}

/// <summary>What a row says of its incident.</summary>
/// <param name="Zone">IANA; in which the times of the rows are read that do not say theirs.</param>
public sealed record TableIncident(string Id, string Headline, string Zone, WorldTime? Occurred, string? Place, bool Invented);

/// <summary>What a row says of the claim that its stance is about.</summary>
/// <param name="RaisedByParty">Who raised it, where that is a party.</param>
public sealed record TableClaim(
    string Id, ClaimKind Kind, string Text, TableParty? Actor = null, string? Act = null, string? Refines = null,
    RaisedBy Raised = RaisedBy.Desk, TableParty? RaisedByParty = null);

/// <summary>A stance with the claim that it is about; none for the incident as a whole.</summary>
public sealed record TableStance(Stance Stance, TableClaim? Claim);

/// <summary>A speaker that took a statement back.</summary>
/// <param name="Because">The reason, as its reader may know it.</param>
public sealed record TableRetraction(WorldTime Said, string Because);

/// <summary>Whether a statement stands.</summary>
public enum TableStatus { Live, Retracted, Struck }

/// <summary>A statement as its reader may know it; each of its stances is a row.</summary>
/// <param name="Embargo">UTC, like the next two.</param>
/// <param name="Retraction">Where the status is retracted.</param>
public sealed record TableStatement(
    string Id, IReadOnlyList<TableParty> By, WorldTime Said, IReadOnlyList<TableStance> Stances, Terms Terms, DateTimeOffset Known, WorldTime? Published = null, Words? Words = null,
    string? Medium = null, IReadOnlyList<TableParty>? AskedBy = null, IReadOnlyList<TableParty>? Via = null, DateTimeOffset? Embargo = null, bool Pool = false, string? RelayOf = null,
    Issuance Issuance = Issuance.Verified, TableParty? Channel = null, Basis? Basis = null, string? Grade = null, IReadOnlyList<Evidence>? Evidence = null, DateTimeOffset? Noted = null,
    TableStatus Status = TableStatus.Live, TableRetraction? Retraction = null);
