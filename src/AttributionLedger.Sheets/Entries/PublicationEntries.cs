using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Fields;

namespace AttributionLedger.Sheets.Entries;

/// <summary>The lines about stories that ran.</summary>
internal static class PublicationEntries
{
    public static IncidentCommand Publication(FieldReader fields)
    {
        var (headline, url) = (fields.Text("headline"), fields.NeededText("url", "the address of the story, https://..."));
        var published = fields.NeededInstant("published", "when it ran");
        var (restsOn, clock) = (fields.Ids<EntryId>("restsOn"), fields.Word<Clock>("clock") ?? Clock.Recorded);
        return new RegisterPublication(fields.IdOrDerived<EntryId>("publication"), headline, url, published, restsOn, clock);
    }

    public static IncidentCommand AttentionSettled(FieldReader fields)
    {
        var publication = fields.NeededId<EntryId>("publication", "the id of the publication");
        var note = fields.NeededText("note", "what an editor did about it");
        return new SettleAttention(fields.IdOrDerived<EntryId>("attention-settled"), publication, note, fields.Instant("seen"));
    }
}
