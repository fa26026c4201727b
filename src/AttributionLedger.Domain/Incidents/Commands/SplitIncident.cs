using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Undoes a merge that was a mistake.</summary>
public sealed record SplitIncident(EntryId Id, IncidentId From, string Reason) : IncidentCommand
{
    private protected override bool GoesOnWhenClosed => true;

    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new IncidentSplit(Id, From, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Line(Reason, "reason"),
        .. incident.MergedInto != From ? [new Rejection("incident-not-merged", "from", $"This incident is not merged into {From}.")] : Array.Empty<Rejection>()
    ];
}
