using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.SearchIndex;
using Marten;

namespace AttributionLedger.Searching;

/// <summary>What is asked for beside words, as facets: of each list, any.</summary>
internal static class Filters
{
    /// <summary>Parties under the one that is asked for, itself among them; who has more is asked for by words, or alone.</summary>
    public const int PartyLimit = 500;

    private const int LevelLimit = 20;

    public static async Task<Answer<IReadOnlyList<IReadOnlyCollection<string>>>> OfAsync(IQuerySession session, SearchQuery query, AsOf asOf, CancellationToken ct)
    {
        var facets = new List<IReadOnlyCollection<string>>();
        if (query.Incident is { } incident) facets.Add([Facets.In(incident)]);
        if ((query.Stance, query.ClaimKind) is ({ } stance, { } on)) facets.Add([Facets.Of(stance, on)]);
        else if (query.Stance is { } only) facets.Add([Facets.Of(only)]);
        else if (query.ClaimKind is { } kind) facets.Add([Facets.Of(kind)]);
        if (query.Medium is { } medium) facets.Add([Facets.Medium(medium)]);
        if (query.Outlet is { } outlet) facets.Add([.. (await session.GoingByAsync(outlet, ct)).SelectMany(id => new[] { Facets.Via(id), Facets.By(id) })]);
        if (query.Party is { } party)
        {
            // In public nobody learns by a filter that the desk knows a party, nor who is under it.
            if (!(await session.ShownAsync([party], asOf.Audience, asOf.KnownAt, ct)).Contains(party)) return PartyReader.PartyUnknown(party);
            var under = await UnderAsync(session, party, asOf, ct);
            if (under.Count > PartyLimit) return new Rejection("too-many-parties", "party", $"More than {PartyLimit} parties are under {party}. Ask for it alone, as the speaker, or for one that is under it.");
            facets.Add([.. under.Select(Facets.By)]);
        }
        if (query.Speaker is { } speaker)
        {
            if (!(await session.ShownAsync([speaker], asOf.Audience, asOf.KnownAt, ct)).Contains(speaker)) return PartyReader.PartyUnknown(speaker);
            facets.Add([.. (await session.GoingByAsync(speaker, ct)).Select(Facets.By)]);
        }
        // Where only a standing or a status is asked for, everything that is part of an incident may have it.
        if (facets.Count == 0 && string.IsNullOrWhiteSpace(query.Text)) facets.Add(Everything);
        return facets;
    }

    private static readonly string[] Everything = [Facets.Incident, .. Enum.GetValues<Statements.StanceKind>().Select(Facets.Of), .. Enum.GetValues<Statements.ClaimKind>().Select(Facets.Of)];

    private static async Task<List<string>> UnderAsync(IQuerySession session, string party, AsOf asOf, CancellationToken ct)
    {
        List<string> all = [.. await session.GoingByAsync(party, ct)], level = all;
        for (var depth = 0; level.Count > 0 && all.Count <= PartyLimit && depth < LevelLimit; depth++)
        {
            var below = await session.BelowAsync(level, "", PartyLimit + 1, asOf.Audience, asOf.KnownAt, ct);
            var parties = await WasUnderAsync(session, [.. below.Select(row => row.Party).Distinct().Except(all)], level, asOf, ct);
            level = [.. parties];
            foreach (var id in parties) level.AddRange((await session.GoingByAsync(id, ct)).Except(level));
            level = [.. level.Except(all)];
            all = [.. all, .. level];
        }
        return all;
    }

    // An affiliation that was recorded later was not known then.
    private static async Task<IEnumerable<string>> WasUnderAsync(IQuerySession session, string[] parties, List<string> above, AsOf asOf, CancellationToken ct) =>
        (await session.LoadManyAsync<Party>(ct, parties)).Where(party => party.At(asOf.KnownAt, asOf.Clock)?.Affiliations().Any(affiliation => above.Contains(affiliation.To.Value)) == true).Select(party => party.Id);
}
