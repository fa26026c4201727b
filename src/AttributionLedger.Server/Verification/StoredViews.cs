namespace AttributionLedger.Verification;

/// <summary>A table of a view, and how its rows name the stream that they come from.</summary>
/// <param name="Stream">SQL over a row <c>d</c>.</param>
/// <param name="Row">SQL over a row <c>d</c>: what it goes by.</param>
internal sealed record StoredView(string Name, string Table, string Stream, string Row = "d.id");

internal static class StoredViews
{
    private const string OfIncident = "'incident/' || (d.data->>'incident')", OfParty = "'party/' || (d.data->>'party')";

    public static readonly IReadOnlyList<StoredView> All =
    [
        new("incident", "mt_doc_incident", "'incident/' || d.id"), new("party", "mt_doc_party", "'party/' || d.id"),
        new("entry", "mt_doc_entryrow", OfIncident), new("position", "mt_doc_positionrow", OfIncident), new("statement", "mt_doc_statementrow", OfIncident),
        new("statement key", "statement_key", "'incident/' || d.incident", "d.incident || '/' || d.key || '/' || d.shelf || '/' || d.entry"), new("request", "mt_doc_requestrow", OfIncident),
        new("publication", "mt_doc_publicationrow", OfIncident), new("attention", "publication_attention", "'incident/' || d.incident"),
        new("board", "mt_doc_boardrow", "'incident/' || d.id"), new("appearance", "mt_doc_appearancerow", OfIncident),
        new("search text", "search_text", "case when d.kind = 4 then 'party/' || d.entry else 'incident/' || d.incident end"), new("search name", "search_name", "'party/' || d.party", "d.party || '/' || d.place || '/' || d.word"),
        new("listed party", "mt_doc_listedparty", "'party/' || d.id"), new("affiliation", "mt_doc_affiliationrow", OfParty)
    ];
}
