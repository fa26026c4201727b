using AttributionLedger.Attribution;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Incidents;

/// <summary>The incident itself: what the desk framed, without who stands where on it.</summary>
/// <param name="Note">Why links and claims are empty, where at the moment that was asked for nothing of the incident was on record.</param>
public sealed record IncidentCardShape(IncidentShape Incident, Audience Reading, IReadOnlyList<LinkedIncidentShape> Links, IReadOnlyList<FramedClaimShape> Claims, string? Note = null);

/// <param name="Reason">The desk's; null in the publishable reading.</param>
public sealed record LinkedIncidentShape(string Id, IncidentLink Link, string Incident, string? Reason);

/// <param name="Raised">By the desk, where who raised it is a source that the reading does not show.</param>
/// <param name="Independence">In public only where both are heard to say so.</param>
public sealed record FramedClaimShape(
    string Id, ClaimKind Kind, string Text, PartyShape? Actor, string? Act, string? Refines, RaisedBy Raised, PartyShape? RaisedByParty, IReadOnlyList<IndependenceShape> Independence);

/// <summary>
/// Reads the card of an incident. It is cut from the reading of the same moment, so that who raised a claim, and who is
/// independent of whom, shows exactly where the reading shows it.
/// </summary>
public sealed class IncidentCardReader(IncidentReader incidents)
{
    /// <returns>Null when there is no such incident.</returns>
    public async Task<IncidentCardShape?> ReadAsync(string id, Audience audience, CancellationToken ct) =>
        await ReadAsync(id, new ReadingRequest(Audience: audience), ct) is Answer<IncidentCardShape>.Given { Shape: var card } ? card : null;

    /// <summary>The card as of any moment.</summary>
    /// <returns>The card; or a refusal: <c>incident-unknown</c>, or what is wrong with a moment.</returns>
    public async Task<Answer<IncidentCardShape>> ReadAsync(string id, ReadingRequest request, CancellationToken ct) => await incidents.ReadAsync(id, request, ct) switch
    {
        IncidentAnswer.Refused { Rejection: var rejection } => rejection,
        IncidentAnswer.Read read => Card(IncidentReader.Shape(read), [.. read.Reading.Incident.Links], request.Audience),
        var unknown => Card(IncidentReader.Shape(unknown), [], request.Audience)
    };

    private static IncidentCardShape Card(ReadingShape reading, IReadOnlyList<IncidentEvent.IncidentLinked> links, Audience audience) => new(
        reading.Incident, audience,
        [.. links.Select(link => new LinkedIncidentShape(link.Id.Value, link.Link, link.Other.Value, audience == Audience.Internal ? link.Reason : null))],
        [.. reading.Claims.Select(claim => new FramedClaimShape(claim.Id, claim.Kind, claim.Text, claim.Actor, claim.Act, claim.Refines, claim.Raised, claim.RaisedByParty, claim.Independence))],
        reading.Note);
}
