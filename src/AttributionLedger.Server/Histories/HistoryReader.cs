using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Store;
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

/// <summary>A page with what whoever follows the incident must know of it.</summary>
/// <param name="Last">The version of the last event that was read, whether it is shown or not.</param>
/// <param name="Reverses">Something in it was done to an earlier entry, which may read differently from now on.</param>
internal sealed record HistoryPage(HistoryShape Shape, long Last, bool Reverses);

/// <summary>What was put on record about an incident, event by event. Of what is off the record only that an entry is there.</summary>
public sealed class HistoryReader(LedgerStore store)
{
    public const int PageLimit = 1_000;
    public const int DefaultPage = 200;

    /// <summary>What stands for the name of an event that is off the record.</summary>
    private const string Hidden = "off_the_record";

    /// <param name="from">The first version wanted.</param>
    /// <returns>Null when there is no such incident.</returns>
    public async Task<HistoryShape?> ReadAsync(string id, long from, int limit, CancellationToken ct) => (await PageAsync(id, from, limit, ct))?.Shape;

    internal async Task<HistoryPage?> PageAsync(string id, long from, int limit, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        if (await session.LoadAsync<Incident>(id, ct) is not { } incident) return null;
        var key = StreamKeys.Of(IncidentId.Of(id));
        var stored = await session.Events.FetchStreamAsync(key, fromVersion: from, version: from + limit, token: ct);
        var page = stored.Take(limit).ToList();
        var facts = page.Select(e => (IncidentEvent)e.Data).ToList();
        var entries = await EntriesAsync(session, id, facts, ct);
        var offTheRecord = await OffTheRecordAsync(session, key, facts.SelectMany(fact => About(fact, entries)), ct);
        var register = new Register(await session.LoadWithAncestorsAsync(EventPhrases.PartiesIn(facts), ct), DateTimeOffset.MaxValue, Clock.Recorded);
        var phrases = new EventPhrases(register, incident.Zone);
        var shape = new HistoryShape(id, incident.Zone, [.. page.Zip(facts).Select(pair => (Stored: pair.First, Fact: pair.Second, Hidden: About(pair.Second, entries).Any(offTheRecord.Contains)))
            .Where(e => !(e.Hidden && e.Fact is IncidentEvent.StanceTaken)).Select(e => Shape(e.Stored, e.Fact, phrases, e.Hidden))], stored.Count > limit ? from + limit : null);
        return new(shape, page.Count > 0 ? page[^1].Version : from - 1, facts.Any(fact => LoggedEntry.Reversed(fact) is not null));
    }

    // What stances a hidden statement takes, and how many, is part of what is hidden.
    private static HistoryEventShape Shape(IEvent stored, IncidentEvent fact, EventPhrases phrases, bool hidden) => hidden
        ? new(stored.Version, Hidden, fact.EntryKey(), stored.Timestamp.ToUniversalTime(), fact.Noted, null, stored.UserName, "an entry that is off the record")
        : new(stored.Version, EventNames.Of(fact), fact.EntryKey(), stored.Timestamp.ToUniversalTime(), fact.Noted, EventPhrases.Said(fact), stored.UserName, phrases.Of(fact, stored.Timestamp.ToUniversalTime()));

    /// <summary>
    /// Those of the entries that are statements off the record now. Asked of the events: a view that follows behind would show
    /// the words of a statement that it has not come to.
    /// </summary>
    private static async Task<HashSet<string>> OffTheRecordAsync(IQuerySession session, string key, IEnumerable<string> entries, CancellationToken ct) =>
        [.. Readings.History.OffTheRecord((await session.AboutAsync(key, long.MaxValue, [.. entries.Distinct().Select(EntryId.Of)], ct)).Select(fact => fact.Fact)).Select(entry => entry.Value)];

    /// <summary>The entries that the facts are about, and what those are about in turn: evidence is, in the end, of a statement.</summary>
    private static async Task<Dictionary<string, LoggedEntry>> EntriesAsync(IQuerySession session, string id, List<IncidentEvent> facts, CancellationToken ct)
    {
        var entries = new Dictionary<string, LoggedEntry>();
        var wanted = facts.SelectMany(Named).Select(entry => entry.Value).ToHashSet();
        while (wanted.Count > 0)
        {
            var found = (await session.LoadManyAsync<EntryRow>(ct, [.. wanted.Select(key => EntryRow.IdOf(id, key))])).Select(row => row.Entry).ToList();
            foreach (var entry in found) entries[entry.Key] = entry;
            wanted = [.. found.Select(entry => entry.Target?.Value).OfType<string>().Where(key => !entries.ContainsKey(key))];
        }
        return entries;
    }

    /// <summary>The keys of the entries that an event is, or is about, down to the statement.</summary>
    private static IEnumerable<string> About(IncidentEvent fact, IReadOnlyDictionary<string, LoggedEntry> entries)
    {
        foreach (var named in Named(fact))
            for (string? key = named.Value; key is not null; key = entries.GetValueOrDefault(key)?.Target?.Value)
                yield return key;
    }

    private static IEnumerable<EntryId> Named(IncidentEvent fact) =>
        fact is IncidentEvent.StatementLogged logged ? [logged.Id]
        : fact is IncidentEvent.ReversalStruck { Entry: { } entry } ? [entry]
        : fact is IncidentEvent.EvidenceGone gone ? [gone.Evidence]
        : fact is IncidentEvent.StanceTaken stance ? [stance.Statement]
        : fact is IncidentEvent.EvidenceAttached evidence ? [evidence.Statement]
        : LoggedEntry.Reversed(fact) is { } reversed ? [reversed] : [];
}
