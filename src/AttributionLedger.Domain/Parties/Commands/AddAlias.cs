using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties.Commands;

/// <summary>Adds another name under which a party is found, in any script.</summary>
public sealed record AddAlias(EntryId Id, string Alias) : PartyCommand
{
    private protected override PartyEvent Fact() => new AliasAdded(Id, Alias);

    private protected override IEnumerable<Rejection> Refusals(PartyId id, Party? party, IRegister register) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Name(Alias, "alias")];
}
