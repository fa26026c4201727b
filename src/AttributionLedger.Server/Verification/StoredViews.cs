namespace AttributionLedger.Verification;

/// <summary>A table of a view, and how its rows name the stream that they come from.</summary>
/// <param name="Stream">SQL over a row <c>d</c>.</param>
internal sealed record StoredView(string Name, string Table, string Stream);

internal static class StoredViews
{
    private const string OfIncident = "'incident/' || (d.data->>'incident')";

    public static readonly IReadOnlyList<StoredView> All =
    [
        new("incident", "mt_doc_incident", "'incident/' || d.id"), new("party", "mt_doc_party", "'party/' || d.id"),
        new("entry", "mt_doc_entryrow", OfIncident), new("position", "mt_doc_positionrow", OfIncident), new("statement", "mt_doc_statementrow", OfIncident),
        new("board", "mt_doc_boardrow", "'incident/' || d.id"), new("appearance", "mt_doc_appearancerow", OfIncident)
    ];
}
