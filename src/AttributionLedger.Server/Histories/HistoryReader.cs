using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using JasperFx.Events;
using Marten;

namespace AttributionLedger.Histories;

/// <param name="Version">The event's place in the incident's stream, from 1.</param>
/// <param name="LoggedBy">Who logged it.</param>
/// <param name="Entry">The entry that it belongs to.</param>
/// <param name="What">In words.</param>
/// <param name="SaidEarliest">UTC; the first moment at which it can have been said, null where that is open or nothing was said.</param>
/// <param name="SaidLatest">UTC; the last, likewise.</param>
/// <param name="Whose">For a reversal: whose error it puts right.</param>
/// <param name="Reason">Why, in the desk's words.</param>
/// <param name="Rewording">What it reworded, with the difference by words.</param>
/// <param name="Changes">What it changed in the reading, in words, told with the first event of its entry; null unless asked for.</param>
public sealed record HistoryEventShape(
    long Version, string Event, string Entry, DateTimeOffset Known, DateTimeOffset? Noted, string? Said, DateTimeOffset? SaidEarliest, DateTimeOffset? SaidLatest, string? LoggedBy, string What,
    Whose? Whose = null, string? Reason = null, ComparedTextShape? Rewording = null, IReadOnlyList<string>? Changes = null);

/// <param name="Next">The version to go on from; null at the end.</param>
public sealed record HistoryShape(string Incident, string Zone, IReadOnlyList<HistoryEventShape> Events, long? Next);

/// <summary>A page with what whoever follows the incident must know of it.</summary>
/// <param name="Last">The version of the last event that was read, whether it is shown or not.</param>
/// <param name="Reverses">Something in it was done to an earlier entry, which may read differently from now on.</param>
internal sealed record HistoryPage(HistoryShape Shape, long Last, bool Reverses);

/// <summary>What was put on record about an incident, event by event. Of what is off the record only that an entry is there.</summary>
public sealed class HistoryReader(LedgerStore store, TimeProvider clock)
{
    public const int PageLimit = 1_000;
    public const int DefaultPage = 200;

    /// <summary>Events of a page with what each changed: two readings each, at a cost that grows with the incident.</summary>
    public const int ChangesPageLimit = 100;
    public const int DefaultChangesPage = 50;

    /// <summary>What stands for the name of an event that is off the record.</summary>
    private const string Hidden = "off_the_record";

    /// <param name="from">The first version wanted.</param>
    /// <returns>Null when there is no such incident.</returns>
    public async Task<HistoryShape?> ReadAsync(string id, long from, int limit, CancellationToken ct) => (await PageAsync(id, from, limit, ct))?.Shape;

    /// <summary>What was on record by a moment: known by then and, where somebody said it, said by then, with what is about it.</summary>
    /// <param name="withChanges">Tell what each event changed in the reading when it was recorded; then <paramref name="limit"/> is at most <see cref="ChangesPageLimit"/>.</param>
    /// <returns>A page, which may have fewer than were asked for and still a next; or a refusal: <c>incident-unknown</c>, or what is wrong with a moment.</returns>
    public async Task<Answer<HistoryShape>> ReadAsync(string id, long from, int limit, ReadingRequest request, bool withChanges, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        if (await session.LoadAsync<Incident>(id, ct) is not { } incident) return Asking.IncidentUnknown(id);
        if (request.IsOfNow) return await ShapeAsync(null);
        return await (await session.MomentAsync(id, request, clock, ct)).ThenAsync<HistoryShape>(async moment => await ShapeAsync(moment.AsOf));

        async Task<HistoryShape> ShapeAsync(AsOf? asOf)
        {
            var page = (await PageAsync(session, incident, from, limit, asOf, ct)).Shape;
            return withChanges ? await WithChangesAsync(session, page, ct) : page;
        }
    }

    private static async Task<HistoryShape> WithChangesAsync(IQuerySession session, HistoryShape history, CancellationToken ct)
    {
        var facts = await session.FactsAsync(history.Incident, ct);
        var changes = new EventChanges(history.Incident, facts, await session.LoadWithAncestorsAsync(InvolvedParties.In(facts.Select(fact => fact.Fact)), ct));
        var told = new HashSet<string>();
        return history with { Events = [.. history.Events.Select(e => e with { Changes = e.Event != Hidden && told.Add(e.Entry) && IsFirst(facts, e) ? Changes(e.Known) : [] })] };

        IReadOnlyList<string> Changes(DateTimeOffset known)
        {
            ct.ThrowIfCancellationRequested();
            return changes.By(known);
        }
    }

    // Of an entry that began on the page before, the changes were told there.
    private static bool IsFirst(IReadOnlyList<Recorded<IncidentEvent>> facts, HistoryEventShape shape) => facts[(int)shape.Version - 1].Fact is not IncidentEvent.StanceTaken;

    internal async Task<HistoryPage?> PageAsync(string id, long from, int limit, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        return await session.LoadAsync<Incident>(id, ct) is { } incident ? await PageAsync(session, incident, from, limit, null, ct) : null;
    }

    private static async Task<HistoryPage> PageAsync(IQuerySession session, Incident incident, long from, int limit, AsOf? asOf, CancellationToken ct)
    {
        var id = incident.Id;
        var key = StreamKeys.Of(IncidentId.Of(id));
        var stored = await session.Events.FetchStreamAsync(key, fromVersion: from, version: from + limit, token: ct);
        var page = stored.Take(limit).ToList();
        var facts = page.Select(e => (IncidentEvent)e.Data).ToList();
        var entries = await EntriesAsync(session, id, facts, ct);
        var offTheRecord = await OffTheRecordAsync(session, key, facts.SelectMany(fact => About(fact, entries)), asOf, ct);
        var later = asOf is null ? [] : await LaterAsync(session, key, facts.SelectMany(fact => About(fact, entries)), asOf, ct);
        var register = new Register(await session.LoadWithAncestorsAsync(EventPhrases.PartiesIn(facts), ct), asOf?.KnownAt ?? DateTimeOffset.MaxValue, asOf?.Clock ?? Clock.Recorded);
        var phrases = new EventPhrases(register, incident.Zone);
        var rewordings = await RewordingsAsync(session, key, facts, ct);
        var shape = new HistoryShape(id, incident.Zone, [.. page.Zip(facts).Select(pair => (Stored: pair.First, Fact: pair.Second, Hidden: About(pair.Second, entries).Any(offTheRecord.Contains)))
            .Where(e => !(e.Hidden && e.Fact is IncidentEvent.StanceTaken) && (asOf is null || (asOf.Holds(e.Stored.Recorded<IncidentEvent>()) && !About(e.Fact, entries).Any(later.Contains))))
            .Select(e => Shape(e.Stored, e.Fact, phrases, rewordings, e.Hidden))], stored.Count > limit && !(asOf is { Clock: Clock.Recorded } && stored[limit].Timestamp > asOf.KnownAt) ? from + limit : null);
        return new(shape, page.Count > 0 ? page[^1].Version : from - 1, facts.Any(fact => LoggedEntry.Reversed(fact) is not null));
    }

    // What stances a hidden statement takes, and how many, is part of what is hidden.
    private static HistoryEventShape Shape(IEvent stored, IncidentEvent fact, EventPhrases phrases, Rewordings rewordings, bool hidden) => hidden
        ? new(stored.Version, Hidden, fact.EntryKey(), stored.Timestamp.ToUniversalTime(), fact.Noted, null, null, null, stored.UserName, "an entry that is off the record")
        : new(stored.Version, EventNames.Of(fact), fact.EntryKey(), stored.Timestamp.ToUniversalTime(), fact.Noted, EventPhrases.Said(fact)?.Edtf, EventPhrases.Said(fact)?.Earliest, EventPhrases.Said(fact)?.Latest,
            stored.UserName, phrases.Of(fact, stored.Timestamp.ToUniversalTime()), CauseWords.WhoseError(fact), EventPhrases.Reason(fact), rewordings.Of(fact, stored.Version));

    private static async Task<Rewordings> RewordingsAsync(IQuerySession session, string key, IReadOnlyList<IncidentEvent> facts, CancellationToken ct)
    {
        if (!facts.Any(Rewordings.Rewords)) return new([]);
        var corrected = facts.OfType<IncidentEvent.StatementCorrected>().Select(correction => correction.Statement).Distinct();
        return new([.. await session.FramesAsync(key, ct), .. await session.AboutAsync(key, long.MaxValue, corrected, ct)]);
    }

    /// <summary>
    /// Those of the entries that are statements off the record now, or were at the moment. Asked of the events: a view that
    /// follows behind would show the words of a statement that it has not come to.
    /// </summary>
    private static async Task<HashSet<string>> OffTheRecordAsync(IQuerySession session, string key, IEnumerable<string> entries, AsOf? asOf, CancellationToken ct)
    {
        var about = await session.AboutAsync(key, long.MaxValue, [.. entries.Distinct().Select(EntryId.Of)], ct);
        var then = asOf is null ? [] : History.OffTheRecord(about.Where(asOf.Holds).Select(fact => fact.Fact));
        return [.. History.OffTheRecord(about.Select(fact => fact.Fact)).Concat(then).Select(entry => entry.Value)];
    }

    /// <summary>Those of the entries that were not on record by the moment: what is about them was not either.</summary>
    private static async Task<HashSet<string>> LaterAsync(IQuerySession session, string key, IEnumerable<string> entries, AsOf asOf, CancellationToken ct) =>
        [.. (await session.BegunAsync(key, entries.Distinct().Select(EntryId.Of), ct)).Where(fact => !asOf.Holds(fact)).Select(fact => fact.Fact.EntryKey())];

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
        : fact is IncidentEvent.StatementLinked linked ? [linked.Statement, linked.Other]
        : fact is IncidentEvent.StanceTaken stance ? [stance.Statement]
        : fact is IncidentEvent.EvidenceAttached evidence ? [evidence.Statement]
        : LoggedEntry.Reversed(fact) is { } reversed ? [reversed] : [];
}
