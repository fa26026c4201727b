namespace AttributionLedger.Spreadsheets.Columns;

/// <summary>
/// The columns of the statement table, in the order in which the template shows them and the export writes them. One row
/// is one stance of one statement.
/// </summary>
public enum Column
{
    /// <summary>The incident's id. This one and the next five are about the incident.</summary>
    Incident,
    Headline, Zone, Occurred, Place, Invented,
    /// <summary>The statement's id: rows that share it are one statement with several stances.</summary>
    Statement,
    /// <summary>Who spoke, by name; several with <c>;</c> between them, and their ids and kinds in the same order.</summary>
    By,
    ById, ByKind, Said, Published, Stance,
    /// <summary>The proposition that the stance is about, in words.</summary>
    Claim,
    ClaimId, ClaimKind,
    /// <summary>Who is said to have done it, for a claim of responsibility.</summary>
    Actor,
    ActorId, ActorKind, RaisedBy, Refines, Act, Request, Scope, Strength, Qualifier, Verb, Ground, Figures,
    Form, Words, Language, TranslatedBy, Original, OriginalLanguage,
    Medium, AskedBy, Via, Embargo, Pool, RelayOf, Issuance, Channel, Basis,
    Terms, Agreed,
    /// <summary>The agreed description of a source that is not named.</summary>
    Description,
    Reason, Grade, Evidence, Noted,
    /// <summary>Live, retracted or struck; the two after it tell of the retraction.</summary>
    Status,
    RetractedSaid, RetractedBecause,
    /// <summary>When the ledger recorded it. Written by the ledger and passed over on the way in.</summary>
    Known,
    /// <summary>The clock time of what was said, where a file keeps it apart from the day. Never written by the export.</summary>
    SaidTime
}
