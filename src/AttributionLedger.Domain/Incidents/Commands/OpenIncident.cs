using AttributionLedger.Basics;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Begins the record of something that happened.</summary>
/// <param name="Zone">IANA zone of the place; times that carry no zone of their own are read in it.</param>
/// <param name="Invented">It never happened: an exercise or a sample. Said wherever the incident is shown.</param>
public sealed record OpenIncident(string Headline, string Zone, WorldTime? Occurred, string? Place, string? Summary, bool Invented) : IncidentCommand
{
    private protected override bool Opens => true;

    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) =>
        [new IncidentOpened(Headline, Zone, Occurred, Place, Summary, Invented)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Name(Headline, "headline"), .. Texts.Name(Place, "place"), .. Texts.Prose(Summary, "summary", Texts.LineLimit)];
}
