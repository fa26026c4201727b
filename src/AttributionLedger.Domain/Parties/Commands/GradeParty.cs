using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties.Commands;

/// <summary>Records how reliable the desk finds a party: the first letter of an Admiralty grade, A to F.</summary>
public sealed record GradeParty(EntryId Id, char Reliability, string Reason) : PartyCommand
{
    private protected override PartyEvent Fact() => new PartyGraded(Id, Reliability, Reason);

    private protected override IEnumerable<Rejection> Refusals(PartyId id, Party? party, IRegister register) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Line(Reason, "reason"),
        .. Reliability is < 'A' or > 'F' ? [new Rejection("grade-malformed", "grade", "The reliability of a source is a letter from A to F.")] : Array.Empty<Rejection>()
    ];
}
