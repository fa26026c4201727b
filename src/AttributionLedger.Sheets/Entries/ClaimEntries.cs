using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Fields;
using AttributionLedger.Statements;
using static AttributionLedger.Sheets.Entries.PartyEntries;

namespace AttributionLedger.Sheets.Entries;

/// <summary>The lines about claims.</summary>
internal static class ClaimEntries
{
    public static IncidentCommand Claim(FieldReader fields)
    {
        var id = fields.NeededId<ClaimId>("id", "the id by which stances name the claim");
        var kind = fields.NeededWord<ClaimKind>("kind");
        var text = fields.NeededText("text", "the proposition, in one sentence that can be asserted or denied");
        var (actor, act, refines) = (fields.Id<PartyId>("actor"), fields.Id<ClaimId>("act"), fields.Id<ClaimId>("refines"));
        var (raised, party) = fields.Text("raisedBy") switch
        {
            null or "desk" => (RaisedBy.Desk, (PartyId?)null),
            "question" => (RaisedBy.Question, null),
            "unnamed-reports" => (RaisedBy.UnnamedReports, null),
            _ => (RaisedBy.Party, fields.PartyOrLabel("raisedBy"))
        };
        return new FrameClaim(new(id, kind, text, actor, act, refines, raised, party, Pieces.Figures(fields)));
    }

    public static IncidentCommand Reword(FieldReader fields)
    {
        var (claim, text) = (Which(fields), fields.NeededText("text", "the better words for the same proposition"));
        return new RewordClaim(fields.IdOrDerived<EntryId>("reword"), claim, text, Reason(fields));
    }

    public static IncidentCommand Independence(FieldReader fields)
    {
        var (claim, parties) = (Which(fields), fields.NeededParties("parties", labels: true, "the parties that are independent of each other, at least two"));
        return new RecordIndependence(fields.IdOrDerived<EntryId>("independence"), claim, parties, Reason(fields));
    }

    private static ClaimId Which(FieldReader fields) => fields.NeededId<ClaimId>("claim", "the id of the claim");
}
