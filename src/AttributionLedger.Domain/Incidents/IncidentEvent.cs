using System.Security.Cryptography;
using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Incidents;

/// <summary>
/// Everything that can happen to an incident. These names are stored for ever: a name that changes here changes the
/// storage format, so each is pinned in the store and covered by a golden file.
/// </summary>
/// <remarks>
/// Each event carries the keys that a view needs to group by. Who logged it, and when the ledger recorded it, are the
/// metadata of the event; <see cref="Noted"/> is what the desk says it knew, and part of the fact.
/// </remarks>
public abstract record IncidentEvent : INoted
{
    private IncidentEvent() { }

    /// <inheritdoc/>
    public DateTimeOffset? Noted { get; init; }

    public sealed record IncidentOpened(string Headline, string Zone, WorldTime? Occurred, string? Place, string? Summary, bool Invented) : IncidentEvent;
    public sealed record IncidentRevised(EntryId Id, string? Headline, WorldTime? Occurred, string? Place, string? Summary, string Reason) : IncidentEvent;
    public sealed record ClaimFramed(Claim Claim) : IncidentEvent;
    public sealed record ClaimReworded(EntryId Id, ClaimId Claim, string Text, string Reason) : IncidentEvent;

    /// <summary>Somebody spoke, or refused to. The stances follow as events of their own.</summary>
    /// <param name="CountsUnder">For an outlet that repeats another's report: the first of the chain, under whom it counts.</param>
    public sealed record StatementLogged(EntryId Id, Statement Statement, Listing<PartyId> CountsUnder) : IncidentEvent;

    /// <summary>One stance of the statement that precedes it in the stream.</summary>
    public abstract record StanceTaken : IncidentEvent
    {
        private protected StanceTaken() { }

        public EntryId Statement { get; init; }
        public Listing<PartyId> By { get; init; } = [];
        public ClaimId? Claim { get; init; }
        public EntryId? Request { get; init; }
        public Strength Strength { get; init; }
        public string? Qualifier { get; init; }
        public string? Verb { get; init; }
        public Listing<Figure>? Figures { get; init; }
    }

    public sealed record ClaimAsserted : StanceTaken;
    public sealed record ClaimConfirmed : StanceTaken;
    public sealed record ActorAccused : StanceTaken { public PartyId Actor { get; init; } }
    public sealed record ResponsibilityClaimed : StanceTaken { public PartyId Actor { get; init; } }
    public sealed record ClaimAcknowledged : StanceTaken;
    public sealed record ClaimDenied : StanceTaken { public Scope? Scope { get; init; } }
    public sealed record ReportDismissed : StanceTaken { public string? Ground { get; init; } }
    public sealed record NeitherConfirmedNorDenied : StanceTaken { public string? Ground { get; init; } }
    public sealed record CommentDeclined : StanceTaken { public string? Ground { get; init; } }
    public sealed record RequestNotAnswered : StanceTaken;
    public sealed record DeadlinePassedUnanswered : StanceTaken;
    public sealed record PartyNotReached : StanceTaken;
    public sealed record NoOneMadeAvailable : StanceTaken { public string? Ground { get; init; } }
    public sealed record CommentMade : StanceTaken;

    /// <summary>A party was asked for comment, on one claim or on the incident as a whole.</summary>
    public sealed record CommentSought(EntryId Id, PartyId Of, Listing<PartyId> By, ClaimId? Claim, WorldTime Asked, WorldTime? Deadline, string? Medium) : IncidentEvent;

    public sealed record EvidenceAttached(EntryId Id, EntryId Statement, Evidence Evidence) : IncidentEvent;
    /// <summary>The evidence can no longer be found where it was. Never a retraction.</summary>
    public sealed record EvidenceGone(EntryId Id, EntryId Evidence, string Reason) : IncidentEvent;

    public sealed record TermsRenegotiated(EntryId Id, EntryId Statement, Terms Terms, string Reason) : IncidentEvent;
    public sealed record ConsentWithdrawn(EntryId Id, EntryId Statement, string Reason) : IncidentEvent;

    /// <summary>The speaker takes the statement back; acts from when the retraction was said.</summary>
    public sealed record StatementRetracted(EntryId Id, EntryId Statement, WorldTime Said, string Reason, Words? Words) : IncidentEvent;
    /// <summary>The speaker, the outlet or the translator got it wrong; what is null stays as it was.</summary>
    /// <param name="Said">For the speaker's own correction, which acts from when it was said; null for the others, which act on the whole axis.</param>
    public sealed record StatementCorrected(EntryId Id, EntryId Statement, Corrector Whose, WorldTime? Said, string Reason, Words? Words, Listing<Stance>? Stances) : IncidentEvent;
    /// <summary>This desk logged it in error; acts on the whole axis, as if it had not been.</summary>
    public sealed record EntryStruck(EntryId Id, EntryId Entry, string Reason) : IncidentEvent;
    /// <summary>A reversal of any kind was itself logged in error; what it had reversed stands again.</summary>
    /// <param name="Entry">What the struck reversal had acted upon.</param>
    public sealed record ReversalStruck(EntryId Id, EntryId Reversal, EntryId? Entry, string Reason) : IncidentEvent;

    /// <summary>The statement settles what the voices of one party had said apart.</summary>
    public sealed record VoiceSettled(EntryId Id, EntryId Statement, string Reason) : IncidentEvent;
    /// <summary>The desk found that these parties know of the claim independently, and says why.</summary>
    public sealed record IndependenceRecorded(EntryId Id, ClaimId Claim, Listing<PartyId> Parties, string Reason) : IncidentEvent;

    /// <summary>The desk looked at two statements and says how they belong together. It is about the first of them; the other stays as it is.</summary>
    /// <param name="CountsUnder">For a relay: the first of the chain, under whom the statement counts; nobody for the other links.</param>
    public sealed record StatementLinked(EntryId Id, EntryId Statement, EntryId Other, StatementLink Link, Listing<PartyId> CountsUnder, string Reason) : IncidentEvent;

    public sealed record IncidentLinked(EntryId Id, IncidentId Other, IncidentLink Link, string? Reason) : IncidentEvent;
    public sealed record IncidentMerged(EntryId Id, IncidentId Into, string Reason) : IncidentEvent;
    /// <summary>The merge was a mistake: this incident stands on its own again.</summary>
    public sealed record IncidentSplit(EntryId Id, IncidentId From, string Reason) : IncidentEvent;
    public sealed record IncidentClosed(EntryId Id, string Reason) : IncidentEvent;
    public sealed record IncidentReopened(EntryId Id, string Reason) : IncidentEvent;

    /// <summary>A story about the incident ran. It rests on what was said, and changes nothing of how that reads.</summary>
    /// <param name="Published">One instant, for a story runs at a moment.</param>
    /// <param name="RestsOn">The statements that it rests on; null where it rests on the reading as of its time.</param>
    /// <param name="Clock">By which clock that reading is made.</param>
    public sealed record PublicationRegistered(EntryId Id, string? Headline, string Url, WorldTime Published, Listing<EntryId>? RestsOn, Clock Clock) : IncidentEvent;
    /// <summary>An editor looked at what changed since a story ran, and says what came of that.</summary>
    /// <param name="Seen">UTC, by the clock of the publication: up to when the editor had looked; null where that is when it was settled.</param>
    public sealed record AttentionSettled(EntryId Id, EntryId Publication, string Note, DateTimeOffset? Seen = null) : IncidentEvent;

    /// <summary>
    /// The entry that this event belongs to. Events of one entry stand together in the stream, are recorded at one time,
    /// and are on record whole or not at all.
    /// </summary>
    public string EntryKey() => this switch
    {
        IncidentOpened => EntryKeys.Opening,
        ClaimFramed e => EntryKeys.Of(e.Claim.Id),
        StanceTaken e => e.Statement.Value,
        StatementLogged e => e.Id.Value,
        IncidentRevised e => e.Id.Value,
        ClaimReworded e => e.Id.Value,
        CommentSought e => e.Id.Value,
        EvidenceAttached e => e.Id.Value,
        EvidenceGone e => e.Id.Value,
        TermsRenegotiated e => e.Id.Value,
        ConsentWithdrawn e => e.Id.Value,
        StatementRetracted e => e.Id.Value,
        StatementCorrected e => e.Id.Value,
        EntryStruck e => e.Id.Value,
        ReversalStruck e => e.Id.Value,
        VoiceSettled e => e.Id.Value,
        IndependenceRecorded e => e.Id.Value,
        StatementLinked e => e.Id.Value,
        IncidentLinked e => e.Id.Value,
        IncidentMerged e => e.Id.Value,
        IncidentSplit e => e.Id.Value,
        IncidentClosed e => e.Id.Value,
        IncidentReopened e => e.Id.Value,
        PublicationRegistered e => e.Id.Value,
        AttentionSettled e => e.Id.Value,
        _ => throw new InvalidOperationException($"{GetType().Name} belongs to no entry.")
    };
}

/// <summary>By whose error a statement had to be corrected; each needs other public words.</summary>
public enum Corrector { Speaker, Outlet, Translation }

/// <summary>How two statements of an incident belong together.</summary>
public enum StatementLink
{
    /// <summary>It repeats the other: it counts under the other's speakers, and adds no source.</summary>
    RelayOf,
    /// <summary>Both are one act of speech, logged twice: the other stands for both.</summary>
    SameAs,
    /// <summary>The desk looked, and they are two different ones; nobody needs to look again.</summary>
    NotSame
}

/// <summary>How two incidents belong together.</summary>
public enum IncidentLink { SameAs, PartOf, Follows }

/// <summary>Keys of entries within an incident. Ids hold no slash, so the kinds cannot meet.</summary>
public static class EntryKeys
{
    public const string Opening = "/opening";
    public static string Of(ClaimId claim) => $"{Claim}{claim}";

    /// <summary>The key under which the address of a publication is looked up: a digest, for an address is longer than a key may be.</summary>
    public static EntryId OfAddress(string url) => EntryId.Of($"/address/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)))}");

    /// <summary>The id that the writer gave, or would name, the entry by; null where the incident or the party itself is the entry.</summary>
    public static string? IdIn(string key) => key.StartsWith(Claim, StringComparison.Ordinal) ? key[Claim.Length..] : key.StartsWith('/') || key == "" ? null : key;

    private const string Claim = "/claim/";
}
