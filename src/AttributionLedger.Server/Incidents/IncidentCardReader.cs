using AttributionLedger.Attribution;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Incidents;

/// <summary>The incident itself as it stands now: what the desk framed, without who stands where on it.</summary>
public sealed record IncidentCardShape(IncidentShape Incident, Audience Reading, IReadOnlyList<LinkedIncidentShape> Links, IReadOnlyList<FramedClaimShape> Claims);

/// <param name="Reason">The desk's; null in the publishable reading.</param>
public sealed record LinkedIncidentShape(string Id, IncidentLink Link, string Incident, string? Reason);

/// <param name="Raised">By the desk, where who raised it is a source that the reading does not show.</param>
/// <param name="Independence">In public only where both are heard to say so.</param>
public sealed record FramedClaimShape(
    string Id, ClaimKind Kind, string Text, PartyShape? Actor, string? Act, string? Refines, RaisedBy Raised, PartyShape? RaisedByParty, IReadOnlyList<IndependenceShape> Independence);

/// <summary>
/// Reads the card of an incident. It is cut from the reading of now, so that who raised a claim, and who is independent of
/// whom, shows exactly where the reading shows it.
/// </summary>
public sealed class IncidentCardReader(IncidentReader incidents)
{
    /// <returns>Null when there is no such incident.</returns>
    public async Task<IncidentCardShape?> ReadAsync(string id, Audience audience, CancellationToken ct)
    {
        if (await incidents.ReadAsync(id, new(Audience: audience), ct) is not IncidentAnswer.Read read) return null;
        var reading = IncidentReader.Shape(read);
        return new(
            reading.Incident, audience,
            [.. read.Reading.Incident.Links.Select(link => new LinkedIncidentShape(link.Id.Value, link.Link, link.Other.Value, audience == Audience.Internal ? link.Reason : null))],
            [.. reading.Claims.Select(claim => new FramedClaimShape(claim.Id, claim.Kind, claim.Text, claim.Actor, claim.Act, claim.Refines, claim.Raised, claim.RaisedByParty, claim.Independence))]);
    }
}
