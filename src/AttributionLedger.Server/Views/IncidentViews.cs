using AttributionLedger.Basics;
using AttributionLedger.Incidents;

namespace AttributionLedger.Views;

/// <summary>What the views that follow behind hold of one incident, folded from its events at once.</summary>
public sealed record IncidentViews(
    BoardRow? Board, IReadOnlyDictionary<string, StatementRow> Statements, IReadOnlyDictionary<string, RequestRow> Requests,
    IReadOnlyDictionary<string, PublicationRow> Publications, IReadOnlyDictionary<string, AppearanceRow> Appearances)
{
    public static IncidentViews Of(string id, IReadOnlyList<Recorded<IncidentEvent>> facts)
    {
        var appearances = new Dictionary<string, AppearanceRow>();
        foreach (var fact in facts)
            foreach (var party in AppearanceRow.Seen(fact.Fact))
                appearances[AppearanceRow.IdOf(id, party)] = AppearanceRow.After(appearances.GetValueOrDefault(AppearanceRow.IdOf(id, party)), id, party, fact);
        return new(
            facts.Aggregate((BoardRow?)null, (row, fact) => BoardRow.Next(row, id, fact)), StatementRow.Fold(id, facts),
            RequestRow.After(new Dictionary<string, RequestRow>(), id, facts), PublicationRow.After(new Dictionary<string, PublicationRow>(), id, facts), appearances);
    }
}
