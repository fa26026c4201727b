using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties.Commands;

/// <summary>Takes back an affiliation that this desk recorded in error.</summary>
public sealed record StrikeAffiliation(EntryId Id, AffiliationId Affiliation, string Reason) : PartyCommand
{
    private protected override PartyEvent Fact() => new AffiliationStruck(Id, Affiliation, Reason);

    private protected override IEnumerable<Rejection> Refusals(PartyId id, Party? party, IRegister register) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. Affiliated(party, Affiliation, "affiliation"), .. Texts.Line(Reason, "reason")];
}
