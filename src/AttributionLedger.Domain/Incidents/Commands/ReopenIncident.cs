using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Takes the work on a closed incident up again.</summary>
public sealed record ReopenIncident(EntryId Id, string Reason) : IncidentCommand
{
    private protected override bool GoesOnWhenClosed => true;

    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new IncidentReopened(Id, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Line(Reason, "reason"),
        .. !incident.Closed ? [new Rejection("not-closed", "incident", "This incident is not closed.")] : Array.Empty<Rejection>()
    ];
}
