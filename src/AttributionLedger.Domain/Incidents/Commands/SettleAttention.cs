using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Says what an editor did about a story after what it rests on had changed. From then on only what changes later calls for attention.</summary>
public sealed record SettleAttention(EntryId Id, EntryId Publication, string Note) : IncidentCommand
{
    /// <summary>What may be done to one publication: each settlement is kept with it, and a story that is looked at more often wants an incident of its own.</summary>
    public const int Limit = 100;

    private protected override bool GoesOnWhenClosed => true;

    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new AttentionSettled(Id, Publication, Note)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. OnRecord(record, Publication, EntryKind.Publication, "publication"), .. Texts.Line(Note, "note"),
        .. record.Entry(Publication)?.Changes >= Limit ? [new Rejection("too-many", "publication", $"A publication takes at most {Limit} settlements and strikes.")] : Array.Empty<Rejection>()
    ];
}
