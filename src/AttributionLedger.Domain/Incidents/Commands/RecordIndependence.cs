using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Records that parties know of a claim independently of each other, and why the desk thinks so.</summary>
public sealed record RecordIndependence(EntryId Id, ClaimId Claim, Listing<PartyId> Parties, string Reason) : IncidentCommand
{
    private const int Limit = 500;

    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new IndependenceRecorded(Id, Claim, Parties, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. Framed(incident, Claim, "claim"), .. Parties.SelectMany(party => Known(record, party, "parties")), .. FromElsewhere(incident, record, Parties, "parties"), .. Texts.Line(Reason, "reason"),
        .. incident.Independence.Count >= Limit ? [new Rejection("too-many", null, $"An incident has at most {Limit} notes of independence.")] : Array.Empty<Rejection>(),
        .. Parties.Distinct().Count() is < 2 or > 20 ? [new Rejection("parties-missing", "parties", "Name from 2 to 20 different parties that are independent of each other.")] : Array.Empty<Rejection>()
    ];
}
