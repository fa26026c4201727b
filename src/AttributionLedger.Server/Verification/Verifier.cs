using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.SearchIndex;
using AttributionLedger.Store;
using AttributionLedger.Views;
using JasperFx.Events;
using Marten;
using EventDeserializationFailureException = Marten.Exceptions.EventDeserializationFailureException;

namespace AttributionLedger.Verification;

/// <summary>Something that is stored and is not what its events come to.</summary>
/// <param name="Kind"><c>missing</c>, <c>unexpected</c>, <c>different</c>, or <c>unreadable</c> where events cannot be folded at all.</param>
/// <param name="Stream">The incident or the party.</param>
public sealed record Difference(string Kind, string View, string Stream, string Row);

/// <summary>What was looked at, and what was found.</summary>
public sealed record VerificationReport(int Incidents, int Parties, long Events, IReadOnlyList<Difference> Differences, bool Truncated);

/// <summary>
/// Folds every stream anew and compares the outcome with every stored view: an independent derivation of all that is read.
/// One stream is in memory at a time.
/// </summary>
public sealed class Verifier(LedgerStore store, Following following)
{
    /// <summary>Differences that are listed; a ledger with more has one cause, and the first show it.</summary>
    private const int Limit = 1_000;

    private readonly List<Difference> differences = [];
    private int incidents, parties;
    private long events;

    public async Task<VerificationReport> RunAsync(IProgress<int> progress, CancellationToken ct)
    {
        differences.Clear();
        (incidents, parties, events) = (0, 0, 0);
        await following.CatchUpAsync(ct);
        await foreach (var (key, versions) in store.Plain.StreamsAsync(ct))
        {
            if (differences.Count >= Limit) break;
            try
            {
                if (StreamKeys.IncidentIn(key) is { } incident) await VerifyIncidentAsync(incident, versions, ct);
                else if (StreamKeys.PartyIn(key) is { } party) await VerifyPartyAsync(party, versions, ct);
            }
            catch (Exception fault) when (fault is InvalidOperationException or JsonException or EventDeserializationFailureException)
            {
                // What somebody did to the events must not keep anybody from hearing about it, nor about the streams after it.
                Report("unreadable", "event", key, fault is EventDeserializationFailureException unread ? $"sequence {unread.Sequence}" : "the stream");
            }
            progress.Report(incidents + parties);
        }
        if (differences.Count < Limit) await FindStraysAsync(ct);
        return new(incidents, parties, events, [.. differences], differences.Count >= Limit);
    }

    private async Task VerifyIncidentAsync(string id, long versions, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        incidents++;
        var stored = await session.Events.FetchStreamAsync(StreamKeys.Of(IncidentId.Of(id)), token: ct);
        CheckEvents(StreamKeys.Of(IncidentId.Of(id)), versions, stored);
        var facts = stored.Select(e => e.Recorded<IncidentEvent>()).ToList();

        var book = IncidentBook.Of(id, facts);
        Compare("incident", id, One(book.Incident, i => i.Id), One(await session.LoadAsync<Incident>(id, ct), i => i.Id));
        Compare("entry", id, book.Entries, (await session.Query<EntryRow>().Where(row => row.Incident == id).ToListAsync(ct)).ToDictionary(row => row.Id));
        Compare("position", id, book.Positions, (await session.Query<PositionRow>().Where(row => row.Incident == id).ToListAsync(ct)).ToDictionary(row => row.Id));

        var views = IncidentViews.Of(id, facts);
        Compare("statement", id, views.Statements, (await session.Query<StatementRow>().Where(row => row.Incident == id).ToListAsync(ct)).ToDictionary(row => row.Id));
        Compare("statement key", id, views.Statements.Values.SelectMany(StatementKey.Of).ToDictionary(key => key.Id), (await session.StatementKeysAsync(id, ct)).ToDictionary(key => key.Id));
        Compare("request", id, views.Requests, (await session.Query<RequestRow>().Where(row => row.Incident == id).ToListAsync(ct)).ToDictionary(row => row.Id));
        Compare("publication", id, views.Publications, (await session.Query<PublicationRow>().Where(row => row.Incident == id).ToListAsync(ct)).ToDictionary(row => row.Id));
        Compare("board", id, One(views.Board, row => row.Id), One(await session.LoadAsync<BoardRow>(id, ct), row => row.Id));
        Compare("search text", id, await session.ExpectedAsync([.. SearchKeeper.RowsOf(id, facts, [.. views.Statements.Values], new())], ct), await session.StoredAsync(id, "", ct));
        Compare("appearance", id, views.Appearances, (await session.Query<AppearanceRow>().Where(row => row.Incident == id).ToListAsync(ct)).ToDictionary(row => row.Id));
    }

    private async Task VerifyPartyAsync(string id, long versions, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        parties++;
        var stored = await session.Events.FetchStreamAsync(StreamKeys.Of(PartyId.Of(id)), token: ct);
        CheckEvents(StreamKeys.Of(PartyId.Of(id)), versions, stored);
        var facts = stored.Select(e => e.Recorded<PartyEvent>()).ToList();
        var book = PartyBook.Of(id, facts);
        Compare("party", id, One(book.Party, p => p.Id), One(await session.LoadAsync<Party>(id, ct), p => p.Id));
        Compare("listed party", id, One(book.Listed, p => p.Id), One(await session.LoadAsync<ListedParty>(id, ct), p => p.Id));
        IReadOnlyList<Party> own = book.Party is { } party ? [party] : [];
        Compare("search text", id, await session.ExpectedAsync([.. own.SelectMany(one => PartyVersions.Of(one, new()))], ct), await session.StoredAsync("", id, ct));
        Compare("search name", id, own.SelectMany(PartyVersions.NamesOf).ToDictionary(row => row.Key), (await session.NamesOfAsync(id, ct)).ToDictionary(row => row.Key));
        Compare("affiliation", id, book.Affiliations, (await session.Query<AffiliationRow>().Where(row => row.Party == id).ToListAsync(ct)).ToDictionary(row => row.Id));
    }

    private void CheckEvents(string stream, long versions, IReadOnlyList<IEvent> stored)
    {
        events += stored.Count;
        var next = 1L;
        IEvent? last = null;
        foreach (var e in stored.OrderBy(e => e.Version))
        {
            ReportGap(stream, next, e.Version);
            next = e.Version + 1;
            if (e.Version > versions) Report("unexpected", "event", stream, $"version {e.Version}, of which the stream does not know");
            if (e.Timestamp < last?.Timestamp) Report("different", "event", stream, $"version {e.Version} was recorded before the one that it follows");
            if (e.Sequence < last?.Sequence) Report("different", "event", stream, $"version {e.Version} was written before the one that it follows");
            last = e;
        }
        ReportGap(stream, next, versions + 1);
    }

    private void ReportGap(string stream, long from, long to)
    {
        for (var version = from; version < to && differences.Count < Limit; version++) Report("missing", "event", stream, $"version {version}");
    }

    // Rows are compared as they are stored: by their canonical JSON.
    private void Compare<T>(string view, string stream, IReadOnlyDictionary<string, T> expected, IReadOnlyDictionary<string, T> stored) where T : class
    {
        foreach (var (id, row) in expected)
            if (!stored.TryGetValue(id, out var kept)) Report("missing", view, stream, id);
            else if (!Fingerprint.Canonical(row).AsSpan().SequenceEqual(Fingerprint.Canonical(kept))) Report("different", view, stream, id);
        foreach (var id in stored.Keys.Where(id => !expected.ContainsKey(id))) Report("unexpected", view, stream, id);
    }

    private void Report(string kind, string view, string stream, string row)
    {
        if (differences.Count < Limit) differences.Add(new(kind, view, stream, row));
    }

    private static Dictionary<string, T> One<T>(T? row, Func<T, string> id) where T : class => row is null ? [] : new() { [id(row)] = row };

    /// <summary>Rows of incidents and parties that have no stream at all, and events of names that the ledger does not give, or not to what is read from them. An append that was cut off leaves tombstones in the place of its events.</summary>
    private async Task FindStraysAsync(CancellationToken ct)
    {
        await using (var connection = await store.Plain.OpenConnectionAsync(ct))
        await using (var command = new Npgsql.NpgsqlCommand($"""
            select stream_id, version from {LedgerStore.Schema}.mt_events left join unnest($1, $2) known (name, class) on class = mt_dotnet_type
            where (type <> all($1) or type <> name) and stream_id <> 'mt_tombstone' limit {Limit}
            """, connection) { Parameters = { new() { Value = EventNames.All.Select(pair => pair.Value).ToArray() }, new() { Value = EventNames.All.Select(pair => $"{pair.Key.FullName}, {pair.Key.Assembly.GetName().Name}").ToArray() } } })
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) Report("different", "event", reader.GetString(0), $"version {reader.GetInt64(1)}");

        foreach (var (view, table, stream, row) in StoredViews.All)
        {
            await using var connection = await store.Plain.OpenConnectionAsync(ct);
            await using var command = new Npgsql.NpgsqlCommand($"select {row}, {stream} from {LedgerStore.Schema}.{table} d where not exists (select 1 from {LedgerStore.Schema}.mt_streams s where s.id = {stream}) limit {Limit}", connection);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) Report("unexpected", view, reader.GetString(1), reader.GetString(0));
        }
    }
}
