using AttributionLedger.Basics;
using AttributionLedger.Times;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties.Commands;

/// <summary>Records that a party speaks for another, or is part of it.</summary>
public sealed record RecordAffiliation(AffiliationId Id, Link Link, PartyId To, bool Counts, WorldTime? From, WorldTime? Until) : PartyCommand
{
    private protected override PartyEvent Fact() => new AffiliationRecorded(Id, Link, To, Counts, From, Until);

    private protected override IEnumerable<Rejection> Refusals(PartyId id, Party? party, IRegister register)
    {
        var stretch = new Stretch(From?.Earliest, Until?.Latest);
        string field = Link == Link.SpeaksFor ? "speaksFor" : "partOf";
        return
        [
            .. Texts.Id(Id.Value, "id", "an affiliation"), .. Known(register, To, field),
            .. stretch.IsEmpty ? [new Rejection("affiliation-ends-before-it-begins", "until", "This affiliation would end before it begins.")] : Array.Empty<Rejection>(),
            .. register.Party(To)?.Kind == PartyKind.Unnamed ? [new Rejection("affiliation-to-unnamed", field, "Nobody can be affiliated to an unnamed party: that would name it.")] : Array.Empty<Rejection>(),
            .. AffiliationRules.Cycle(id, this, stretch, register, field), .. AffiliationRules.SecondParent(party, this, stretch)
        ];
    }
}
