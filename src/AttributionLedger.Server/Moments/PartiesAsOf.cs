using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Times;
using Marten;

namespace AttributionLedger.Moments;

/// <summary>
/// The register as it was known at any moment: who was registered, under which names, merged into whom, belonging to whom. A
/// party says nothing here, so the time by which something was said changes nothing. Who is there at all in public goes by
/// what is published now: what is hidden today is hidden at every moment.
/// </summary>
public sealed class PartiesAsOf(TimeProvider clock, Newsroom newsroom, PartyReader present)
{
    /// <summary>The parties of a past moment go by their ids, which no later name changes.</summary>
    /// <returns>A page, which may have fewer than were asked for and still a next; or a refusal: those of <see cref="PartyReader.ListAsync"/>, or what is wrong with a moment.</returns>
    /// <exception cref="TimeoutException">The views are behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<PartiesShape>> ListAsync(PartyQuery query, ReadingRequest request, CancellationToken ct)
    {
        query = query with { Audience = request.Audience };
        if (request.IsOfNow) return await present.ListAsync(query, ct);
        if ((Asking.Limit(query.Limit) ?? PartyReader.TextTooLong(query.Text)) is { } refusal) return refusal;
        var question = $"parties/{query with { Limit = 0, After = null }}/{request}";
        var place = "";
        if (query.After is { } after)
        {
            if (Cursor.Read(after, question, 1) is not [var last]) return Asking.CursorMalformed;
            place = last;
        }
        return await newsroom.Read(request).ThenAsync<PartiesShape>(async asOf =>
        {
            await using var session = await present.SessionAsync(query.Audience, ct);
            var (page, next) = await PageAsync(session, query, place, asOf, ct);
            return new PartiesShape(query.Audience, page, next is null ? null : Cursor.Of(question, next));
        });
    }

    /// <returns>The party; or a refusal: <c>party-unknown</c> where the reading shows none or it was not registered by then, or what is wrong with a moment.</returns>
    /// <exception cref="TimeoutException">The views are behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<PartyCardShape>> FindAsync(string id, ReadingRequest request, CancellationToken ct)
    {
        if (request.IsOfNow) return await present.FindAsync(id, request.Audience, ct) is { } found ? found : Unknown;
        return await newsroom.Read(request).ThenAsync<PartyCardShape>(async asOf =>
        {
            await using var session = await present.SessionAsync(asOf.Audience, ct);
            if ((await session.LoadAsync<Party>(id, ct))?.At(asOf.KnownAt, asOf.Clock) is not { } then) return Unknown;
            if (then.Kind == PartyKind.Unnamed) return asOf.Audience == Audience.Internal ? PartyShaping.Unnamed(then) : Unknown;
            var own = await session.GoingByAsync(id, asOf, ct);
            var shown = await session.ShownAsync([id, .. own, .. then.Affiliations().Select(affiliation => affiliation.To.Value)], asOf.Audience, Now(), ct);
            return shown.Contains(id) ? (await ShapingAsync(session, own, asOf, ct)).Card(then, own, shown) : Unknown;
        });
    }

    /// <summary>Who spoke for the party then or was part of it, also for one that was merged into it then, by their ids.</summary>
    /// <returns>A page, which may have fewer than were asked for and still a next; or a refusal: those of <see cref="PartyReader.AffiliatesAsync"/>, or what is wrong with a moment.</returns>
    /// <exception cref="TimeoutException">The views are behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<AffiliatesShape>> AffiliatesAsync(string id, int limit, string? after, ReadingRequest request, CancellationToken ct)
    {
        if (request.IsOfNow) return await present.AffiliatesAsync(id, limit, after, request.Audience, ct);
        if (Asking.Limit(limit) is { } refusal) return refusal;
        var question = $"affiliates/{id}/{request}";
        var place = (Party: "", Affiliation: "");
        if (after is not null)
        {
            if (Cursor.Read(after, question, 2) is not [var party, var affiliation]) return Asking.CursorMalformed;
            place = (party, affiliation);
        }
        return await newsroom.Read(request).ThenAsync<AffiliatesShape>(async asOf =>
        {
            await using var session = await present.SessionAsync(asOf.Audience, ct);
            if (!await session.IsShownAsync(id, asOf, Now(), ct)) return PartyReader.PartyUnknown(id);
            var (page, next) = await BelowAsync(session, await session.GoingByAsync(id, asOf, ct), place, limit, asOf, ct);
            var shaping = await ShapingAsync(session, page.Select(link => link.Party), asOf, ct);
            return new AffiliatesShape(id, asOf.Audience, [.. page.Select(link => shaping.Affiliation(link.Affiliation, PartyId.Of(link.Party)))],
                next is { } last ? Cursor.Of(question, last.Party, last.Affiliation.Id.Value) : null);
        });
    }

    private static Rejection Unknown => new("party-unknown", "party", "No such party is registered.");

    private async Task<(List<ListedPartyShape> Page, string? Next)> PageAsync(IQuerySession session, PartyQuery query, string place, AsOf asOf, CancellationToken ct)
    {
        var page = new List<ListedPartyShape>();
        for (var looked = 0; ;)
        {
            var parties = await session.RegisteredAsync(query, place, Now(), Candidates.Batch, ct);
            foreach (var party in parties)
            {
                // Its search text holds what it was called by then, which may lack the name by which it was found.
                if (ListedParty.Of(party.At(asOf.KnownAt, asOf.Clock)) is { } then && (query.Text is null || then.Search.Contains(query.Text, StringComparison.Ordinal)))
                {
                    if (page.Count == query.Limit) return (page, page[^1].Id);
                    page.Add(new(then.Id, then.Name, then.Kind, then.MergedInto));
                }
                place = party.Id;
                if (++looked == Candidates.Limit) return (page, place);
            }
            if (parties.Count < Candidates.Batch) return (page, null);
        }
    }

    private sealed record Below(string Party, Affiliation Affiliation);

    private async Task<(List<Below> Page, Below? Next)> BelowAsync(IQuerySession session, IReadOnlyList<string> own, (string Party, string Affiliation) place, int limit, AsOf asOf, CancellationToken ct)
    {
        var page = new List<Below>();
        while (true)
        {
            var parties = await session.EverBelowAsync(own, place.Party, asOf.Audience, Now(), Candidates.Batch, ct);
            foreach (var party in parties)
            {
                var links = (party.At(asOf.KnownAt, asOf.Clock)?.Affiliations() ?? []).Where(link => own.Contains(link.To.Value)).OrderBy(link => link.Id.Value, StringComparer.Ordinal);
                foreach (var link in links.Where(link => party.Id != place.Party || string.CompareOrdinal(link.Id.Value, place.Affiliation) > 0))
                {
                    if (page.Count == limit) return (page, page[^1]);
                    page.Add(new(party.Id, link));
                }
            }
            if (parties.Count < Candidates.Batch) return (page, null);
            // Later than any id of an affiliation: this party is done with.
            place = (parties[^1].Id, "\uffff");
        }
    }

    private static async Task<PartyShaping> ShapingAsync(IQuerySession session, IEnumerable<string> parties, AsOf asOf, CancellationToken ct) =>
        new(new Register(await session.LoadWithAncestorsAsync(parties.Select(PartyId.Of), ct), asOf.KnownAt, asOf.Clock), asOf.Audience);

    private DateTimeOffset Now() => Microseconds.Of(clock.GetUtcNow());
}
