using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Ends the work on an incident; nothing more is logged into it until it is reopened.</summary>
public sealed record CloseIncident(EntryId Id, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new IncidentClosed(Id, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Line(Reason, "reason"),
        .. incident.Closed ? [new Rejection("already-closed", "incident", "This incident is closed already.")] : Array.Empty<Rejection>()
    ];
}
