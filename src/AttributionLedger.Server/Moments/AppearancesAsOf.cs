using System.Runtime.CompilerServices;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Moments;

/// <summary>The incidents on which a party had come up by any moment: what it had said, whether it had been asked, and which claims named it.</summary>
public sealed class AppearancesAsOf(TimeProvider clock, Newsroom newsroom, PartyReader present, IncidentReader incidents)
{
    /// <summary>Incidents that a page of a past moment looks at: each is read as of the moment, at a cost that grows with what was said about it.</summary>
    public const int PageLimit = BoardAsOf.PageLimit;

    /// <returns>A page; or a refusal: those of <see cref="PartyReader.AppearancesAsync"/>, or what is wrong with a moment.</returns>
    /// <exception cref="TimeoutException">The views are behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<AppearancesShape>> ReadAsync(string id, int limit, string? after, ReadingRequest request, CancellationToken ct)
    {
        if (request.IsOfNow) return await present.AppearancesAsync(id, limit, after, request.Audience, ct);
        if (Asking.Limit(limit) is { } refusal) return refusal;
        var question = $"appearances/{id}/{request}";
        var place = "";
        if (after is not null)
        {
            if (Cursor.Read(after, question, 1) is not [var last]) return Asking.CursorMalformed;
            place = last;
        }
        return await newsroom.Read(request).ThenAsync<AppearancesShape>(async asOf =>
        {
            await using var session = await present.SessionAsync(asOf.Audience, ct);
            if (!await session.IsShownAsync(id, asOf, Microseconds.Of(clock.GetUtcNow()), ct)) return PartyReader.PartyUnknown(id);
            var own = (await session.GoingByAsync(id, asOf, ct)).ToArray();
            // A page ends with what it shows: neither a short page nor the place to go on from may tell of an incident that is not shown.
            List<AppearanceShape> page = [];
            await foreach (var incident in ComesUpOnAsync(session, own, place, ct))
                if (await AppearanceAsync(session, incident, [.. own.Select(PartyId.Of)], asOf, ct) is { } appearance)
                {
                    if (page.Count == Math.Min(limit, PageLimit)) return new AppearancesShape(id, asOf.Audience, page, Cursor.Of(question, page[^1].Incident));
                    page.Add(appearance);
                }
            return new AppearancesShape(id, asOf.Audience, page, null);
        });
    }

    /// <summary>The incidents on which a party ever came up, in the order of their ids, a few at a time.</summary>
    private static async IAsyncEnumerable<string> ComesUpOnAsync(IQuerySession session, string[] own, string after, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var beyond = after;
            var some = await session.Query<AppearanceRow>().Where(row => own.Contains(row.Party) && row.Incident.CompareTo(beyond) > 0)
                .OrderBy(row => row.Incident).Select(row => row.Incident).Distinct().Take(PageLimit).ToListAsync(ct);
            foreach (var incident in some) yield return incident;
            if (some.Count < PageLimit) yield break;
            after = some[^1];
        }
    }

    /// <returns>Null where it had not come up by then.</returns>
    private async Task<AppearanceShape?> AppearanceAsync(IQuerySession session, string incident, IReadOnlyList<PartyId> own, AsOf asOf, CancellationToken ct)
    {
        if (await incidents.ReadAsync(incident, Newsroom.Exact(asOf), ct) is not IncidentAnswer.Read { Reading.Incident: var then }) return null;
        var facts = await session.HeardOfAsync(StreamKeys.Of(IncidentId.Of(incident)), long.MaxValue, own, ct);
        var spoke = new PastStatements(incident, facts, asOf).Held.Select(past => past.Row)
            .Where(row => !row.Struck && row.Statement.By.Concat(row.Statement.Speaking()).Any(own.Contains)).Select(row => (DateTimeOffset?)row.Known).Max();
        var asked = RequestRow.After(new Dictionary<string, RequestRow>(), incident, facts.Where(asOf.Holds)).Values.Any(row => !row.Struck && own.Contains(PartyId.Of(row.Of)));
        // Who raised a claim spoke: in public that is told of nobody who is not heard.
        var named = then.Claims.Any(claim => claim.Actor is { } actor && own.Contains(actor))
            || ((asOf.Audience == Audience.Internal || spoke is not null) && then.Claims.Any(claim => claim.RaisedByParty is { } raiser && own.Contains(raiser)));
        return asked || named || spoke is not null ? PartyShaping.Appearance(then, asked, named, spoke) : null;
    }
}
