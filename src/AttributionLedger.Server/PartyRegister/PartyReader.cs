using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.PartyRegister;

/// <summary>Which parties are wanted; what is null is not asked for.</summary>
/// <param name="Text">Is part of a name or an alias, as it is written: letters, case and accents alike.</param>
/// <param name="Limit">From 1 to <see cref="PartyReader.PageLimit"/>.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
public sealed record PartyQuery(string? Text = null, PartyKind? Kind = null, int Limit = PartyReader.DefaultPage, string? After = null, Audience Audience = Audience.Internal);

/// <summary>
/// The register of parties as it is known now. A page goes along the names until it is full: at the most over the whole
/// register, which grows with parties and never with what they say. What is shown of statements follows a moment behind for
/// the desk; in public it is waited for, since it decides who is there at all.
/// </summary>
public sealed class PartyReader(LedgerStore store, Following following, TimeProvider clock)
{
    public const int DefaultPage = Asking.DefaultPage;
    public const int PageLimit = Asking.PageLimit;

    /// <summary>Parties by name, then id; unnamed sources are never among them.</summary>
    /// <returns>A page; or a refusal: <c>limit-out-of-range</c>, <c>cursor-malformed</c>, <c>text-too-long</c>.</returns>
    /// <exception cref="TimeoutException">The views are behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<PartiesShape>> ListAsync(PartyQuery query, CancellationToken ct)
    {
        if (Asking.Limit(query.Limit) is { } refusal) return refusal;
        if (TextTooLong(query.Text) is { } tooLong) return tooLong;
        var question = $"parties/{query with { Limit = 0, After = null }}";
        var after = (Name: "", Id: "");
        if (query.After is { } cursor)
        {
            if (Cursor.Read(cursor, question, 2) is not [var name, var id]) return Asking.CursorMalformed;
            after = (name, id);
        }
        await using var session = await SessionAsync(query.Audience, ct);
        var (page, more) = (await session.ListedAsync(query, after, Now(), ct)).Cut(query.Limit);
        return new PartiesShape(query.Audience, page, more ? Cursor.Of(question, page[^1].Name, page[^1].Id) : null);
    }

    internal static Rejection? TextTooLong(string? text) =>
        text?.Length > Texts.NameLimit ? new("text-too-long", "text", $"A part of a name has at most {Texts.NameLimit} characters.") : null;

    internal static Rejection PartyUnknown(string id) => new("party-unknown", null, $"No party {id} is there to be read.");

    /// <returns>Null where the reading shows no such party, for whatever reason.</returns>
    /// <exception cref="TimeoutException">The views are behind, and whoever keeps them does not catch up.</exception>
    public async Task<PartyCardShape?> FindAsync(string id, Audience audience, CancellationToken ct)
    {
        await using var session = await SessionAsync(audience, ct);
        if (await session.LoadAsync<Party>(id, ct) is not { } party) return null;
        if (party.Kind == PartyKind.Unnamed)
            return audience == Audience.Publishable ? null : PartyShaping.Unnamed(party);

        var own = await session.GoingByAsync(id, ct);
        var shown = await session.ShownAsync([id, .. own, .. party.Affiliations().Select(affiliation => affiliation.To.Value)], audience, Now(), ct);
        if (!shown.Contains(id)) return null;
        return new PartyShaping(new Register(await session.LoadWithAncestorsAsync(own.Select(PartyId.Of), ct), DateTimeOffset.MaxValue, Clock.Recorded), audience).Card(party, own, shown);
    }

    /// <summary>Who speaks for the party or is part of it, also for one that was merged into it, by their ids.</summary>
    /// <returns>A page; or a refusal: <c>party-unknown</c>, <c>limit-out-of-range</c>, <c>cursor-malformed</c>.</returns>
    /// <exception cref="TimeoutException">The views are behind, and whoever keeps them does not catch up.</exception>
    public Task<Answer<AffiliatesShape>> AffiliatesAsync(string id, int limit, string? after, Audience audience, CancellationToken ct) => PageAsync(id, "affiliates", limit, after, audience, async (session, own, place, next) =>
    {
        var (page, more) = (await session.BelowAsync(own, place, limit + 1, audience, Now(), ct)).Cut(limit);
        var shaping = new PartyShaping(new Register(await session.LoadWithAncestorsAsync(page.Select(row => PartyId.Of(row.Party)), ct), DateTimeOffset.MaxValue, Clock.Recorded), audience);
        return new AffiliatesShape(id, audience, [.. page.Select(row => shaping.Affiliation(row.Affiliation, PartyId.Of(row.Party)))], more ? next(page[^1].Id) : null);
    }, ct);

    /// <summary>The incidents on which the party comes up, also as one that was merged into it.</summary>
    /// <returns>A page; or a refusal: <c>party-unknown</c>, <c>limit-out-of-range</c>, <c>cursor-malformed</c>.</returns>
    /// <exception cref="TimeoutException">The views are behind, and whoever keeps them does not catch up.</exception>
    public Task<Answer<AppearancesShape>> AppearancesAsync(string id, int limit, string? after, Audience audience, CancellationToken ct) => PageAsync(id, "appearances", limit, after, audience, async (session, own, place, next) =>
    {
        var (page, more) = (await session.AppearancesAsync(own, place, limit + 1, audience, Now(), ct)).Cut(limit);
        var incidents = (await session.LoadManyAsync<Incident>(ct, [.. page.Select(seen => seen.Incident)])).ToDictionary(incident => incident.Id);
        return new AppearancesShape(id, audience, [.. page.Where(seen => incidents.ContainsKey(seen.Incident)).Select(seen => PartyShaping.Appearance(incidents[seen.Incident], seen.Asked, seen.Named, seen.LastSpoke))], more ? next(page[^1].Incident) : null);
    }, ct);

    /// <summary>A page of what hangs on one party; an unnamed source has nothing that does.</summary>
    private async Task<Answer<TShape>> PageAsync<TShape>(
        string id, string list, int limit, string? after, Audience audience, Func<IDocumentSession, IReadOnlyList<string>, string, Func<string, string>, Task<TShape>> page, CancellationToken ct)
    {
        if (Asking.Limit(limit) is { } refusal) return refusal;
        var question = $"{list}/{id}/{audience}";
        var place = "";
        if (after is not null)
        {
            if (Cursor.Read(after, question, 1) is not [var last]) return Asking.CursorMalformed;
            place = last;
        }
        await using var session = await SessionAsync(audience, ct);
        if (!(await session.ShownAsync([id], audience, Now(), ct)).Contains(id)) return PartyUnknown(id);
        return await page(session, await session.GoingByAsync(id, ct), place, last => Cursor.Of(question, last));
    }

    /// <summary>A session in which the views are as far as the reading needs them.</summary>
    internal Task<IDocumentSession> SessionAsync(Audience audience, CancellationToken ct) =>
        audience == Audience.Publishable ? following.ReadingWhenCompleteAsync(ct) : store.ReadingOneMomentAsync(ct);

    private DateTimeOffset Now() => Microseconds.Of(clock.GetUtcNow());
}
