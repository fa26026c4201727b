using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;
using JasperFx.Events;
using Marten;

namespace AttributionLedger.Histories;

/// <param name="Version">The event's place in the incident's stream, from 1.</param>
/// <param name="LoggedBy">Who logged it.</param>
/// <param name="Entry">The entry that it belongs to.</param>
/// <param name="What">In words.</param>
public sealed record HistoryEventShape(long Version, string Event, string Entry, DateTimeOffset Known, DateTimeOffset? Noted, string? Said, string? LoggedBy, string What);

/// <param name="Next">The version to go on from; null at the end.</param>
public sealed record HistoryShape(string Incident, string Zone, IReadOnlyList<HistoryEventShape> Events, long? Next);

/// <summary>What was put on record about an incident, event by event. Of what is off the record only that an entry is there.</summary>
public sealed class HistoryReader(LedgerStore store)
{
    public const int PageLimit = 1_000;
    public const int DefaultPage = 200;

    /// <param name="from">The first version wanted.</param>
    /// <returns>Null when there is no such incident.</returns>
    public async Task<HistoryShape?> ReadAsync(string id, long from, int limit, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        if (await session.LoadAsync<Incident>(id, ct) is not { } incident) return null;
        var key = StreamKeys.Of(IncidentId.Of(id));
        var stored = await session.Events.FetchStreamAsync(key, fromVersion: from, version: from + limit, token: ct);
        var page = stored.Take(limit).ToList();
        var facts = page.Select(e => (IncidentEvent)e.Data).ToList();
        var offTheRecord = await OffTheRecordAsync(session, id, facts, ct);
        var register = new Register(await session.LoadWithAncestorsAsync(EventPhrases.PartiesIn(facts), ct), DateTimeOffset.MaxValue, Clock.Recorded);
        var phrases = new EventPhrases(register);
        return new(id, incident.Zone, [.. page.Zip(facts).Select(pair => Shape(pair.First, pair.Second, phrases, offTheRecord))], stored.Count > limit ? from + limit : null);
    }

    private static HistoryEventShape Shape(IEvent stored, IncidentEvent fact, EventPhrases phrases, HashSet<string> offTheRecord)
    {
        var hidden = About(fact).Any(entry => offTheRecord.Contains(entry.Value));
        return new(stored.Version, EventNames.Of(fact), fact.EntryKey(), stored.Timestamp.ToUniversalTime(), fact.Noted,
            hidden ? null : EventPhrases.Said(fact), stored.UserName, hidden ? "an entry that is off the record" : phrases.Of(fact));
    }

    private static async Task<HashSet<string>> OffTheRecordAsync(IQuerySession session, string id, List<IncidentEvent> facts, CancellationToken ct)
    {
        var statements = facts.SelectMany(About).Select(entry => StatementRow.IdOf(id, entry)).Distinct().ToArray();
        return (await session.LoadManyAsync<StatementRow>(ct, statements)).Where(row => row.Statement.Terms.Rule == GroundRule.OffTheRecord).Select(row => row.Entry.Value).ToHashSet();
    }

    /// <summary>The statements that an event is, or is about.</summary>
    private static IEnumerable<EntryId> About(IncidentEvent fact) =>
        fact is IncidentEvent.StatementLogged logged ? [logged.Id]
        : fact is IncidentEvent.ReversalStruck { Entry: { } entry } ? [entry]
        : StatementRow.About(fact) is { } about ? [about] : [];
}
