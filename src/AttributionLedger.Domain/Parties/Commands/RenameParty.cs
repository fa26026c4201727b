using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties.Commands;

/// <summary>Gives a party the name that it goes by from now on; the older ones stay on record.</summary>
public sealed record RenameParty(EntryId Id, string Name, string? Reason) : PartyCommand
{
    private protected override PartyEvent Fact() => new PartyRenamed(Id, Name, Reason);

    private protected override IEnumerable<Rejection> Refusals(PartyId id, Party? party, IRegister register) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Name(Name, "name"), .. Texts.Line(Reason, "reason")];
}
