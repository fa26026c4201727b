using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Fields;
using AttributionLedger.Sheets.Outcomes;
using static AttributionLedger.Sheets.Entries.PartyEntries;

namespace AttributionLedger.Sheets.Entries;

/// <summary>The lines about incidents as a whole.</summary>
internal static class IncidentEntries
{
    public static SheetEntry Incident(FieldReader fields)
    {
        var id = fields.NeededId<IncidentId>("id", "the id by which later lines name the incident");
        var headline = fields.NeededText("headline", "what happened, in one line");
        var zone = fields.NeededZone("zone");
        var command = new OpenIncident(headline, zone, fields.Time("occurred"), fields.Text("place"), fields.Text("summary"), fields.Flag("invented"))
        {
            Noted = fields.Instant("noted")
        };
        return new SheetEntry.OfIncident(fields.Line.Line, id, command);
    }

    public static IncidentCommand Revise(FieldReader fields)
    {
        var (headline, occurred, place, summary) = (fields.Text("headline"), fields.Time("occurred"), fields.Text("place"), fields.Text("summary"));
        return new ReviseIncident(fields.IdOrDerived<EntryId>("revise"), headline, occurred, place, summary, Reason(fields));
    }

    public static IncidentCommand Link(FieldReader fields)
    {
        var other = fields.NeededId<IncidentId>("other", "the id of the other incident");
        var link = fields.NeededWord<IncidentLink>("link");
        return new LinkIncident(fields.IdOrDerived<EntryId>("link"), other, link, fields.Text("reason"));
    }

    public static IncidentCommand Merge(FieldReader fields) =>
        new MergeIncident(fields.IdOrDerived<EntryId>("merge"), fields.NeededId<IncidentId>("into", "the incident that this one is the same as"), Reason(fields));

    public static IncidentCommand Split(FieldReader fields) =>
        new SplitIncident(fields.IdOrDerived<EntryId>("split"), fields.NeededId<IncidentId>("from", "the incident that this one was merged into"), Reason(fields));

    public static IncidentCommand Close(FieldReader fields) => new CloseIncident(fields.IdOrDerived<EntryId>("close"), Reason(fields));

    public static IncidentCommand Reopen(FieldReader fields) => new ReopenIncident(fields.IdOrDerived<EntryId>("reopen"), Reason(fields));
}
