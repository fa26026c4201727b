using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Moments;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Drifts;

/// <summary>Whose drift is wanted.</summary>
/// <param name="Incident">The only incident that is wanted; null for all on which the party is heard.</param>
/// <param name="Claim">The only claim that is wanted, of that incident.</param>
/// <param name="Limit">Incidents of a page, from 1 to <see cref="DriftReader.PageLimit"/>.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
public sealed record DriftQuery(string Party, string? Incident, string? Claim, ReadingRequest Asked, int Limit = DriftReader.DefaultPage, string? After = null);

/// <summary>
/// What one named party said over time. Of each incident only the events of its own entries are read, of those whom it repeats,
/// and every reversal: the cost grows with these, and for the list of incidents with those on which the party comes up.
/// </summary>
/// <param name="newsroom">In whose zone a day is meant across incidents.</param>
public sealed class DriftReader(LedgerStore store, Following following, TimeProvider clock, Newsroom newsroom)
{
    /// <summary>Incidents of a page: each is read from its events.</summary>
    public const int PageLimit = 20;
    public const int DefaultPage = 10;

    /// <returns>
    /// The drift; or a refusal: <c>drift-of-unnamed</c>, <c>party-unknown</c>, <c>incident-unknown</c>, <c>claim-unknown</c>,
    /// <c>parameter-missing</c>, <c>limit-out-of-range</c>, <c>cursor-malformed</c>, and those of a moment.
    /// </returns>
    /// <exception cref="TimeoutException">The views are behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<DriftShape>> ReadAsync(DriftQuery query, CancellationToken ct)
    {
        if (query.Limit is < 1 or > PageLimit) return new Rejection("limit-out-of-range", "limit", $"The limit is a number from 1 to {PageLimit}.");
        // Whether there is such a source is nobody's to learn here.
        if (Identity.IsMinted(PartyId.Of(query.Party))) return OfUnnamed;
        if (query is { Claim: not null, Incident: null }) return new Rejection("parameter-missing", "incident", "A claim is one of an incident. Say which.");
        var question = $"drift/{query with { Limit = 0, After = null }}";
        if (Place(query.After, question) is not { } place) return Asking.CursorMalformed;

        await using var session = query.Asked.Audience == Audience.Publishable ? await following.ReadingWhenCompleteAsync(ct) : await store.ReadingOneMomentAsync(ct);
        var now = Microseconds.Of(clock.GetUtcNow());
        if (!(await session.ShownAsync([query.Party], query.Asked.Audience, now, ct)).Contains(query.Party)) return new Rejection("party-unknown", null, $"No party {query.Party} is there to be read.");

        Incident? only = null;
        if (query.Incident is { } incident)
        {
            if ((only = await session.LoadAsync<Incident>(incident, ct)) is null) return Asking.IncidentUnknown(incident);
            if (query.Claim is { } claim && only.Find(ClaimId.Of(claim)) is null) return new Rejection("claim-unknown", "claim", $"This incident has no claim {claim}.");
        }
        if (query.Asked.Moments(only?.Zone ?? newsroom.Zone, now, out var asOf) is { } refusal) return refusal;
        var register = new Register(await session.LoadWithAncestorsAsync([PartyId.Of(query.Party)], ct), asOf.KnownAt, asOf.Clock);
        var party = register.Canonical(PartyId.Of(query.Party));
        if (!register.IsIdentified(party)) return OfUnnamed;

        var reading = new PartyDrift(session, party, await session.GoingByAsync(party.Value, ct), query.Asked, asOf);
        var shape = new DriftShape(register.Shape(party), new(asOf.SaidBy, asOf.KnownAt, asOf.Clock, asOf.Audience), [], null);
        if (only is not null) return shape with { Incidents = await reading.OnAsync(only.Id, query.Claim, ct) is { } one ? [one] : [] };
        var (page, more) = (await session.HeardOnAsync(reading.Names, place, query.Limit + 1, asOf.Audience, now, ct)).Cut(query.Limit);
        var incidents = new List<IncidentDriftShape>();
        foreach (var (id, _) in page) if (await reading.OnAsync(id, null, ct) is { } heard) incidents.Add(heard);
        return shape with { Incidents = incidents, Next = more ? Cursor.Of(question, Cursor.Of(page[^1].LastSpoke), page[^1].Incident) : null };
    }

    private static Rejection OfUnnamed { get; } = new("drift-of-unnamed", "party",
        "What an unnamed source or a mere description said is not followed over time: to line it up would say who it is. Ask for a named party.");

    private static (DateTimeOffset, string)? Place(string? cursor, string question) =>
        cursor is null ? (DateTimeOffset.MaxValue, "") : Cursor.Read(cursor, question, 2) is [var time, var incident] && Cursor.Time(time) is { } last ? (last, incident) : null;
}
