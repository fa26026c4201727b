using AttributionLedger.Basics;
using AttributionLedger.Times;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties.Commands;

/// <summary>Records when an affiliation ended. It stays in force for everything said before.</summary>
public sealed record EndAffiliation(EntryId Id, AffiliationId Affiliation, WorldTime Until, string? Reason) : PartyCommand
{
    private protected override PartyEvent Fact() => new AffiliationEnded(Id, Affiliation, Until, Reason);

    private protected override IEnumerable<Rejection> Refusals(PartyId id, Party? party, IRegister register)
    {
        var ended = party?.Affiliations().FirstOrDefault(a => a.Id == Affiliation);
        return
        [
            .. Texts.Id(Id.Value, "id", "an entry"), .. Affiliated(party, Affiliation, "affiliation"), .. Texts.Line(Reason, "reason"),
            .. Until.Latest < ended?.From ? [new Rejection("affiliation-ends-before-it-begins", "until", "This affiliation would end before it begins.")] : Array.Empty<Rejection>(),
            // To move an end later could put two counting parents side by side; a new affiliation is checked for that.
            .. Until.Latest is null || Until.Latest > ended?.Until ? [new Rejection("affiliation-ends-later", "until", "This affiliation is on record with an earlier end. Record a new one for the time after it.")] : Array.Empty<Rejection>()
        ];
    }
}
