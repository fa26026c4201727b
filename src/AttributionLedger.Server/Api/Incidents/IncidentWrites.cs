using AttributionLedger.Api.Writing;

namespace AttributionLedger.Api.Incidents;

/// <summary>The writes of an incident, feature by feature.</summary>
internal static class IncidentWrites
{
    private const string Incident = "/api/incidents/{incident}", Claim = $"{Incident}/claims/{{claim}}", Statement = $"{Incident}/statements/{{statement}}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapWrites("Incidents",
            new("OpenIncident", "/api/incidents", "incident", "Open an incident"),
            new("ReviseIncident", $"{Incident}/revisions", "revise", "Say more exactly what happened", Changing.Incident),
            new("LinkIncident", $"{Incident}/links", "link", "Link it to another incident"),
            new("MergeIncident", $"{Incident}/merge", "merge", "Record that it is the same as another", Changing.Incident),
            new("SplitIncident", $"{Incident}/split", "split", "Undo a merge", Changing.Incident),
            new("CloseIncident", $"{Incident}/closing", "close", "Close it", Changing.Incident),
            new("ReopenIncident", $"{Incident}/reopening", "reopen", "Reopen it", Changing.Incident));
        app.MapWrites("Claims",
            new("FrameClaim", $"{Incident}/claims", "claim", "Frame what can be asserted or denied"),
            new("RewordClaim", $"{Claim}/rewordings", "reword", "Find better words for the same proposition", Changing.Incident),
            new("RecordIndependence", $"{Claim}/independence", "independence", "Record that parties know of it independently"));
        app.MapWrites("Statements",
            new("RegisterSource", $"{Incident}/sources", "unnamed", "Register an unnamed source of this incident", NeedsKey: true),
            new("LogStatement", $"{Incident}/statements", "statement", "Log what somebody said, or refused to say"),
            new("LinkStatement", $"{Statement}/links", "link-statement", "Record that it repeats another, is the same, or is not", Changing.Entry, "statement"),
            new("AttachEvidence", $"{Statement}/evidence", "evidence", "Attach where it can be checked"),
            new("NoteEvidenceGone", $"{Incident}/evidence/{{evidence}}/gone", "evidence-gone", "Note that evidence can no longer be found", Changing.Entry, "evidence"));
        app.MapWrites("Requests for comment",
            new("SeekComment", $"{Incident}/requests", "request", "Record that a party was asked for comment"),
            new("RecordOutcome", $"{Incident}/requests/{{request}}/outcomes", "statement", "Record what the party answered, or that it did not", AnswersRequest: true));
        app.MapWrites("Publications",
            new("RegisterPublication", $"{Incident}/publications", "publication", "Register a story that ran"),
            new("SettleAttention", $"{Incident}/publications/{{publication}}/settlement", "attention-settled", "Record that an editor looked at what changed since it ran", Changing.Entry, "publication"));
        app.MapWrites("Reversals",
            new("RenegotiateTerms", $"{Statement}/terms", "renegotiation", "Record new terms", Changing.Entry, "statement"),
            new("WithdrawConsent", $"{Statement}/consent-withdrawals", "consent-withdrawn", "Record that consent was withdrawn", Changing.Entry, "statement"),
            new("RetractStatement", $"{Statement}/retractions", "retraction", "Record that the speaker took it back", Changing.Entry, "statement"),
            new("CorrectStatement", $"{Statement}/corrections", "correction", "Record a correction by speaker, outlet, translator or desk", Changing.Entry, "statement"),
            new("SettleVoice", $"{Statement}/settlements", "voice-settled", "Record that it settles a divided voice", Changing.Entry, "statement"),
            new("StrikeEntry", $"{Incident}/entries/{{target}}/strikes", "strike", "Strike what this desk logged in error; a strike can be struck in turn", Changing.Entry, "target"));
    }
}
