using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Statements;

namespace AttributionLedger.Publications;

/// <param name="Next">What to ask with for the publications after these; null when there are none.</param>
public sealed record PublicationsShape(string Incident, IReadOnlyList<PublicationShape> Publications, string? Next);

/// <summary>Publications that need attention, the newest need first.</summary>
/// <param name="MoreWaiting">More have to be looked at anew than one request does; ask again, and some may come to these.</param>
/// <param name="Next">What to ask with for the publications after these; null when there are none.</param>
public sealed record AttentionListShape(IReadOnlyList<PublicationShape> Publications, bool MoreWaiting, string? Next);

/// <summary>A story that ran. Times are UTC but for that of the story, which is as it was given.</summary>
/// <param name="RestsOn">The statements that it rests on; null where it rests on the reading as of its time.</param>
/// <param name="Clock">By which clock the reading of its time is made.</param>
/// <param name="Struck">The desk registered it in error.</param>
/// <param name="LastSettlement">What an editor did about it last, and stands; null where nobody did.</param>
public sealed record PublicationShape(
    string Id, string Incident, string? Headline, string Url, TimeShape Published, IReadOnlyList<string>? RestsOn, Clock Clock,
    DateTimeOffset Known, DateTimeOffset? Noted, bool Struck, AttentionShape Attention, SettlementShape? LastSettlement);

/// <summary>One publication, with every settlement in order.</summary>
public sealed record PublicationCardShape(PublicationShape Publication, IReadOnlyList<SettlementShape> Settlements);

/// <param name="Seen">By the clock of the publication: up to when the editor had looked; null where that is when it was settled.</param>
/// <param name="Struck">It was recorded in error, and what it settled is open again.</param>
public sealed record SettlementShape(string Id, string Note, DateTimeOffset Known, DateTimeOffset? Noted, DateTimeOffset? Seen, bool Struck);

/// <summary>Whether an editor should look at it again, and why.</summary>
/// <param name="Since">When the last of what calls for attention was recorded; null when nothing does.</param>
/// <param name="LookedAt">The last moment at which anything of the incident or its parties was recorded when this was made. Who settles it gives this back as <c>seen</c>: what was recorded later is then not settled.</param>
/// <param name="Reversals">At most <see cref="AttentionShaping.ListedLimit"/>, in order.</param>
/// <param name="Changes">What of the attribution is another one now, and why; likewise.</param>
/// <param name="MoreThanListed">There are more reversals or changes than are listed.</param>
/// <param name="Note">What a reader must know to understand it.</param>
public sealed record AttentionShape(
    bool Needed, DateTimeOffset? Since, AttentionBasisShape Basis, DateTimeOffset LookedAt, IReadOnlyList<ReversedStatementShape> Reversals, IReadOnlyList<ChangedPartShape> Changes, bool MoreThanListed, string? Note);

/// <summary>The moment with which the present is compared.</summary>
/// <param name="Settlement">The settlement that it is the moment of; null where it is that of the story.</param>
public sealed record AttentionBasisShape(DateTimeOffset At, Clock Clock, string? Settlement);

/// <param name="By">The entry that reversed it.</param>
/// <param name="Reason">As it is on record; null for what is off the record.</param>
public sealed record ReversedStatementShape(string Statement, string By, Reversing How, InError Error, string? Reason, DateTimeOffset Known, string Phrase);
