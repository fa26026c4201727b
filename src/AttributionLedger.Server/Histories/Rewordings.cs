using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Wordings;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Histories;

/// <summary>What was reworded.</summary>
public enum Reworded { Words, Claim, Headline }

/// <summary>A text before and after, with the difference by words.</summary>
/// <param name="Before">Null where there were no words before.</param>
/// <param name="Segments">In the order of reading; all that are not added make the text before, all that are not removed the text after.</param>
public sealed record ComparedTextShape(Reworded What, string? Before, string After, IReadOnlyList<Segment> Segments);

/// <summary>What an event reworded, and from what: the words of a statement, a claim, a headline.</summary>
/// <param name="facts">In the order of the stream: all that framed or revised the incident, and all that was logged about the statements that are corrected.</param>
internal sealed class Rewordings(IReadOnlyList<Recorded<IncidentEvent>> facts)
{
    /// <returns>Null where nothing was reworded.</returns>
    public ComparedTextShape? Of(IncidentEvent fact, long version) => fact switch
    {
        StatementCorrected { Words: { } words } e => Of(Reworded.Words, WordsBefore(e.Statement, version), words.Text),
        ClaimReworded e => Of(Reworded.Claim, Before(version, f => f is ClaimReworded r && r.Claim == e.Claim ? r.Text : f is ClaimFramed c && c.Claim.Id == e.Claim ? c.Claim.Text : null), e.Text),
        IncidentRevised { Headline: { } headline } => Of(Reworded.Headline, Before(version, f => f is IncidentRevised r ? r.Headline : f is IncidentOpened o ? o.Headline : null), headline),
        _ => null
    };

    /// <summary>Whether <paramref name="fact"/> rewords something, so that what stood before it must be looked up.</summary>
    public static bool Rewords(IncidentEvent fact) => fact is StatementCorrected { Words: not null } or ClaimReworded or IncidentRevised { Headline: not null };

    private static ComparedTextShape Of(Reworded what, string? before, string after) => new(what, before, after, WordDifference.Of(before ?? "", after));

    // A correction that was struck by then had no words to put right.
    private string? WordsBefore(EntryId statement, long version)
    {
        var struck = facts.Where(fact => fact.Order < version).Select(fact => fact.Fact).OfType<ReversalStruck>().Select(strike => strike.Reversal).ToHashSet();
        return Before(version, fact => fact is StatementLogged logged && logged.Id == statement ? logged.Statement.Words?.Text
            : fact is StatementCorrected corrected && corrected.Statement == statement && !struck.Contains(corrected.Id) ? corrected.Words?.Text : null);
    }

    private string? Before(long version, Func<IncidentEvent, string?> text) => facts.Where(fact => fact.Order < version).Select(fact => text(fact.Fact)).LastOrDefault(found => found is not null);
}
