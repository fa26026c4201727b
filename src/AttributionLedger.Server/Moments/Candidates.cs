using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Moments;

/// <summary>
/// What may have been a statement of a list at a moment. The keys are those of now, so more is looked at than is found: what
/// was taken back, struck or corrected since stood otherwise then.
/// </summary>
internal static class Candidates
{
    /// <summary>Candidates that one page looks at; a page that finds too few among them ends early, and goes on.</summary>
    public const int Limit = 1_000;

    /// <summary>Candidates whose events are fetched at once, after a first handful.</summary>
    public const int Batch = 250;

    private static readonly StatementShelf[] Public =
    [
        StatementShelf.Open, StatementShelf.OpenRetracted, StatementShelf.Embargoed, StatementShelf.EmbargoedRetracted, StatementShelf.Struck, StatementShelf.StoodFor, StatementShelf.StoodForRetracted
    ];

    /// <summary>Where whatever a reading may have held stands now: also among what was struck since, or found to be another's double.</summary>
    public static IReadOnlyList<StatementShelf> Shelves(Audience audience) => audience == Audience.Internal ? Enum.GetValues<StatementShelf>() : Public;

    /// <summary>The first places of a stretch whose keys may be of a stance.</summary>
    /// <param name="corrected">The statements that were ever corrected: only they can have had other stances than they have now.</param>
    /// <param name="wider">Keys that do not tell of stances, under which what was corrected is found; null where no key does.</param>
    public static async Task<IReadOnlyList<StatementPlace>> CandidatesAsync(
        this IQuerySession session, Stretch stretch, IReadOnlyList<string>? wider, IReadOnlyCollection<string> corrected, Stepping tail, CancellationToken ct)
    {
        var places = await session.PlacesAsync(stretch, tail, ct);
        return wider is null || corrected.Count == 0 ? places
            : stretch.InOrder(places.Concat(await session.PlacesAsync(stretch with { Keys = wider, Only = corrected }, tail, ct)).Distinct());
    }

    /// <summary>The statements as they were.</summary>
    public static async Task<PastStatements> PastAsync(this IQuerySession session, IncidentMoment moment, IEnumerable<EntryId> entries, CancellationToken ct) =>
        entries.Distinct().ToList() is { Count: > 0 } wanted
            ? new(moment.Incident.Id, await session.AboutAsync(moment.Key, long.MaxValue, wanted, ct), moment.AsOf)
            : new(moment.Incident.Id, [], moment.AsOf);
}
