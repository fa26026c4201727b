using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Duplicates;

/// <summary>A statement that is to be compared with what was on record before it.</summary>
/// <param name="Before">UTC, exclusive; when it was recorded, or the end of time for one that is not yet.</param>
internal sealed record Comparing(Told Told, DateTimeOffset Before);

/// <summary>
/// Finds what a statement is to be compared with by its keys: those with the same words, and those of the same party with the
/// same stance on the same claim, the newest of each. It costs the same however much was said on the incident.
/// </summary>
internal static class EarlierStatements
{
    /// <summary>Stances that are looked for; a statement of more shares the first of them with whatever is the same.</summary>
    private const int StanceLimit = 8;

    /// <summary>Whether a statement can be one with another: what was struck is nobody's twin, and what another stands for has found its own.</summary>
    public static bool IsCompared(StatementRow row) => row is { Struck: false, SameAs: null } && !row.IsOffTheRecord();

    /// <returns>For each, by its entry, those that were there before it, the newest first.</returns>
    public static async Task<IReadOnlyDictionary<EntryId, IReadOnlyList<Told>>> EarlierAsync(this IQuerySession session, string incident, IReadOnlyList<Comparing> asked, Stepping tail, CancellationToken ct)
    {
        var names = await session.NamesAsync(asked.SelectMany(one => one.Told.By), ct);
        var words = asked.SelectMany(one => one.Told.Digests.Select(StatementKey.Saying).Select(key => new KeyAsked(one.Told.Entry, key, one.Before))).ToList();
        var stances = asked.SelectMany(one => Stances(one.Told, names).Select(key => new KeyAsked(one.Told.Entry, key, one.Before))).ToList();
        var found = new[] { await FindAsync(session, incident, words, tail, ct), await FindAsync(session, incident, stances, tail, ct) };

        var rows = (await session.RowsAsync(incident, found.SelectMany(places => places).SelectMany(places => places).Select(place => place.Entry), tail, ct)).ToDictionary(row => row.Entry);
        var register = await session.RegisterOfAsync(rows.Values, ct);
        var told = rows.Values.Where(IsCompared).ToDictionary(row => row.Entry, row => Told(row, register));
        return asked.ToDictionary(one => one.Told.Entry, one => (IReadOnlyList<Told>)[.. found.SelectMany(places => places[one.Told.Entry]).Distinct()
            .OrderByDescending(place => place.Known).Select(place => told.GetValueOrDefault(place.Entry)).OfType<Told>()]);
    }

    public static async Task<Register> RegisterOfAsync(this IQuerySession session, IEnumerable<StatementRow> rows, CancellationToken ct) =>
        new(await session.LoadWithAncestorsAsync(rows.SelectMany(Holding.PartiesOf), ct), DateTimeOffset.MaxValue, Clock.Recorded);

    public static Told Told(StatementRow row, Register register) =>
        new(row.Entry, row.Statement, row.Stances, register.Canonical, register.IsOutlet) { LinkedWith = row.Others().ToHashSet() };

    private static IEnumerable<string> Stances(Told told, ILookup<PartyId, string> names) =>
        from party in told.By.SelectMany(party => names[party].Append(party.Value)).Distinct()
        from stance in told.Stances.Select(stance => (stance.Claim, stance.Kind)).Distinct().Take(StanceLimit)
        select StatementKey.Of(party, stance.Claim?.Value, stance.Kind);

    /// <summary>The ids that were merged into each of the parties.</summary>
    private static async Task<ILookup<PartyId, string>> NamesAsync(this IQuerySession session, IEnumerable<PartyId> parties, CancellationToken ct)
    {
        var wanted = parties.Distinct().Where(party => !Identity.IsMinted(party)).ToList();
        var names = new List<(PartyId, string)>();
        foreach (var party in wanted) names.AddRange((await session.GoingByAsync(party.Value, ct)).Select(name => (party, name)));
        return names.ToLookup(name => name.Item1, name => name.Item2);
    }

    /// <summary>The newest places of each, on one count.</summary>
    private static async Task<ILookup<EntryId, StatementPlace>> FindAsync(IQuerySession session, string incident, List<KeyAsked> asked, Stepping tail, CancellationToken ct)
    {
        if (asked.Count == 0) return Array.Empty<StatementPlace>().ToLookup(place => place.Entry);
        var changed = tail.Statements.Values.Where(row => row.Incident == incident).ToList();
        var places = await session.ReadAsync(incident, asked, Holding.Standing, [.. changed.Select(row => row.Entry.Value)], Noticing.CandidateLimit, ct);
        var keys = changed.Where(row => !row.Struck).SelectMany(StatementKey.Of).ToLookup(key => key.Key);
        places.AddRange(asked.SelectMany(one => keys[one.Key].Where(key => key.Known < one.Before).Select(key => (one.Entry, new StatementPlace(key.Known, key.Entry)))));
        return places.Distinct().GroupBy(pair => pair.Entry).SelectMany(own => own.OrderByDescending(pair => pair.Place.Known).Take(Noticing.CandidateLimit))
            .ToLookup(pair => pair.Entry, pair => pair.Place);
    }

    private static async Task<IReadOnlyList<StatementRow>> RowsAsync(this IQuerySession session, string incident, IEnumerable<EntryId> entries, Stepping tail, CancellationToken ct) =>
        await Statements.StatementRows.RowsAsync(session, entries.Select(entry => StatementRow.IdOf(incident, entry)), tail, ct);
}
