using System.Diagnostics.CodeAnalysis;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;

namespace AttributionLedger.Store;

/// <summary>
/// The names under which events are stored. They are the storage format: a type may be renamed or moved, its name here
/// never. A golden file holds each of them in place.
/// </summary>
public static class EventNames
{
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(IncidentEvent.IncidentOpened)] = "incident_opened",
        [typeof(IncidentEvent.IncidentRevised)] = "incident_revised",
        [typeof(IncidentEvent.ClaimFramed)] = "claim_framed",
        [typeof(IncidentEvent.ClaimReworded)] = "claim_reworded",
        [typeof(IncidentEvent.StatementLogged)] = "statement_logged",
        [typeof(IncidentEvent.ClaimAsserted)] = "claim_asserted",
        [typeof(IncidentEvent.ClaimConfirmed)] = "claim_confirmed",
        [typeof(IncidentEvent.ActorAccused)] = "actor_accused",
        [typeof(IncidentEvent.ResponsibilityClaimed)] = "responsibility_claimed",
        [typeof(IncidentEvent.ClaimAcknowledged)] = "claim_acknowledged",
        [typeof(IncidentEvent.ClaimDenied)] = "claim_denied",
        [typeof(IncidentEvent.ReportDismissed)] = "report_dismissed",
        [typeof(IncidentEvent.NeitherConfirmedNorDenied)] = "neither_confirmed_nor_denied",
        [typeof(IncidentEvent.CommentDeclined)] = "comment_declined",
        [typeof(IncidentEvent.RequestNotAnswered)] = "request_not_answered",
        [typeof(IncidentEvent.DeadlinePassedUnanswered)] = "deadline_passed_unanswered",
        [typeof(IncidentEvent.PartyNotReached)] = "party_not_reached",
        [typeof(IncidentEvent.NoOneMadeAvailable)] = "no_one_made_available",
        [typeof(IncidentEvent.CommentMade)] = "comment_made",
        [typeof(IncidentEvent.CommentSought)] = "comment_sought",
        [typeof(IncidentEvent.EvidenceAttached)] = "evidence_attached",
        [typeof(IncidentEvent.EvidenceGone)] = "evidence_gone",
        [typeof(IncidentEvent.TermsRenegotiated)] = "terms_renegotiated",
        [typeof(IncidentEvent.ConsentWithdrawn)] = "consent_withdrawn",
        [typeof(IncidentEvent.StatementRetracted)] = "statement_retracted",
        [typeof(IncidentEvent.StatementCorrected)] = "statement_corrected",
        [typeof(IncidentEvent.EntryStruck)] = "entry_struck",
        [typeof(IncidentEvent.ReversalStruck)] = "reversal_struck",
        [typeof(IncidentEvent.VoiceSettled)] = "voice_settled",
        [typeof(IncidentEvent.IndependenceRecorded)] = "independence_recorded",
        [typeof(IncidentEvent.StatementLinked)] = "statement_linked",
        [typeof(IncidentEvent.IncidentLinked)] = "incident_linked",
        [typeof(IncidentEvent.IncidentMerged)] = "incident_merged",
        [typeof(IncidentEvent.IncidentSplit)] = "incident_split",
        [typeof(IncidentEvent.IncidentClosed)] = "incident_closed",
        [typeof(IncidentEvent.IncidentReopened)] = "incident_reopened",
        [typeof(IncidentEvent.PublicationRegistered)] = "publication_registered",
        [typeof(IncidentEvent.AttentionSettled)] = "attention_settled",
        [typeof(PartyEvent.PartyRegistered)] = "party_registered",
        [typeof(PartyEvent.PartyRenamed)] = "party_renamed",
        [typeof(PartyEvent.AliasAdded)] = "alias_added",
        [typeof(PartyEvent.AffiliationRecorded)] = "affiliation_recorded",
        [typeof(PartyEvent.AffiliationEnded)] = "affiliation_ended",
        [typeof(PartyEvent.AffiliationStruck)] = "affiliation_struck",
        [typeof(PartyEvent.PartyGraded)] = "party_graded",
        [typeof(PartyEvent.PartyMerged)] = "party_merged",
        [typeof(PartyEvent.PartySplit)] = "party_split"
    };

    private static readonly Dictionary<string, Type> Types = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static IEnumerable<KeyValuePair<Type, string>> All => Names;

    public static string Of(object fact) => Names[fact.GetType()];
    public static string Of<TFact>() => Names[typeof(TFact)];
    public static Type TypeOf(string name) => Types[name];
    public static bool TryTypeOf(string name, [NotNullWhen(true)] out Type? type) => Types.TryGetValue(name, out type);
}
