using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Says the same proposition in better words. What it says must stay; for another proposition, frame another claim.</summary>
public sealed record RewordClaim(EntryId Id, ClaimId Claim, string Text, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new ClaimReworded(Id, Claim, Text, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. Framed(incident, Claim, "claim"), .. Texts.Line(Text, "text"), .. Texts.Line(Reason, "reason")];
}
