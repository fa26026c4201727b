using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Says what an editor did about a story after what it rests on had changed. From then on only what changes later calls for attention.</summary>
/// <param name="Seen">UTC, by the clock of the publication: up to when the editor had looked. What was logged between the look and the note is not settled. Null for all that is on record.</param>
public sealed record SettleAttention(EntryId Id, EntryId Publication, string Note, DateTimeOffset? Seen = null) : IncidentCommand
{
    /// <summary>What may be done to one publication: each settlement is kept with it, and a story that is looked at more often wants an incident of its own.</summary>
    public const int Limit = 100;

    private protected override bool GoesOnWhenClosed => true;

    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new AttentionSettled(Id, Publication, Note, Seen)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. OnRecord(record, Publication, EntryKind.Publication, "publication"), .. Texts.Line(Note, "note"), .. Looked(record.Entry(Publication), known),
        .. record.Entry(Publication)?.Changes >= Limit ? [new Rejection("too-many", "publication", $"A publication takes at most {Limit} settlements and strikes.")] : Array.Empty<Rejection>()
    ];

    private IEnumerable<Rejection> Looked(LoggedEntry? publication, DateTimeOffset known)
    {
        if (Seen > known) yield return new("seen-after-known", "seen", "Nobody can have looked up to a moment later than now. Give back the lookedAt of what needed attention.");
        if (publication is not { Kind: EntryKind.Publication }) yield break;
        if (Seen < publication.Earliest) yield return new("seen-too-early", "seen", "The story had not run by then. Give back the lookedAt of what needed attention.");
        else if (publication.Looks?.FirstOrDefault(look => Seen < look.Seen) is { } later)
            yield return new("seen-too-early", "seen", $"{later.Settlement} settled what was on record by a later moment. Look at what needs attention since then.");
    }
}
