using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Times;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Moments;

/// <summary>
/// The statements of an incident as of any moment. Now is read from the views. For another moment the events about the
/// candidates of the page are fetched and folded; PostgreSQL goes over the incident's events to find them, so that a page
/// costs more the longer the incident is, and no more memory.
/// </summary>
public sealed class StatementsAsOf(LedgerStore store, Following following, TimeProvider clock, StatementReader present)
{
    private readonly Completion completion = new(store, following);

    /// <returns>
    /// A page, which may have fewer than were asked for and still a next; or a refusal: those of <see cref="StatementReader.ReadAsync"/>,
    /// or what is wrong with a moment.
    /// </returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<StatementsShape>> ReadAsync(string incident, StatementQuery query, ReadingRequest request, CancellationToken ct)
    {
        query = query with { Audience = request.Audience };
        if (request.IsOfNow) return await present.ReadAsync(incident, query, ct);
        if (Asking.Limit(query.Limit) is { } refusal) return refusal;
        var question = $"statements/{incident}/{query with { Limit = 0, After = null }}/{request}";
        if (!Cursor.TryReadTime(query.After, question, out var beyond)) return Asking.CursorMalformed;

        return await completion.ReadAsync(incident, async (session, tail) => await (await session.MomentAsync(incident, request, clock, ct)).ThenAsync<StatementsShape>(async moment =>
        {
            var page = await PageAsync(session, moment, query, beyond, tail, ct);
            var shaping = await ShapingAsync(session, moment, page.Statements, ct);
            return new StatementsShape(incident, query.Audience, [.. page.Statements.Select(past => shaping.Of(past.Row))], page.Last is { } last ? Cursor.Of(question, Cursor.Of(last)) : null);
        }), ct);
    }

    /// <returns>The statement; or a refusal: <c>incident-unknown</c>, <c>statement-unknown</c> where the reading does not hold it for whatever reason, or what is wrong with a moment.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<StatementShape>> FindAsync(string incident, string statement, ReadingRequest request, CancellationToken ct)
    {
        if (request.IsOfNow) return await present.FindAsync(incident, statement, request.Audience, ct) is { } found ? found : Unknown;
        await using var session = await store.ReadingOneMomentAsync(ct);
        return await (await session.MomentAsync(incident, request, clock, ct)).ThenAsync<StatementShape>(async moment =>
            (await session.PastAsync(moment, [EntryId.Of(statement)], ct)).Find(EntryId.Of(statement)) is { } past ? (await ShapingAsync(session, moment, [past], ct)).Of(past.Row) : Unknown);
    }

    private static Rejection Unknown => new("statement-unknown", "statement", "This incident has no such statement.");

    /// <param name="Last">UTC, where the page after goes on; null where there is none.</param>
    private sealed record Page(IReadOnlyList<PastStatement> Statements, DateTimeOffset? Last);

    private static async Task<Page> PageAsync(IQuerySession session, IncidentMoment moment, StatementQuery query, DateTimeOffset? beyond, Stepping tail, CancellationToken ct)
    {
        // A correction changes stances and never who spoke.
        string?[] names = query.Party is { } party ? [.. await session.GoingByAsync(party, moment.AsOf, ct)] : [null];
        string[] keys = [.. names.Select(name => StatementKey.Of(name, query.Claim, query.Stance))];
        var wider = query.Claim is null && query.Stance is null ? null : names.Select(name => StatementKey.Of(name, null, null)).ToList();
        var corrected = wider is null ? [] : await session.CorrectedAsync(moment.Key, ct);
        var stretch = new Stretch(moment.Incident.Id, keys, Candidates.Shelves(query.Audience), null, query.Order == ListOrder.Newest, beyond, query.Limit + 1, []) { Until = moment.Recorded };

        var page = new List<PastStatement>();
        var (looked, last) = (0, beyond);
        while (true)
        {
            var places = await session.CandidatesAsync(stretch, wider, corrected, tail, ct);
            var past = await session.PastAsync(moment, places.Select(place => place.Entry), ct);
            // What may not be told of leaves no trace, neither in the length of a page nor in where the next begins.
            foreach (var place in places.Where(place => past.MayBeTold(place.Entry)))
            {
                if (past.Find(place.Entry) is { } found && Fits(found.Row, keys, query.Status))
                {
                    if (page.Count == query.Limit) return new(page, page[^1].Row.Known);
                    page.Add(found);
                }
                last = place.Known;
                if (++looked == Candidates.Limit) return new(page, last);
            }
            if (places.Count < stretch.Limit) return new(page, null);
            stretch = stretch with { Beyond = places[^1].Known, Limit = Candidates.Batch };
        }
    }

    // By what it said then, which its keys of then tell.
    private static bool Fits(StatementRow then, string[] keys, StatementStatus? status) =>
        (status is null || then.Status() == status) && StatementKey.Of(then).Any(key => keys.Contains(key.Key));

    private static async Task<StatementShaping> ShapingAsync(IQuerySession session, IncidentMoment moment, IReadOnlyList<PastStatement> page, CancellationToken ct)
    {
        var asOf = moment.AsOf;
        var originals = await session.PastAsync(moment, page.SelectMany(past => past.Row.Others()), ct);
        var register = new Register(await session.LoadWithAncestorsAsync(page.SelectMany(past => Holding.PartiesOf(past.Row)), ct), asOf.KnownAt, asOf.Clock);
        var publishable = page.Where(past => past.IsPublishable).Select(past => past.Row.Id).ToHashSet();
        return new(register, asOf.Audience, row => publishable.Contains(row.Id), moment.Incident.Zone, originals.Held.Select(past => past.Row).ToDictionary(row => row.Id));
    }
}
