using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.SearchIndex;
using AttributionLedger.Statements;

namespace AttributionLedger.Searching;

/// <summary>What was found.</summary>
/// <param name="Count">Things that fit, over all pages.</param>
/// <param name="IsCountAtLeast">There are more than that many: counting ends at <see cref="SearchEngine.CountLimit"/>, and where each incident has to be read it ends with the page.</param>
/// <param name="Meant">Words that were found in the place of some that were not, for they are spelt almost alike; those that are found on this page.</param>
/// <param name="Broad">Words that are part of the names of more parties than are looked at: not everything that those said is here.</param>
/// <param name="Next">What to ask with for what comes after these; null when there is nothing.</param>
public sealed record SearchShape(
    Audience Reading, IReadOnlyList<FoundShape> Found, int Count, bool IsCountAtLeast, IReadOnlyList<string> Meant, IReadOnlyList<string> Broad, string? Next);

/// <summary>One thing that was found; of the last four, the one that it is.</summary>
/// <param name="Passages">Where the words occur in it; its beginning where it was found by something else.</param>
public sealed record FoundShape(
    SearchKind Kind, IReadOnlyList<PassageShape> Passages, FoundIncidentShape? Incident, StatementShape? Statement, FoundClaimShape? Claim, FoundPartyShape? Party);

/// <summary>The incident that it is, or is part of; null for a party.</summary>
public sealed record FoundIncidentShape(string Id, string Headline, string Zone, bool Invented);

public sealed record FoundClaimShape(string Id, ClaimKind Kind, string Text, PartyShape? Actor);

/// <param name="SpeaksFor">In whose name it may answer now.</param>
/// <param name="MergedInto">The party that it is by now.</param>
public sealed record FoundPartyShape(string Id, string Name, Parties.PartyKind Kind, IReadOnlyList<PartyShape> SpeaksFor, PartyShape? MergedInto);

/// <summary>In which of its texts a passage stands.</summary>
public enum PassageField { Words, Original, Speaker, Description, Qualifier, Verb, Ground, Evidence, Note, TakingBack, Headline, Place, Summary, Claim, Name }

/// <param name="IsCutBefore">The text goes on before it.</param>
/// <param name="IsCutAfter">The text goes on after it.</param>
/// <param name="Pieces">Together the passage, to the letter.</param>
public sealed record PassageShape(PassageField Field, string? Language, bool IsCutBefore, IReadOnlyList<PieceShape> Pieces, bool IsCutAfter);

/// <param name="Found">Whether it is what was looked for.</param>
public sealed record PieceShape(string Text, bool Found);
