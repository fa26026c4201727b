using AttributionLedger.Basics;
using AttributionLedger.Times;

namespace AttributionLedger.Statements;

/// <summary>One act of speech, or of refusing to speak, by one party or by several jointly; everything but its stances.</summary>
/// <param name="By">Who spoke, or in whose name it was issued; several, jointly, count as one source.</param>
/// <param name="Said">When, in the world.</param>
/// <param name="Issuance">Unless verified, <paramref name="Channel"/> speaks, not the named party.</param>
/// <param name="Channel">Through what an unverified issuance came; a party, described if need be.</param>
/// <param name="RelayOf">The statement of this incident that this one repeats.</param>
public sealed record Statement(
    Listing<PartyId> By, WorldTime Said, Terms Terms, Setting Setting,
    Words? Words = null, Issuance Issuance = Issuance.Verified, PartyId? Channel = null, EntryId? RelayOf = null,
    Basis? Basis = null, Grade? Grade = null, Listing<Evidence>? Evidence = null, WorldTime? Published = null)
{
    /// <summary>Whose words these are, as far as anybody knows: the speakers, or the channel of an unverified issuance.</summary>
    public Listing<PartyId> Speaking() => this is { Issuance: not Issuance.Verified, Channel: { } channel } ? [channel] : By;

    /// <summary>In whose name an unverified issuance came; nobody for a verified one.</summary>
    public Listing<PartyId> InTheNameOf() => Issuance == Issuance.Verified ? [] : By;
}
