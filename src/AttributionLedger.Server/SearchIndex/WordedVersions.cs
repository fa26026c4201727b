using AttributionLedger.Basics;
using AttributionLedger.Views;

namespace AttributionLedger.SearchIndex;

/// <summary>
/// The rows of what nobody said, an incident, a claim or a party: from when it was known, by either clock, until other words
/// were known for it.
/// </summary>
/// <param name="Recorded">UTC, when it was recorded.</param>
/// <param name="Noted">UTC, when the desk noted it, or <paramref name="Recorded"/>.</param>
internal sealed record WordedVersions(SearchKind Kind, string Incident, string Entry, DateTimeOffset Recorded, DateTimeOffset Noted)
{
    /// <param name="changes">When other words were known, by a clock.</param>
    /// <param name="vectorOf">What it could be found by at a moment, by a clock.</param>
    public IEnumerable<SearchRow> Rows(Func<Clock, IEnumerable<DateTimeOffset>> changes, Func<Clock, DateTimeOffset, Vector> vectorOf) =>
        Rows(Clock.Recorded, RowClock.Recorded, Recorded, changes, vectorOf).Concat(Rows(Clock.Noted, RowClock.Noted, Noted, changes, vectorOf));

    private IEnumerable<SearchRow> Rows(Clock clock, RowClock held, DateTimeOffset since, Func<Clock, IEnumerable<DateTimeOffset>> changes, Func<Clock, DateTimeOffset, Vector> vectorOf)
    {
        var moments = changes(clock).Where(at => at > since).Append(since).Distinct().Order().ToList();
        return moments.Zip(moments.Skip(1).Append(SearchRow.End), (at, until) => new SearchRow(
            SearchRow.IdOf(Kind, Incident, Entry), Kind, Incident, Entry, held, RowReading.Both, at, until, SearchRow.Beginning, SearchRow.End,
            Recorded, StatementStatus.Live, SearchRow.Beginning, vectorOf(clock, at).ToString()));
    }
}
