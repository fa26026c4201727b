using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Says that this incident is the same as another, where the desk goes on. Its own record stays readable.</summary>
public sealed record MergeIncident(EntryId Id, IncidentId Into, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new IncidentMerged(Id, Into, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. OtherIncident.Refusals(incident, record, Into, "into"), .. Texts.Line(Reason, "reason")];
}
