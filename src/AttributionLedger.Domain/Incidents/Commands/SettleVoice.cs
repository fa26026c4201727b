using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Marks a statement as the one that settles what the voices of a party had said apart.</summary>
public sealed record SettleVoice(EntryId Id, EntryId Statement, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new VoiceSettled(Id, Statement, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. OnRecord(record, Statement, EntryKind.Statement, "statement"), .. HeardItself(record, Statement, "statement"), .. Texts.Line(Reason, "reason")];
}
