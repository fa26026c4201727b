using AttributionLedger.Attribution;
using AttributionLedger.Incidents;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Views;

namespace AttributionLedger.Statements;

/// <param name="Next">What to ask with for the statements after these; null when there are none.</param>
public sealed record StatementsShape(string Incident, Audience Reading, IReadOnlyList<StatementShape> Statements, string? Next);

/// <summary>
/// One statement with all that its reader may know of it. Times are UTC. What is the desk's alone is null in the publishable
/// reading: when it was noted, grade and basis, what was agreed, evidence that the desk holds, why something was reversed.
/// </summary>
/// <param name="By">Who spoke, or in whose name an unverified issuance came, under the names that they go by now.</param>
/// <param name="Channel">Who speaks where the issuance is not verified.</param>
/// <param name="RelayOf">The statement that it repeats, where the reading holds that one.</param>
/// <param name="SameAs">The statement that stands for it, being one act of speech with it; null where it stands for itself, and in the publishable reading, which holds only those.</param>
/// <param name="RelayedSince">What became since of the statement that it repeats, where the reading holds that one: withdrawn, corrected, and for the desk logged in error; each in words that may be published.</param>
/// <param name="Reversals">What was done to it since and is in force, in order; in public only what the speaker or the outlet did.</param>
/// <param name="Publishable">Whether the publishable reading of the same moment holds it; null in that reading.</param>
public sealed record StatementShape(
    string Id, string Incident, StatementStatus Status, IReadOnlyList<PartyShape> By, Issuance Issuance, PartyShape? Channel, TimeShape Said, TimeShape? Published,
    DateTimeOffset Known, DateTimeOffset? Noted, WordsShape? Words, IReadOnlyList<StanceShape> Stances, SettingShape Setting, TermsShape Terms, string? RelayOf,
    string? SameAs, IReadOnlyList<string> RelayedSince, Basis? Basis, string? Grade, IReadOnlyList<EvidenceShape> Evidence, IReadOnlyList<ReversalShape> Reversals, bool? Publishable);

/// <summary>A time in the world as it was given, and its ends where they are closed.</summary>
public sealed record TimeShape(string Edtf, string Zone, string? Wording, DateTimeOffset? Earliest, DateTimeOffset? Latest);

public sealed record WordsShape(WordsForm Form, string Text, string? Language, Translator? TranslatedBy, string? Original, string? OriginalLanguage);

public sealed record StanceShape(
    StanceKind Stance, string? Claim, string? Request, Strength Strength, string? Qualifier, string? Verb, Scope? Scope, string? Ground, IReadOnlyList<FigureGivenShape> Figures);

/// <param name="Most">Null for "at least".</param>
public sealed record FigureGivenShape(string Category, long Least, long? Most, string? AsOf);

/// <param name="Embargo">Null in the publishable reading, where it is over.</param>
public sealed record SettingShape(string? Medium, IReadOnlyList<PartyShape> AskedBy, IReadOnlyList<PartyShape> Via, DateTimeOffset? Embargo, bool Pool);

/// <param name="Reason">Why the speaker is not named, as it may be published.</param>
public sealed record TermsShape(GroundRule Rule, string? Agreed, string? Description, string? Reason);

/// <param name="Id">Null for evidence that came with the statement.</param>
/// <param name="Gone">It can no longer be found where it was, which takes nothing back.</param>
public sealed record EvidenceShape(string? Id, string? Url, string? Archive, string? File, string? Sha256, string? At, string? Note, bool Gone, string? GoneBy, string? GoneBecause);

/// <param name="Known">When it was recorded.</param>
/// <param name="Said">When the speaker said so.</param>
/// <param name="Phrase">What happened, in words that may be published.</param>
/// <param name="Words">What was said in taking it back, or the words as corrected.</param>
/// <param name="Link">How it was linked; null unless it was.</param>
/// <param name="Other">The statement that it was linked to; a link with one that is off the record is not told.</param>
public sealed record ReversalShape(string Id, ReversalKind Kind, Corrector? Whose, DateTimeOffset Known, TimeShape? Said, string Phrase, WordsShape? Words, TermsShape? Terms, string? Reason,
    StatementLink? Link, string? Other);
