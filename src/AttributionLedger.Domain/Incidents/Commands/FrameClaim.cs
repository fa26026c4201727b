using AttributionLedger.Basics;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Puts a proposition on record that can be asserted, confirmed or denied.</summary>
public sealed record FrameClaim(Claim Claim) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new ClaimFramed(Claim)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Claim.Id.Value, "id", "a claim"), .. Texts.Line(Claim.Text, "text"),
        .. Known(record, Claim.RaisedByParty, "raisedBy"), .. FromElsewhere(incident, record, Claim.RaisedByParty is { } raiser ? [raiser] : [], "raisedBy"), .. Known(record, Claim.Actor, "actor"),
        .. Responsibility(incident), .. Refinement(incident), .. FigureRules.Refusals(Claim.Figures, Claim.Kind, "figures"), .. Room(incident)
    ];

    private IEnumerable<Rejection> Responsibility(Incident incident)
    {
        if (Claim.Kind == ClaimKind.Responsibility)
        {
            if (Claim.Actor is null) yield return new("claim-without-actor", "actor", "A claim of responsibility names an actor: the party that is said to have done it.");
            if (Claim.Act is { } act && incident.Find(act) is not { Kind: ClaimKind.Occurrence })
                yield return new("act-unknown", "act", $"The act must be a claim of kind occurrence of this incident, framed before; {act} is none. Leave it out when the act is the incident itself.");
        }
        else
        {
            if (Claim.Actor is not null) yield return new("claim-does-not-take-actor", "actor", "Only a claim of responsibility names an actor.");
            if (Claim.Act is not null) yield return new("claim-does-not-take-act", "act", "Only a claim of responsibility names an act.");
        }
    }

    // A claim about a weapon or a place must not make anyone responsible by the way of refinement.
    private IEnumerable<Rejection> Refinement(Incident incident)
    {
        if (Claim.Refines is not { } id) yield break;
        if (incident.Find(id) is not { } broader)
            yield return new("claim-unknown", "refines", $"This incident has no claim {id}. Frame the broader claim first.");
        else if (broader.Kind == ClaimKind.Responsibility && Claim.Kind != ClaimKind.Responsibility)
            yield return new("refinement-makes-responsible", "refines", "A claim of responsibility can be refined by another claim of responsibility only.");
    }

    private static IEnumerable<Rejection> Room(Incident incident) => incident.Claims.Count < Incident.ClaimLimit ? [] :
        [new Rejection("too-many-claims", null, $"This incident has {Incident.ClaimLimit} claims, which is the most that one takes. Open another incident and link the two.")];
}
