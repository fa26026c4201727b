using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Marten;

namespace AttributionLedger.Attribution;

/// <summary>An incident as it is now, and the moment at which it is asked about.</summary>
internal sealed record IncidentMoment(Incident Incident, AsOf AsOf)
{
    public string Key { get; } = StreamKeys.Of(IncidentId.Of(Incident.Id));

    /// <summary>When what is asked for must have been recorded at the latest; null where the notebook decides, which may be earlier than any recording.</summary>
    public DateTimeOffset? Recorded => AsOf.Clock == Clock.Recorded ? AsOf.KnownAt : null;
}

internal static class MomentQueries
{
    /// <summary>The moment that is asked for, read in the zone of the incident.</summary>
    /// <returns>The moment; or a refusal: <c>incident-unknown</c>, or what is wrong with the moment.</returns>
    public static async Task<Answer<IncidentMoment>> MomentAsync(this IQuerySession session, string incident, ReadingRequest request, TimeProvider clock, CancellationToken ct)
    {
        if (await session.LoadAsync<Incident>(incident, ct) is not { } found) return Asking.IncidentUnknown(incident);
        var end = (await session.EndsAsync([StreamKeys.Of(IncidentId.Of(incident))], ct)).Values.Single();
        // Not before the last entry: the writer's clock may be ahead by the microseconds that keep times apart.
        var now = Microseconds.Of(clock.GetUtcNow()) is var at && end.Recorded > at ? end.Recorded : at;
        return request.Moments(found.Zone, now, out var asOf) is { } refusal ? refusal : new IncidentMoment(found, asOf);
    }
}
