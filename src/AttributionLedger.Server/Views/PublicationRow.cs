using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Publications;

namespace AttributionLedger.Views;

/// <summary>A publication as it stands now, one row each. Whether it needs attention is no part of it, for that depends on what others log.</summary>
/// <param name="Known">UTC, when it was recorded; no other publication of the incident was at that time.</param>
public sealed record PublicationRow(string Id, string Incident, DateTimeOffset Known, Publication Publication)
{
    public static string IdOf(string incident, EntryId entry) => $"{incident}/{entry}";

    /// <summary>The rows after the facts.</summary>
    /// <param name="before">The rows that the facts may be about.</param>
    public static Dictionary<string, PublicationRow> After(IReadOnlyDictionary<string, PublicationRow> before, string incident, IEnumerable<Recorded<IncidentEvent>> facts)
    {
        var rows = new Dictionary<string, PublicationRow>(before);
        foreach (var fact in facts)
            if (Publication.About(fact.Fact) is { } about && IdOf(incident, about) is var id && Publication.Next(rows.GetValueOrDefault(id)?.Publication, fact) is { } publication)
                rows[id] = new(id, incident, publication.Known, publication);
        return rows;
    }
}
