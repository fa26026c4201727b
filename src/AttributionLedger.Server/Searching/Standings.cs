using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Moments;
using AttributionLedger.Readings;
using AttributionLedger.SearchIndex;

namespace AttributionLedger.Searching;

/// <summary>Tells whether something found is of an incident with the status, or on a claim whose actor has the standing, that is asked for.</summary>
internal sealed class Standings(IncidentReader incidents, SearchQuery query, AsOf asOf, bool isOfNow)
{
    private readonly Dictionary<string, IncidentReading?> read = [];

    /// <summary>Incidents that were read.</summary>
    public int Count => read.Count;

    public bool Holds(string incident) => incident.Length == 0 || read.ContainsKey(incident);

    public async Task<bool> FitAsync(Place place, FoundShape found, CancellationToken ct)
    {
        // A party has a standing on an incident, and none by itself.
        if (place.Kind == SearchKind.Party) return false;
        if (!read.TryGetValue(place.Incident, out var reading)) read[place.Incident] = reading = await ReadAsync(place.Incident, ct);
        if (reading is null || (query.Status is { } status && reading.Status.Kind != status)) return false;
        if (query.Standing is not { } named) return true;
        var claims = reading.Standings.Where(standing => standing.Named == named).SelectMany(standing => standing.Claims).ToHashSet();
        return found switch
        {
            { Statement: { } statement } => statement.Stances.Any(stance => stance.Claim is { } claim && claims.Contains(ClaimId.Of(claim))),
            { Claim: { } claim } => claims.Contains(ClaimId.Of(claim.Id)),
            _ => claims.Count > 0
        };
    }

    private async Task<IncidentReading?> ReadAsync(string incident, CancellationToken ct) =>
        await incidents.ReadAsync(incident, isOfNow ? new(Audience: asOf.Audience) : Newsroom.Exact(asOf), ct) is IncidentAnswer.Read answer ? answer.Reading : null;
}
