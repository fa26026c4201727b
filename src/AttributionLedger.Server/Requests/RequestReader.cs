using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Times;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Requests;

/// <param name="Limit">From 1 to <see cref="RequestReader.PageLimit"/>.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
public sealed record RequestQuery(ListOrder Order = ListOrder.Recorded, int Limit = RequestReader.DefaultPage, string? After = null, Audience Audience = Audience.Internal);

/// <summary>
/// The requests for comment of an incident, a page at a time, complete to the last event. In public a request whose answer is
/// not for the public is one that is pending, as it is in the publishable reading.
/// </summary>
public sealed class RequestReader(LedgerStore store, Following following, TimeProvider clock)
{
    public const int DefaultPage = Asking.DefaultPage;
    public const int PageLimit = Asking.PageLimit;

    /// <summary>Answers that are listed with a request; the rest is found among the statements.</summary>
    public const int AnswerLimit = 20;

    private readonly Completion completion = new(store, following);

    /// <returns>A page; or a refusal: <c>incident-unknown</c>, <c>limit-out-of-range</c>, <c>cursor-malformed</c>.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<RequestsShape>> ReadAsync(string incident, RequestQuery query, CancellationToken ct)
    {
        if (Asking.Limit(query.Limit) is { } refusal) return refusal;
        var question = $"requests/{incident}/{query with { Limit = 0, After = null }}";
        if (!Cursor.TryReadTime(query.After, question, out var beyond)) return Asking.CursorMalformed;

        return await completion.ReadAsync<Answer<RequestsShape>>(incident, async (session, tail) =>
        {
            if (await session.LoadAsync<Incident>(incident, ct) is null) return Asking.IncidentUnknown(incident);
            var (page, more) = (await RowsAsync(session, incident, query, beyond, tail, ct)).Cut(query.Limit);
            var shapes = await ShapesAsync(session, incident, page, tail, query.Audience, ct);
            return new RequestsShape(incident, query.Audience, shapes, more ? Cursor.Of(question, Cursor.Of(page[^1].Known)) : null);
        }, ct);
    }

    // Struck requests are few, and are passed over in public.
    private static async Task<IEnumerable<RequestRow>> RowsAsync(IQuerySession session, string incident, RequestQuery query, DateTimeOffset? beyond, Stepping tail, CancellationToken ct)
    {
        var changed = tail.Requests.Keys.ToArray();
        var rows = session.Query<RequestRow>().Where(row => row.Incident == incident && !row.Id.IsOneOf(changed));
        if (query.Audience == Audience.Publishable) rows = rows.Where(row => !row.Struck);
        if (beyond is { } last) rows = query.Order == ListOrder.Newest ? rows.Where(row => row.Known < last) : rows.Where(row => row.Known > last);
        var kept = await (query.Order == ListOrder.Newest ? rows.OrderByDescending(row => row.Known) : rows.OrderBy(row => row.Known)).Take(query.Limit + 1).ToListAsync(ct);
        var all = kept.Concat(tail.Requests.Values.Where(row => (query.Audience == Audience.Internal || !row.Struck)
            && !(query.Order == ListOrder.Newest ? row.Known >= beyond : row.Known <= beyond)));
        return query.Order == ListOrder.Newest ? all.OrderByDescending(row => row.Known) : all.OrderBy(row => row.Known);
    }

    private async Task<IReadOnlyList<RequestShape>> ShapesAsync(IQuerySession session, string incident, List<RequestRow> page, Stepping tail, Audience audience, CancellationToken ct)
    {
        var now = Microseconds.Of(clock.GetUtcNow());
        var answers = new Dictionary<string, IReadOnlyList<StatementRow>>();
        foreach (var row in page)
            answers[row.Id] = await session.RowsAsync(
                new Stretch(incident, [StatementKey.Answering(row.Entry.Value)], Answering(audience), Holding.OpenBy(audience, now), NewestFirst: false, null, AnswerLimit + 1, []), tail, ct);
        var parties = page.SelectMany(row => row.By.Append(PartyId.Of(row.Of))).Concat(answers.Values.SelectMany(rows => rows).SelectMany(Holding.PartiesOf));
        var register = new Register(await session.LoadWithAncestorsAsync(parties, ct), DateTimeOffset.MaxValue, Clock.Recorded);
        // No statement is told whole here, so none is dated and none repeats another.
        var shaping = new StatementShaping(register, audience, row => row.IsIn(Audience.Publishable, now), Zones.Utc, new Dictionary<string, StatementRow>());
        return [.. page.Select(row => Shape(row, answers[row.Id], shaping, audience))];
    }

    // What was struck answers nothing.
    private static IReadOnlyList<StatementShelf> Answering(Audience audience) => [.. Holding.Shelves(audience, null).Where(shelf => shelf != StatementShelf.Struck)];

    internal static RequestShape Shape(RequestRow row, IReadOnlyList<StatementRow> answers, StatementShaping shaping, Audience audience)
    {
        var (listed, more) = answers.Cut(AnswerLimit);
        var isInternal = audience == Audience.Internal;
        return new(
            row.Entry.Value, row.Incident, shaping.Of(PartyId.Of(row.Of)), shaping.Bystanders(row.By), row.Claim?.Value, StatementShaping.Of(row.Asked),
            isInternal && row.Deadline is { } deadline ? StatementShaping.Of(deadline) : null, isInternal ? row.Medium : null, row.Known, isInternal ? row.Noted : null,
            row.Struck, answers.All(answer => answer.Retracted),
            [.. listed.Select(answer => new AnswerGivenShape(answer.Entry.Value, shaping.Speakers(answer), answer.Status(), [.. answer.Stances.Where(stance => stance.Request == row.Entry).Select(stance => stance.Kind)], answer.Known))], more);
    }
}
