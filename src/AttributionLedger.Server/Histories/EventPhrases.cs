using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Wordings;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Histories;

/// <summary>Each event in the words of an editor.</summary>
/// <param name="zone">The incident's.</param>
internal sealed class EventPhrases(Register register, string zone)
{
    /// <summary>Characters of a quotation in a line of history.</summary>
    private const int QuotationLimit = 120;

    /// <summary>Ids in a line of history.</summary>
    private const int ListedLimit = 10;

    /// <param name="recorded">UTC.</param>
    public string Of(IncidentEvent fact, DateTimeOffset recorded) => fact switch
    {
        IncidentOpened e => $"incident opened: {e.Headline}",
        IncidentRevised e => $"incident revised: {e.Reason}",
        ClaimFramed e => $"claim {e.Claim.Id} framed ({Spelling.Read(e.Claim.Kind)}{(e.Claim.Actor is { } actor ? $", actor {Name(actor)}" : "")}): {e.Claim.Text}",
        ClaimReworded e => $"claim {e.Claim} reworded: {e.Text} ({e.Reason})",
        StatementLogged e => $"{Names(e.Statement.By)} {(e.Statement.Words is { } words ? Quoted(words) : "spoke, words not recorded")}{Issued(e.Statement)}",
        StanceTaken e => $"{Names(e.By)} {Stance(e)}{(e.Strength == Strength.Flat ? "" : $", {Spelling.Read(e.Strength)}")}",
        CommentSought e => $"comment sought of {Name(e.Of)} by {Names(e.By)}{On(e.Claim)}",
        EvidenceAttached e => $"evidence attached to {e.Statement}",
        EvidenceGone e => $"evidence {e.Evidence} no longer available: {e.Reason}",
        TermsRenegotiated e => $"terms of {e.Statement} renegotiated to {Spelling.Read(e.Terms.Rule)}: {e.Reason}",
        ConsentWithdrawn e => $"consent to {e.Statement} withdrawn: {e.Reason}",
        StatementRetracted e => $"{e.Statement} {ReversalPhrases.Withdrawn(e.Said)}: {e.Reason}",
        StatementCorrected e => $"{e.Statement} {ReversalPhrases.Corrected(e.Whose, e.Said, e.Noted ?? recorded, zone)}: {e.Reason}",
        EntryStruck e => $"{e.Entry} {ReversalPhrases.Struck}, and struck: {e.Reason}",
        ReversalStruck e => $"{e.Reversal} {ReversalPhrases.Struck}, and struck; {e.Entry} stands again: {e.Reason}",
        VoiceSettled e => $"{e.Statement} settles the voice: {e.Reason}",
        IndependenceRecorded e => $"{Names(e.Parties)} are independent on {e.Claim}: {e.Reason}",
        StatementLinked { Link: StatementLink.RelayOf } e => $"{e.Statement} repeats {e.Other}: {e.Reason}",
        StatementLinked { Link: StatementLink.SameAs } e => $"{e.Statement} is the same as {e.Other}: {e.Reason}",
        StatementLinked e => $"{e.Statement} is not the same as {e.Other}: {e.Reason}",
        IncidentLinked e => $"linked: {Spelling.Read(e.Link)} {e.Other}",
        IncidentMerged e => $"merged into {e.Into}: {e.Reason}",
        IncidentSplit e => $"split from {e.From} again: {e.Reason}",
        IncidentClosed e => $"closed: {e.Reason}",
        IncidentReopened e => $"reopened: {e.Reason}",
        PublicationRegistered e => $"published: {(e.Headline is { } headline ? $"{headline}, " : "")}{e.Url}, resting on {(e.RestsOn is { } statements ? Listed(statements) : $"the reading of its time ({Spelling.Read(e.Clock)} clock)")}",
        AttentionSettled e => $"{e.Publication} looked at: {e.Note}",
        _ => fact.GetType().Name
    };

    /// <summary>When it was said or done in the world, as it was given.</summary>
    public static WorldTime? Said(IncidentEvent fact) => fact switch
    {
        StatementLogged e => e.Statement.Said,
        CommentSought e => e.Asked,
        StatementRetracted e => e.Said,
        StatementCorrected e => e.Said,
        PublicationRegistered e => e.Published,
        _ => null
    };

    /// <summary>Why, in the desk's words; null where no reason is given.</summary>
    public static string? Reason(IncidentEvent fact) => fact switch
    {
        IncidentRevised e => e.Reason,
        ClaimReworded e => e.Reason,
        EvidenceGone e => e.Reason,
        TermsRenegotiated e => e.Reason,
        ConsentWithdrawn e => e.Reason,
        StatementRetracted e => e.Reason,
        StatementCorrected e => e.Reason,
        EntryStruck e => e.Reason,
        ReversalStruck e => e.Reason,
        VoiceSettled e => e.Reason,
        IndependenceRecorded e => e.Reason,
        StatementLinked e => e.Reason,
        IncidentLinked e => e.Reason,
        IncidentMerged e => e.Reason,
        IncidentSplit e => e.Reason,
        IncidentClosed e => e.Reason,
        IncidentReopened e => e.Reason,
        _ => null
    };

    public static IEnumerable<PartyId> PartiesIn(IEnumerable<IncidentEvent> facts) => facts.SelectMany(fact => fact switch
    {
        ClaimFramed { Claim.Actor: { } actor } => [actor],
        StatementLogged e => e.Statement.Channel is { } channel ? e.Statement.By.With(channel) : e.Statement.By,
        StanceTaken e => e.By,
        CommentSought e => e.By.With(e.Of),
        IndependenceRecorded e => e.Parties,
        _ => (IEnumerable<PartyId>)[]
    });

    private static string Stance(StanceTaken taken) => taken switch
    {
        ClaimAsserted => $"asserts {taken.Claim}",
        ClaimConfirmed => $"confirms {taken.Claim}",
        ActorAccused => $"accuses, on {taken.Claim}",
        ResponsibilityClaimed => $"claims responsibility, on {taken.Claim}",
        ClaimAcknowledged => $"acknowledges {taken.Claim}",
        ClaimDenied { Scope: { } scope } => $"denies {taken.Claim} ({Spelling.Read(scope)})",
        ClaimDenied => $"denies {taken.Claim} (scope not recorded)",
        ReportDismissed => $"dismisses the report{On(taken.Claim)}",
        NeitherConfirmedNorDenied => $"neither confirms nor denies {taken.Claim}",
        CommentDeclined => $"declines to comment{On(taken.Claim)}",
        RequestNotAnswered => "did not respond",
        DeadlinePassedUnanswered => "did not respond by deadline",
        PartyNotReached => "could not be reached",
        NoOneMadeAvailable => "made no one available",
        _ => "comments, taking no position"
    };

    private static string Listed(Listing<EntryId> statements) =>
        string.Join(", ", statements.Take(ListedLimit)) + (statements.Count > ListedLimit ? $" and {statements.Count - ListedLimit} more" : "");

    private string Issued(Statement statement) => statement.Issuance == Issuance.Verified ? ""
        : $" ({Spelling.Read(statement.Issuance)}{(statement.Channel is { } channel ? $", through {Name(channel)}" : "")})";

    private static string Quoted(Words words)
    {
        var text = words.Text.Length <= QuotationLimit ? words.Text : words.Text[..(char.IsHighSurrogate(words.Text[QuotationLimit - 1]) ? QuotationLimit - 1 : QuotationLimit)] + "…";
        return words.Form == WordsForm.Verbatim ? $"said: “{text}”" : $"said, in {Spelling.Read(words.Form)}: {text}";
    }

    private static string On(ClaimId? claim) => claim is null ? "" : $" on {claim}";
    private string Name(PartyId party) => register.Name(party);
    private string Names(IEnumerable<PartyId> parties) => string.Join(", ", parties.Select(Name));
}
