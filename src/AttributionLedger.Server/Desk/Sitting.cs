using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Store;
using Marten;
using Npgsql;

namespace AttributionLedger.Desk;

/// <summary>
/// A transaction that alone may append to some incidents: it has their locks, knows how far they have come, and which of the
/// requests were carried out before. All that takes one trip to PostgreSQL, and a second for incidents that are not remembered.
/// </summary>
internal sealed class Sitting
{
    private readonly Dictionary<IncidentId, GrowingStream> streams;

    private Sitting(Dictionary<IncidentId, GrowingStream> streams, IReadOnlyDictionary<string, EntryOutcome> answered) => (this.streams, Answered) = (streams, answered);

    /// <summary>The outcomes of requests that were carried out before, by their keys.</summary>
    public IReadOnlyDictionary<string, EntryOutcome> Answered { get; }

    public GrowingStream this[IncidentId incident] => streams[incident];

    /// <param name="lookups">What was foreseen that the commands ask for; the parties that are only remembered are confirmed.</param>
    public static async Task<Sitting> OpenAsync(IDocumentSession session, IReadOnlyList<IncidentId> ids, IReadOnlyList<Receipt> receipts, Lookups lookups, Memory memory, TimeProvider clock, CancellationToken ct)
    {
        var keys = ids.Select(StreamKeys.Of).ToArray();
        await session.BeginTransactionAsync(ct);
        Dictionary<string, StreamEnd> ends;
        IReadOnlyDictionary<string, EntryOutcome> answered;
        await using (var batch = new NpgsqlBatch(session.Connection) { BatchCommands = { Locks.Taking(keys), Locks.Ends(keys), Locks.Versions(lookups.Unconfirmed), Receipts.Finding(receipts) } })
        await using (var reader = await batch.ExecuteReaderAsync(ct))
        {
            await reader.NextResultAsync(ct);
            ends = await reader.ReadEndsAsync(ct);
            await reader.NextResultAsync(ct);
            lookups.Confirm(await reader.ReadVersionsAsync(ct));
            await reader.NextResultAsync(ct);
            answered = await reader.ReadOutcomesAsync(receipts, ct);
        }
        var states = await StatesAsync(session, ids, ends, memory, ct);
        return new(ids.ToDictionary(id => id, id => ends.TryGetValue(StreamKeys.Of(id), out var end)
            ? new GrowingStream(states[id], end.Version, new(clock, end.Recorded)) : new GrowingStream(null, 0, new(clock, null))), answered);
    }

    private static async Task<Dictionary<IncidentId, Incident?>> StatesAsync(IDocumentSession session, IReadOnlyList<IncidentId> ids, Dictionary<string, StreamEnd> ends, Memory memory, CancellationToken ct)
    {
        var states = new Dictionary<IncidentId, Incident?>();
        foreach (var id in ids)
            if (ends.TryGetValue(StreamKeys.Of(id), out var end) && memory.Incident(id) is { } remembered && remembered.Version == end.Version) states[id] = remembered.State;
        var unknown = ids.Where(id => ends.ContainsKey(StreamKeys.Of(id)) && !states.ContainsKey(id)).Select(id => id.Value).ToArray();
        if (unknown.Length > 0)
            foreach (var incident in await session.LoadManyAsync<Incident>(ct, unknown)) states[IncidentId.Of(incident.Id)] = incident;
        return states;
    }
}

/// <summary>A stream that this transaction alone may append to: how far it has come, and the times that it assigns.</summary>
internal sealed class GrowingStream(Incident? state, long version, KnownTimes times)
{
    /// <summary>The incident before this transaction; null when it is not open, or when the stream is a party's.</summary>
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
