using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;

namespace AttributionLedger.Differences;

/// <summary>The one place where a reading and its parts are turned into each other.</summary>
public static class Parts
{
    /// <summary>All that a reading says, part by part, in its order; nothing where nothing is on record.</summary>
    public static IReadOnlyList<Part> Of(IncidentReading? reading)
    {
        var parts = new List<Part>();
        var met = new Dictionary<PartKey, int>();
        foreach (var part in reading is null ? [] : InOrder(reading))
        {
            var nth = met[part.Key] = met.TryGetValue(part.Key, out var before) ? before + 1 : 0;
            parts.Add(nth == 0 ? part : part with { Nth = nth });
        }
        return parts;
    }

    /// <summary>The reading that the parts make, in the order in which they stand; null when there are none.</summary>
    public static IncidentReading? Together(IReadOnlyCollection<Part> parts, AsOf asOf)
    {
        if (parts.Count == 0) return null;
        var byKey = parts.ToDictionary(part => part.Key);
        TPart One<TPart>(PartKind kind, PartyId? actor = null, ClaimId? act = null, ClaimId? claim = null) where TPart : Part => (TPart)byKey[new(kind, actor, act, claim)];
        var inClaims = parts.ToLookup(part => (part.GetType(), part.Key.Claim));
        IEnumerable<TPart> OfClaim<TPart>(ClaimId claim) where TPart : Part => inClaims[(typeof(TPart), claim)].Cast<TPart>();

        var opening = One<Part.Opening>(PartKind.Opening);
        var statuses = parts.OfType<Part.StatusIs>().ToLookup(part => part.Status.Act is null, part => part.Status);
        var claims = parts.OfType<Part.Claimed>().ToList();
        return new(
            new Incident(
                opening.Id, One<Part.Headline>(PartKind.Headline).Text, opening.Zone, One<Part.Occurred>(PartKind.Occurred).Time, One<Part.Place>(PartKind.Place).Text,
                One<Part.Summary>(PartKind.Summary).Text, opening.Invented, One<Part.Closed>(PartKind.Closed).Is, One<Part.MergedInto>(PartKind.MergedInto).Incident,
                claims.Select(part => part.Framed).ToListing(), parts.OfType<Part.Link>().Select(part => part.To).ToListing(), parts.OfType<Part.Independence>().Select(part => part.Note).ToListing()),
            asOf, asOf.Rules.Version, statuses[true].Single(), statuses[false].ToListing(),
            parts.OfType<Part.NamedAs>().Select(named => new Standing(
                named.Actor, named.Act, One<Part.Grounds>(PartKind.Grounds, named.Actor, named.Act).Claims, named.How, named.Also,
                One<Part.AccusedBy>(PartKind.AccusedBy, named.Actor, named.Act).Sources, One<Part.DisputedBy>(PartKind.DisputedBy, named.Actor, named.Act).Sources,
                One<Part.StatedAsFactBy>(PartKind.StatedAsFactBy, named.Actor, named.Act).Outlets, named.Withdrawn,
                One<Part.NotFlat>(PartKind.NotFlat, named.Actor, named.Act).Stances, One<Part.NotCounted>(PartKind.NotCounted, named.Actor, named.Act).Stances,
                One<Part.Answers>(PartKind.Answer, named.Actor, named.Act).Answer, One<Part.Grounds>(PartKind.Grounds, named.Actor, named.Act).Reasons)).ToListing(),
            parts.OfType<Part.AnsweredBy>().Select(part => part.Answered).ToListing(), parts.OfType<Part.Asked>().Select(part => part.Request).ToListing(),
            claims.Select(claim => claim.Framed.Id).Select((id, i) => new ClaimReading(
                claims[i].Shown, One<Part.Supports>(PartKind.Supports, claim: id).Sources, One<Part.Denies>(PartKind.Denies, claim: id).Sources, One<Part.DeniesInPart>(PartKind.DeniesInPart, claim: id).Sources,
                One<Part.ClaimStatedAsFactBy>(PartKind.ClaimStatedAsFactBy, claim: id).Outlets, OfClaim<Part.Position>(id).Select(part => part.Stance).ToListing(), OfClaim<Part.Beside>(id).Select(part => part.Stance).ToListing(),
                OfClaim<Part.Figure>(id).Select(part => part.Stated).ToListing(), OfClaim<Part.Independent>(id).Select(part => part.Note).ToListing())).ToListing(),
            parts.OfType<Part.Commented>().Select(part => part.Stance).ToListing(), parts.OfType<Part.Warned>().Select(part => part.Guard).ToListing());
    }

    private static IEnumerable<Part> InOrder(IncidentReading reading)
    {
        var incident = reading.Incident;
        return
        [
            new Part.Opening(incident.Id, incident.Zone, incident.Invented), new Part.Headline(incident.Headline), new Part.Occurred(incident.Occurred), new Part.Place(incident.Place),
            new Part.Summary(incident.Summary), new Part.Closed(incident.Closed), new Part.MergedInto(incident.MergedInto),
            .. incident.Links.Select(link => new Part.Link(link)), .. incident.Independence.Select(note => new Part.Independence(note)),
            new Part.StatusIs(reading.Status), .. reading.Acts.Select(status => new Part.StatusIs(status)),
            .. reading.Standings.SelectMany(Of), .. reading.Answered.Select(answered => new Part.AnsweredBy(answered)), .. reading.Asked.Select(asked => new Part.Asked(asked)),
            .. reading.Claims.Zip(incident.Claims).SelectMany(claim => Of(claim.First, claim.Second)),
            .. reading.Comments.Select(comment => new Part.Commented(comment)), .. reading.Guards.Select(guard => new Part.Warned(guard))
        ];
    }

    private static IEnumerable<Part> Of(Standing standing)
    {
        var (actor, act) = (standing.Actor, standing.Act);
        yield return new Part.NamedAs(actor, act, standing.Named, standing.AlsoNamed, standing.Withdrawn);
        yield return new Part.AccusedBy(actor, act, standing.AccusedBy);
        yield return new Part.DisputedBy(actor, act, standing.DisputedBy);
        yield return new Part.StatedAsFactBy(actor, act, standing.StatedAsFactBy);
        yield return new Part.NotFlat(actor, act, standing.NotFlat);
        yield return new Part.NotCounted(actor, act, standing.NotCounted);
        yield return new Part.Answers(actor, act, standing.Answer);
        yield return new Part.Grounds(actor, act, standing.Claims, standing.Reasons);
    }

    private static IEnumerable<Part> Of(ClaimReading reading, Statements.Claim framed)
    {
        var claim = framed.Id;
        yield return new Part.Claimed(framed, reading.Claim);
        yield return new Part.Supports(claim, reading.Supports);
        yield return new Part.Denies(claim, reading.Denies);
        yield return new Part.DeniesInPart(claim, reading.DeniesInPart);
        yield return new Part.ClaimStatedAsFactBy(claim, reading.StatedAsFactBy);
        foreach (var position in reading.Positions) yield return new Part.Position(claim, position);
        foreach (var beside in reading.Beside) yield return new Part.Beside(claim, beside);
        foreach (var figure in reading.Figures) yield return new Part.Figure(claim, figure);
        foreach (var note in reading.Independence) yield return new Part.Independent(claim, note);
    }
}
