using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Notes that evidence can no longer be found where it was. Never a retraction.</summary>
public sealed record NoteEvidenceGone(EntryId Id, EntryId Evidence, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new EvidenceGone(Id, Evidence, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. OnRecord(record, Evidence, EntryKind.Evidence, "evidence"), .. Texts.Line(Reason, "reason")];
}
