using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings.Timelines;
using AttributionLedger.Statements;
using AttributionLedger.Views;
using AttributionLedger.Wordings;

namespace AttributionLedger.Publications;

/// <summary>Puts into words what calls for attention in one incident; parties go by their names of now.</summary>
/// <param name="facts">All events of its stream in order.</param>
internal sealed class AttentionShaping(Timeline timeline, IReadOnlyList<Recorded<IncidentEvent>> facts, IReadOnlyCollection<Party> parties)
{
    /// <summary>Reversals, and changes, that are listed and explained: who has more to look at reads the incident anew.</summary>
    public const int ListedLimit = 50;

    private const string NothingKnown = "At this moment nothing of the incident was on record, so that all that came since counts as change.";

    public AttentionShape Of(Attention attention) => new(
        attention.IsNeeded, attention.Since, new(attention.Basis.At, attention.Basis.Clock, attention.Basis.Settlement?.Value), attention.LookedAt,
        [.. attention.Reversals.Take(ListedLimit).Select(Of)], Explained(attention),
        attention.Reversals.Count > ListedLimit || attention.Flips.Count > ListedLimit, attention.KnewNothing ? NothingKnown : null);

    public static PublicationShape Of(PublicationRow row, AttentionShape attention)
    {
        var publication = row.Publication;
        return new(
            publication.Id.Value, row.Incident, publication.Headline, publication.Url, StatementShaping.Of(publication.Published), publication.RestsOn?.Select(statement => statement.Value).ToList(), publication.Clock,
            publication.Known, publication.Noted, publication.Struck, attention, publication.Settlements.LastOrDefault(settlement => !settlement.Struck) is { } last ? Of(last) : null);
    }

    public static SettlementShape Of(Settlement settlement) => new(settlement.Id.Value, settlement.Note, settlement.Known, settlement.Noted, settlement.Seen, settlement.Struck);

    /// <summary>What flipped, each with what caused it. Along the way few moments are read, and none where nothing flipped.</summary>
    private IReadOnlyList<ChangedPartShape> Explained(Attention attention)
    {
        if (attention.Flips.Count == 0) return [];
        var (then, now) = (attention.Basis.Then, attention.Basis.Until(attention.LookedAt));
        var way = new Way(facts, parties, then, now, asOf => timeline.Reading(timeline.Positions(asOf), new Register(parties, asOf.KnownAt, asOf.Clock), asOf));
        var explaining = new Explaining(way, new Register(parties, now.KnownAt, now.Clock), DifferenceReader.Dates(facts), now);
        return [.. attention.Flips.Take(ListedLimit).Select(explaining.Shape)];
    }

    private ReversedStatementShape Of(ReversedStatement reversed) =>
        new(reversed.Statement.Value, reversed.By.Value, reversed.How, reversed.Error, reversed.Reason, reversed.Known, $"{reversed.Statement} {Done(reversed)}{(reversed.Reason is { } reason ? $": {reason}" : "")}");

    private string Done(ReversedStatement reversed) => reversed.How switch
    {
        Reversing.Retracted => ReversalPhrases.Withdrawn(reversed.Said!),
        Reversing.Corrected => ReversalPhrases.Corrected(
            reversed.Error switch { InError.Speaker => Corrector.Speaker, InError.Outlet => Corrector.Outlet, _ => Corrector.Translation }, reversed.Said, reversed.Noted ?? reversed.Known, timeline.Incident!.Zone),
        Reversing.Struck => $"{ReversalPhrases.Struck}, and struck",
        Reversing.ConsentWithdrawn => ReversalPhrases.ConsentWithdrawn,
        Reversing.TermsStricter => $"{ReversalPhrases.TermsRenegotiated}, and may not allow what ran",
        _ => ReversalPhrases.StandsAgain
    };
}
