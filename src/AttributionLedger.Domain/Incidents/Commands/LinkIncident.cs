using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Says how this incident belongs to another. Links make nobody responsible.</summary>
public sealed record LinkIncident(EntryId Id, IncidentId Other, IncidentLink Link, string? Reason) : IncidentCommand
{
    private const int Limit = 200;

    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new IncidentLinked(Id, Other, Link, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. OtherIncident.Refusals(incident, record, Other, "other"), .. Texts.Line(Reason, "reason"),
        .. incident.Links.Count >= Limit ? [new Rejection("too-many", null, $"An incident has at most {Limit} links.")] : Array.Empty<Rejection>()
    ];
}
