using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Requests;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Times;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Moments;

/// <summary>The requests for comment of an incident as of any moment, with what had answered them by then.</summary>
public sealed class RequestsAsOf(LedgerStore store, Following following, TimeProvider clock, RequestReader present)
{
    /// <summary>Statements that are looked at for the answers to one request: more than it lists, for some came, or were struck, later.</summary>
    private const int AnswersLookedAt = 5 * RequestReader.AnswerLimit;

    private readonly Completion completion = new(store, following);

    /// <returns>A page; or a refusal: those of <see cref="RequestReader.ReadAsync"/>, or what is wrong with a moment.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<RequestsShape>> ReadAsync(string incident, RequestQuery query, ReadingRequest request, CancellationToken ct)
    {
        query = query with { Audience = request.Audience };
        if (request.IsOfNow) return await present.ReadAsync(incident, query, ct);
        if (Asking.Limit(query.Limit) is { } refusal) return refusal;
        var question = $"requests/{incident}/{query with { Limit = 0, After = null }}/{request}";
        if (!Cursor.TryReadTime(query.After, question, out var beyond)) return Asking.CursorMalformed;

        return await completion.ReadAsync(incident, async (session, tail) => await (await session.MomentAsync(incident, request, clock, ct)).ThenAsync<RequestsShape>(async moment =>
        {
            var (page, last) = await PageAsync(session, moment, query, beyond, tail, ct);
            return new RequestsShape(incident, query.Audience, await ShapesAsync(session, moment, page, tail, ct), last is { } place ? Cursor.Of(question, Cursor.Of(place)) : null);
        }), ct);
    }

    private static async Task<(List<RequestRow> Page, DateTimeOffset? Last)> PageAsync(
        IQuerySession session, IncidentMoment moment, RequestQuery query, DateTimeOffset? beyond, Stepping tail, CancellationToken ct)
    {
        // Nothing but a strike, or the strike of that, is done to a request.
        var strikes = (await session.AboutAsync(moment.Key, long.MaxValue, [], ct)).Where(moment.AsOf.Holds).ToList();
        var page = new List<RequestRow>();
        for (var looked = 0; ;)
        {
            var rows = await RowsAsync(session, moment, query.Order == ListOrder.Newest, beyond, tail, ct);
            var then = RequestRow.After(rows.ToDictionary(row => row.Id, row => row with { Struck = false }), moment.Incident.Id, strikes);
            foreach (var row in rows.Select(row => then[row.Id]))
            {
                if (moment.AsOf.Holds(row.Known, row.Noted, row.Asked) && (query.Audience == Audience.Internal || !row.Struck))
                {
                    if (page.Count == query.Limit) return (page, page[^1].Known);
                    page.Add(row);
                }
                beyond = row.Known;
                if (++looked == Candidates.Limit) return (page, beyond);
            }
            if (rows.Count < Candidates.Batch) return (page, null);
        }
    }

    private static async Task<List<RequestRow>> RowsAsync(IQuerySession session, IncidentMoment moment, bool newestFirst, DateTimeOffset? beyond, Stepping tail, CancellationToken ct)
    {
        var (incident, changed, until) = (moment.Incident.Id, tail.Requests.Keys.ToArray(), moment.Recorded ?? DateTimeOffset.MaxValue);
        var rows = session.Query<RequestRow>().Where(row => row.Incident == incident && !row.Id.IsOneOf(changed) && row.Known <= until);
        if (beyond is { } last) rows = newestFirst ? rows.Where(row => row.Known < last) : rows.Where(row => row.Known > last);
        var kept = await (newestFirst ? rows.OrderByDescending(row => row.Known) : rows.OrderBy(row => row.Known)).Take(Candidates.Batch).ToListAsync(ct);
        var all = kept.Concat(tail.Requests.Values.Where(row => row.Known <= until && !(newestFirst ? row.Known >= beyond : row.Known <= beyond)));
        return [.. (newestFirst ? all.OrderByDescending(row => row.Known) : all.OrderBy(row => row.Known)).Take(Candidates.Batch)];
    }

    private static async Task<IReadOnlyList<RequestShape>> ShapesAsync(IQuerySession session, IncidentMoment moment, List<RequestRow> page, Stepping tail, CancellationToken ct)
    {
        var asOf = moment.AsOf;
        // Whatever was corrected may have answered then what it answers no longer.
        var wanted = (await session.CorrectedAsync(moment.Key, ct)).Select(EntryId.Of).ToHashSet();
        foreach (var row in page)
            wanted.UnionWith((await session.PlacesAsync(
                new Stretch(moment.Incident.Id, [StatementKey.Answering(row.Entry.Value)], Candidates.Shelves(asOf.Audience), null, NewestFirst: false, null, AnswersLookedAt, []) { Until = moment.Recorded }, tail, ct)).Select(place => place.Entry));
        var held = (await session.PastAsync(moment, wanted, ct)).Held.Select(past => past.Row).Where(row => !row.Struck).ToList();
        var answers = page.ToDictionary(row => row.Id, row => held.Where(answer => answer.Stances.Any(stance => stance.Request == row.Entry)).Take(RequestReader.AnswerLimit + 1).ToList());

        var parties = page.SelectMany(row => row.By.Append(PartyId.Of(row.Of))).Concat(answers.Values.SelectMany(rows => rows).SelectMany(Holding.PartiesOf));
        var register = new Register(await session.LoadWithAncestorsAsync(parties, ct), asOf.KnownAt, asOf.Clock);
        var shaping = new StatementShaping(register, asOf.Audience, _ => false, moment.Incident.Zone, new Dictionary<string, StatementRow>());
        return [.. page.Select(row => RequestReader.Shape(row, answers[row.Id], shaping, asOf.Audience))];
    }
}
