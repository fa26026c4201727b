using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Suggesting;

/// <param name="Parties">The likeliest first.</param>
public sealed record SuggestedPartiesShape(Audience Reading, IReadOnlyList<SuggestedPartyShape> Parties);

/// <summary>A party that may be meant by what was typed so far.</summary>
/// <param name="Name">The present one.</param>
/// <param name="Typed">The name or alias that begins with it, where that is another.</param>
/// <param name="SpeaksFor">In whose name it may answer now.</param>
/// <param name="IsGuess">No name of it begins so; one is spelt almost alike.</param>
public sealed record SuggestedPartyShape(string Id, string Name, PartyKind Kind, string? Typed, IReadOnlyList<PartyShape> SpeaksFor, bool IsGuess);

/// <param name="Claims">The likeliest first.</param>
public sealed record SuggestedClaimsShape(Audience Reading, IReadOnlyList<SuggestedClaimShape> Claims);

public sealed record SuggestedClaimShape(string Incident, string Headline, string Id, ClaimKind Kind, string Text, PartyShape? Actor);

/// <summary>Parties that may be one.</summary>
/// <param name="Next">What to ask with for the pairs after these; null when the register was gone through.</param>
public sealed record SuggestedMergesShape(IReadOnlyList<SuggestedMergeShape> Merges, string? Next);

/// <param name="Party">The one that would be merged.</param>
/// <param name="Into">The one that was registered first.</param>
/// <param name="PartyName">Of its names, the one that is like.</param>
/// <param name="IntoName">Likewise.</param>
/// <param name="Likeness">From 0 to 1: 1 where the names differ in case, accents and signs at most.</param>
/// <param name="Line">The line of a ledger sheet that merges them, to be given a reason of one's own.</param>
public sealed record SuggestedMergeShape(PartyShape Party, PartyShape Into, string PartyName, string IntoName, double Likeness, string Line);
