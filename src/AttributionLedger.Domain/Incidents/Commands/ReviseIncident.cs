using AttributionLedger.Basics;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Changes how the incident is described; what is null stays.</summary>
public sealed record ReviseIncident(EntryId Id, string? Headline, WorldTime? Occurred, string? Place, string? Summary, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) =>
        [new IncidentRevised(Id, Headline, Occurred, Place, Summary, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Name(Headline, "headline"), .. Texts.Name(Place, "place"),
        .. Texts.Prose(Summary, "summary", Texts.LineLimit), .. Texts.Line(Reason, "reason"),
        .. (Headline ?? Place ?? Summary) is null && Occurred is null ? [new Rejection("nothing-to-change", null, "Say what to change: headline, occurred, place or summary.")] : Array.Empty<Rejection>()
    ];
}
