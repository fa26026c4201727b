using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Marten;

namespace AttributionLedger.Desk;

/// <summary>A stream that this transaction alone may append to: how far it has come, and the times that it assigns.</summary>
internal sealed class GrowingStream(Incident? state, long version, KnownTimes times)
{
    public Incident? State => state;
    public KnownTimes Times => times;

    /// <summary>The number of its last event.</summary>
    public long Version { get; private set; } = version;

    public static GrowingStream Of(Party? party, TimeProvider clock) => new(null, party?.Facts.Count ?? 0, new(clock, party?.Facts[^1].At));

    public void Append<TFact>(IDocumentSession session, string key, IReadOnlyCollection<TFact> facts, DateTimeOffset known, string user, string correlation) where TFact : class
    {
        Version += facts.Count;
        Append(session, key, facts.AsEnumerable(), known, user, correlation);
    }

    /// <param name="known">UTC, when the facts are recorded.</param>
    public static void Append<TFact>(IDocumentSession session, string key, IEnumerable<TFact> facts, DateTimeOffset known, string user, string correlation) where TFact : class =>
        session.Events.Append(key, facts.Select(fact =>
        {
            var stored = session.Events.BuildEvent(fact);
            (stored.Timestamp, stored.UserName, stored.CorrelationId) = (known, user, correlation);
            return (object)stored;
        }).ToList());
}

/// <summary>The incidents' streams that one transaction appends to.</summary>
internal sealed class GrowingStreams
{
    private readonly Dictionary<IncidentId, GrowingStream> streams;

    private GrowingStreams(Dictionary<IncidentId, GrowingStream> streams) => this.streams = streams;

    public GrowingStream this[IncidentId incident] => streams[incident];

    public static async Task<GrowingStreams> OfAsync(IDocumentSession session, IReadOnlyList<IncidentId> ids, TimeProvider clock, CancellationToken ct)
    {
        var states = (await session.LoadManyAsync<Incident>(ct, [.. ids.Select(id => id.Value)])).ToDictionary(incident => incident.Id);
        var ends = await session.EndsAsync([.. ids.Select(StreamKeys.Of)], ct);
        return new(ids.ToDictionary(id => id, id =>
        {
            var end = ends.TryGetValue(StreamKeys.Of(id), out var found) ? found : (StreamEnd?)null;
            return new GrowingStream(states.GetValueOrDefault(id.Value), end?.Version ?? 0, new(clock, end?.Recorded));
        }));
    }
}
