using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Views;

/// <summary>A request for comment as it stands now. What answers it is found among the statements.</summary>
/// <param name="Known">UTC, when it was recorded; no other request of the incident was at that time.</param>
/// <param name="Of">The id of the party that was asked.</param>
/// <param name="Struck">The desk logged it in error.</param>
public sealed record RequestRow(
    string Id, string Incident, EntryId Entry, DateTimeOffset Known, DateTimeOffset? Noted, string Of, Listing<PartyId> By, ClaimId? Claim,
    WorldTime Asked, WorldTime? Deadline, string? Medium, bool Struck = false)
{
    public static string IdOf(string incident, EntryId entry) => $"{incident}/{entry}";

    /// <summary>The entry that a fact may begin, strike or bring back as a request; only the rows tell whether it is one.</summary>
    public static EntryId? About(IncidentEvent fact) => fact switch
    {
        CommentSought e => e.Id,
        EntryStruck e => e.Entry,
        ReversalStruck e => e.Entry,
        _ => null
    };

    /// <summary>The row after a fact that is about it; null where there is no such request.</summary>
    public static RequestRow? Next(RequestRow? row, string incident, Recorded<IncidentEvent> fact) => fact.Fact switch
    {
        CommentSought e => new(IdOf(incident, e.Id), incident, e.Id, fact.At, e.Noted, e.Of.Value, e.By, e.Claim, e.Asked, e.Deadline, e.Medium),
        EntryStruck => row is null ? null : row with { Struck = true },
        // Nothing but a strike is done to a request, so what was struck was the strike.
        ReversalStruck => row is null ? null : row with { Struck = false },
        _ => row
    };

    public static Dictionary<string, RequestRow> After(IReadOnlyDictionary<string, RequestRow> before, string incident, IEnumerable<Recorded<IncidentEvent>> facts)
    {
        var rows = new Dictionary<string, RequestRow>(before);
        foreach (var fact in facts)
            if (About(fact.Fact) is { } about && IdOf(incident, about) is var id && Next(rows.GetValueOrDefault(id), incident, fact) is { } row) rows[id] = row;
        return rows;
    }
}
