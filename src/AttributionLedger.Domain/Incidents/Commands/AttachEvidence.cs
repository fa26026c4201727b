using AttributionLedger.Basics;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Adds where a statement can be checked.</summary>
public sealed record AttachEvidence(EntryId Id, EntryId Statement, Evidence Evidence) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new EvidenceAttached(Id, Statement, Evidence)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Id(Id.Value, "id", "a piece of evidence"), .. OnRecord(record, Statement, EntryKind.Statement, "statement"), .. StatementRules.OfEvidence(Evidence, "evidence")];
}
