using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using Marten;

namespace AttributionLedger.Moments;

/// <summary>Finds an entry by its id as of any moment; for the desk only.</summary>
public sealed class EntriesAsOf(LedgerStore store, TimeProvider clock, EntryCardReader present)
{
    /// <returns>
    /// The entry with what had been done to it; or a refusal: <c>incident-unknown</c>, <c>entry-unknown</c> where it, or what
    /// it is about, was not on record, or is off the record; or what is wrong with a moment.
    /// </returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<EntryCardShape>> FindAsync(string incident, string id, ReadingRequest request, CancellationToken ct)
    {
        if (request.IsOfNow) return await present.FindAsync(incident, id, ct) is { } found ? found : Unknown;
        await using var session = await store.ReadingOneMomentAsync(ct);
        return await (await session.MomentAsync(incident, request with { Audience = Audience.Internal }, clock, ct)).ThenAsync<EntryCardShape>(async moment =>
            await FindAsync(session, moment, id, ct) is { } shape ? shape : Unknown);
    }

    private static Rejection Unknown => new("entry-unknown", "entry", "This incident has no such entry.");

    private static async Task<EntryCardShape?> FindAsync(IQuerySession session, IncidentMoment moment, string id, CancellationToken ct)
    {
        var (incident, asOf) = (moment.Incident.Id, moment.AsOf);
        if (id.Contains('/') || await EntryCardReader.EntryAsync(session, incident, id, ct) is not { } entry) return null;
        List<LoggedEntry> chain = [entry];
        while (chain[^1].Target is { } target && await EntryCardReader.EntryAsync(session, incident, target.Value, ct) is { } about) chain.Add(about);
        var begun = await session.BegunAsync(moment.Key, chain.Select(link => EntryId.Of(link.Key)), ct);
        if (begun.Count < chain.Count || !begun.All(asOf.Holds)) return null;

        var statement = chain[^1].Kind == EntryKind.Statement ? EntryId.Of(chain[^1].Key) : (EntryId?)null;
        var logged = await session.AboutAsync(moment.Key, long.MaxValue, statement is { } one ? [one] : [], ct);
        if (statement is { } said && new PastStatements(incident, logged, asOf).Find(said) is null) return null;
        var then = logged.Where(asOf.Holds).Select(fact => fact.Fact).Where(fact => LoggedEntry.Touched(fact).Contains(EntryId.Of(entry.Key)))
            .Aggregate(entry with { StruckBy = null, RetractedBy = null, WithdrawnBy = null }, (before, fact) => before.After(fact));
        var register = new Register(await session.LoadWithAncestorsAsync(entry.By.Concat(entry.Heard()), ct), asOf.KnownAt, asOf.Clock);
        return EntryCardReader.Shape(incident, then, statement?.Value, register);
    }
}
