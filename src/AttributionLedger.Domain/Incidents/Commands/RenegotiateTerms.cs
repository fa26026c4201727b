using AttributionLedger.Basics;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Changes the terms on which a statement may be used, by agreement with the speaker.</summary>
public sealed record RenegotiateTerms(EntryId Id, EntryId Statement, Terms Terms, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new TermsRenegotiated(Id, Statement, Terms, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. OnRecord(record, Statement, EntryKind.Statement, "statement"), .. Texts.Line(Reason, "reason"), .. StatementRules.OfTerms(Terms)];
}
