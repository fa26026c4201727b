using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.SearchIndex;

/// <summary>The rows of an incident itself and of its claims, which the desk rewords now and then.</summary>
internal static class FrameVersions
{
    /// <summary>Whether a fact changes what was framed before it, so that the frames are to be read again.</summary>
    public static bool IsChange(IncidentEvent fact) => fact is ClaimReworded or IncidentRevised;

    public static bool IsFrame(IncidentEvent fact) => fact is IncidentOpened or ClaimFramed || IsChange(fact);

    /// <param name="facts">Every frame of the incident, in order; what else is among them is passed over.</param>
    public static IEnumerable<SearchRow> Of(string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, SearchWords words)
    {
        var frames = facts.Where(fact => IsFrame(fact.Fact)).ToList();
        return frames.Where(fact => fact.Fact is IncidentOpened or ClaimFramed).SelectMany(begun => begun.Fact is ClaimFramed framed
            ? OfClaim(incident, begun, framed, [.. frames.Where(fact => fact.Fact is ClaimReworded e && e.Claim == framed.Claim.Id)], words)
            : OfIncident(incident, begun, (IncidentOpened)begun.Fact, [.. frames.Where(fact => fact.Fact is IncidentRevised)], words));
    }

    private static IEnumerable<SearchRow> OfIncident(string incident, Recorded<IncidentEvent> begun, IncidentOpened opened, List<Recorded<IncidentEvent>> revised, SearchWords words) =>
        Rows(SearchKind.Incident, incident, "", begun, revised, known =>
        {
            var (headline, place, summary) = known.Select(fact => (IncidentRevised)fact.Fact)
                .Aggregate((opened.Headline, opened.Place, opened.Summary), (was, e) => (e.Headline ?? was.Headline, e.Place ?? was.Place, e.Summary ?? was.Summary));
            var vector = new Vector();
            vector.Add(headline, Weight.A);
            vector.Add(place, Weight.B);
            vector.Add(summary, Weight.C);
            vector.Add(Facets.Incident);
            vector.Add(Facets.In(incident));
            return vector;
        }, words);

    private static IEnumerable<SearchRow> OfClaim(string incident, Recorded<IncidentEvent> begun, ClaimFramed framed, List<Recorded<IncidentEvent>> reworded, SearchWords words) =>
        Rows(SearchKind.Claim, incident, framed.Claim.Id.Value, begun, reworded, known =>
        {
            var vector = new Vector();
            vector.Add(known.Select(fact => ((ClaimReworded)fact.Fact).Text).LastOrDefault(framed.Claim.Text), Weight.A);
            vector.Add(Facets.In(incident));
            vector.Add(Facets.On(incident, framed.Claim.Id.Value));
            vector.Add(Facets.Of(framed.Claim.Kind));
            // Who raised it spoke, which is not always to be told; whom it names is what it says.
            if (framed.Claim.Actor is { } actor && !Identity.IsMinted(actor)) vector.Add(Facets.By(actor.Value));
            return vector;
        }, words);

    private static IEnumerable<SearchRow> Rows(
        SearchKind kind, string incident, string entry, Recorded<IncidentEvent> begun, List<Recorded<IncidentEvent>> changes, Func<IEnumerable<Recorded<IncidentEvent>>, Vector> vectorOf, SearchWords words) =>
        new WordedVersions(kind, incident, entry, begun.At, begun.Known(Clock.Noted)).Rows(clock => changes.Select(change => change.Known(clock)), (clock, at) =>
        {
            var vector = vectorOf(changes.Where(change => change.Known(clock) <= at));
            words.Add(vector.Words, isOpen: true);
            return vector;
        });
}
