using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Statements;

namespace AttributionLedger.Sheets.Writing;

/// <summary>The lines about incidents, their claims, and who said what.</summary>
internal static class IncidentLines
{
    public static void Write(FieldWriter fields, SheetEntry.OfIncident entry)
    {
        FieldWriter Begun(string kind) => fields.Text("entry", kind);
        FieldWriter In(string kind, EntryId id) => Begun(kind).Entry(id).Id("incident", (IncidentId?)entry.Incident);
        (entry.Command switch
        {
            OpenIncident e => Begun("incident").Id("id", (IncidentId?)entry.Incident).Text("headline", e.Headline).Text("zone", e.Zone)
                .Time("occurred", e.Occurred).Text("place", e.Place).Text("summary", e.Summary).Flag("invented", e.Invented),
            ReviseIncident e => In("revise", e.Id).Text("headline", e.Headline).Time("occurred", e.Occurred).Text("place", e.Place).Text("summary", e.Summary).Text("reason", e.Reason),
            FrameClaim e => Claim(Begun("claim").Id("id", (ClaimId?)e.Claim.Id).Id("incident", (IncidentId?)entry.Incident), e.Claim),
            RewordClaim e => In("reword", e.Id).Id("claim", (ClaimId?)e.Claim).Text("text", e.Text).Text("reason", e.Reason),
            SeekComment e => In("request", e.Id).Id("of", (PartyId?)e.Of).Parties("by", e.By, needed: true).Time("asked", e.Asked).Id("claim", e.Claim).Time("deadline", e.Deadline).Text("medium", e.Medium),
            LogStatement e => Statement(In("statement", e.Id), e),
            AttachEvidence e => About("evidence", e.Id, e.Statement).Evidence(e.Evidence),
            NoteEvidenceGone e => In("evidence-gone", e.Id).Id("evidence", (EntryId?)e.Evidence).Text("reason", e.Reason),
            RenegotiateTerms e => About("renegotiation", e.Id, e.Statement).Terms(e.Terms).Text("reason", e.Reason),
            WithdrawConsent e => About("consent-withdrawn", e.Id, e.Statement).Text("reason", e.Reason),
            RetractStatement e => About("retraction", e.Id, e.Statement).Time("said", e.Said).Text("reason", e.Reason).Words(e.Words),
            CorrectStatement e => About("correction", e.Id, e.Statement).Word("whose", (Corrector?)e.Whose).Time("said", e.Said).Text("reason", e.Reason).Stances(e.Stances).Words(e.Words),
            StrikeEntry e => In("strike", e.Id).Id("target", (EntryId?)e.Entry).Text("reason", e.Reason),
            SettleVoice e => About("voice-settled", e.Id, e.Statement).Text("reason", e.Reason),
            LinkStatement e => About("link-statement", e.Id, e.Statement).Id("other", (EntryId?)e.Other).Word("link", (StatementLink?)e.Link).Text("reason", e.Reason),
            RecordIndependence e => In("independence", e.Id).Id("claim", (ClaimId?)e.Claim).Parties("parties", e.Parties, labels: true, needed: true).Text("reason", e.Reason),
            RegisterPublication e => In("publication", e.Id).Text("headline", e.Headline).Text("url", e.Url).Text("published", e.Published.Edtf)
                .Ids("restsOn", e.RestsOn).Word("clock", e.Clock == Clock.Recorded ? null : (Clock?)e.Clock),
            SettleAttention e => In("attention-settled", e.Id).Id("publication", (EntryId?)e.Publication).Text("note", e.Note).Instant("seen", e.Seen),
            LinkIncident e => In("link", e.Id).Id("other", (IncidentId?)e.Other).Word("link", (IncidentLink?)e.Link).Text("reason", e.Reason),
            MergeIncident e => In("merge", e.Id).Id("into", (IncidentId?)e.Into).Text("reason", e.Reason),
            SplitIncident e => In("split", e.Id).Id("from", (IncidentId?)e.From).Text("reason", e.Reason),
            CloseIncident e => In("close", e.Id).Text("reason", e.Reason),
            ReopenIncident e => In("reopen", e.Id).Text("reason", e.Reason),
            var other => throw new InvalidOperationException($"{other.GetType().Name} has no line.")
        }).Instant("noted", entry.Command.Noted);

        FieldWriter About(string kind, EntryId id, EntryId statement) => In(kind, id).Id("statement", (EntryId?)statement);
    }

    private static FieldWriter Claim(FieldWriter fields, Claim claim) => Raised(fields
        .Word("kind", (ClaimKind?)claim.Kind).Text("text", claim.Text).Id("actor", claim.Actor).Id("act", claim.Act).Id("refines", claim.Refines), claim).Figures(claim.Figures);

    private static FieldWriter Raised(FieldWriter fields, Claim claim) => claim.Raised switch
    {
        RaisedBy.Desk => fields,
        RaisedBy.Party => fields.Party("raisedBy", claim.RaisedByParty),
        var other => fields.Word("raisedBy", (RaisedBy?)other)
    };

    private static FieldWriter Statement(FieldWriter fields, LogStatement logged)
    {
        var said = logged.Statement;
        return fields.Parties("by", said.By, labels: true, needed: true).Time("said", said.Said).Stances(logged.Stances).Words(said.Words).Setting(said.Setting)
            .Issuance(said.Issuance, said.Channel).Id("relayOf", said.RelayOf).Word("basis", said.Basis).Terms(said.Terms).Text("grade", said.Grade?.ToString())
            .Objects("evidence", said.Evidence, (inside, piece) => inside.Evidence(piece)).Time("published", said.Published);
    }
}
