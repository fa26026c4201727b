using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties.Commands;

/// <summary>Undoes a merge that was a mistake.</summary>
public sealed record SplitParty(EntryId Id, PartyId From, string Reason) : PartyCommand
{
    private protected override PartyEvent Fact() => new PartySplit(Id, From, Reason);

    private protected override IEnumerable<Rejection> Refusals(PartyId id, Party? party, IRegister register) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Line(Reason, "reason"),
        .. party is not null && party.MergedInto != From ? [new Rejection("party-not-merged", "from", $"This party is not merged into {From}.")] : Array.Empty<Rejection>()
    ];
}
