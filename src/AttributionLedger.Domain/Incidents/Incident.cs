using AttributionLedger.Basics;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents;

/// <summary>What decisions about an incident need, and no statement of it: it grows with the claims, never with what is said about them.</summary>
public sealed record Incident(
    string Id, string Headline, string Zone, WorldTime? Occurred, string? Place, string? Summary, bool Invented, bool Closed,
    IncidentId? MergedInto, Listing<Claim> Claims, Listing<IncidentLinked> Links,
    Listing<IndependenceRecorded> Independence)
{
    /// <summary>Claims of one incident. Every reading goes over them, and a page of more than this is for nobody.</summary>
    public const int ClaimLimit = 1_000;

    public Claim? Find(ClaimId id) => Claims.FirstOrDefault(claim => claim.Id == id);

    /// <summary>What the incident has become after <paramref name="fact"/>. Statements leave it as it is.</summary>
    /// <exception cref="InvalidOperationException">The stream holds what no decision can have put there.</exception>
    public static Incident? Evolve(Incident? incident, string id, IncidentEvent fact) => (incident, fact) switch
    {
        (null, IncidentOpened e) => new(id, e.Headline, e.Zone, e.Occurred, e.Place, e.Summary, e.Invented, Closed: false, MergedInto: null, [], [], []),
        (null, _) => throw new InvalidOperationException($"{fact.GetType().Name} cannot come before an incident is opened."),
        ({ }, IncidentOpened) => throw new InvalidOperationException("An incident cannot be opened twice."),
        ({ }, IncidentRevised e) => incident with
        {
            Headline = e.Headline ?? incident.Headline, Occurred = e.Occurred ?? incident.Occurred,
            Place = e.Place ?? incident.Place, Summary = e.Summary ?? incident.Summary
        },
        ({ }, ClaimFramed e) => incident with { Claims = incident.Claims.With(e.Claim) },
        ({ }, ClaimReworded e) => incident with { Claims = incident.Claims.Select(c => c.Id == e.Claim ? c with { Text = e.Text } : c).ToListing() },
        ({ }, IncidentLinked e) => incident with { Links = incident.Links.With(e) },
        ({ }, IndependenceRecorded e) => incident with { Independence = incident.Independence.With(e) },
        ({ }, EntryStruck e) => incident with
        {
            Links = incident.Links.Where(link => link.Id != e.Entry).ToListing(),
            Independence = incident.Independence.Where(note => note.Id != e.Entry).ToListing()
        },
        ({ }, IncidentMerged e) => incident with { MergedInto = e.Into },
        ({ }, IncidentSplit) => incident with { MergedInto = null },
        ({ }, IncidentClosed) => incident with { Closed = true },
        ({ }, IncidentReopened) => incident with { Closed = false },
        ({ }, _) => incident
    };

    /// <summary>Whether <paramref name="fact"/> changes this state at all; a statement, its stances and its reversals do not.</summary>
    public static bool IsChangedBy(IncidentEvent fact) => fact is
        IncidentOpened or IncidentRevised or ClaimFramed or ClaimReworded or IncidentLinked or IndependenceRecorded or EntryStruck
        or IncidentMerged or IncidentSplit or IncidentClosed or IncidentReopened;
}
