using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Moments;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Views;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.SearchIndex;

/// <summary>
/// The rows of a statement: for every moment on both clocks what it could be found by then, made by the same fold as the lists
/// of past moments, so that a search of a past moment finds what they show.
/// </summary>
internal static class StatementVersions
{
    /// <param name="row">As it stands now.</param>
    /// <param name="own">All that was logged about it, and what strikes that, in order.</param>
    public static IEnumerable<SearchRow> Of(StatementRow row, IReadOnlyList<Recorded<IncidentEvent>> own, Func<ClaimId, ClaimKind?> kindOf, SearchWords words)
    {
        if (row.IsOffTheRecord()) return [];
        // Most are never touched again, and need no folding.
        if (StatementFacts.AreOfUntouched(own)) return OfUntouched(row, kindOf, words);
        var recorded = OfClock(row, own, Clock.Recorded, kindOf, words).ToList();
        return own.All(fact => fact.Fact.Noted is not { } noted || noted == fact.At) ? recorded
            : recorded.Select(version => version with { Clock = RowClock.Recorded }).Concat(OfClock(row, own, Clock.Noted, kindOf, words).Select(version => version with { Clock = RowClock.Noted }));
    }

    private static IEnumerable<SearchRow> OfUntouched(StatementRow row, Func<ClaimId, ClaimKind?> kindOf, SearchWords words)
    {
        var (desk, anybody) = StatementVector.Of(row, row.MayBePublished() ? row : null, kindOf);
        words.Add(desk, anybody, row.Embargo() is not null);
        var clocks = row.Noted is { } noted && noted != row.Known ? new[] { (RowClock.Recorded, row.Known), (RowClock.Noted, noted) } : [(RowClock.Both, row.Known)];
        return clocks.SelectMany(clock => Readings(desk, anybody).Select(reading =>
            Blank(row, reading.Vector) with { Clock = clock.Item1, Reading = reading.Reading, Since = clock.Item2, SaidFrom = row.Statement.Said.LatestPossible(clock.Item2) }));
    }

    private static IEnumerable<SearchRow> OfClock(StatementRow now, IReadOnlyList<Recorded<IncidentEvent>> own, Clock clock, Func<ClaimId, ClaimKind?> kindOf, SearchWords words)
    {
        var known = own.Select(fact => fact.Known(clock)).Distinct().Order().ToList();
        var said = own.Select(fact => Said(fact, clock)).OfType<DateTimeOffset>().Distinct().Order().ToList();
        var open = new List<SearchRow>();
        foreach (var at in known)
        {
            var (going, begun) = (open.Where(row => row.Until == SearchRow.End).ToList(), RowsAt(now, own, clock, at, said, kindOf, words));
            // What nothing changed goes on, and is one row.
            if (going.Select(row => row with { Since = at }).SequenceEqual(begun)) continue;
            foreach (var row in going) open[open.IndexOf(row)] = row with { Until = at };
            open.AddRange(begun);
        }
        return open.Where(row => row.Since < row.Until);
    }

    private static List<SearchRow> RowsAt(
        StatementRow now, IReadOnlyList<Recorded<IncidentEvent>> own, Clock clock, DateTimeOffset known, List<DateTimeOffset> said, Func<ClaimId, ClaimKind?> kindOf, SearchWords words)
    {
        var rows = new List<SearchRow>();
        foreach (var (from, until) in said.Zip(said.Skip(1).Append(SearchRow.End)))
        {
            if (new PastStatements(now.Incident, own, new AsOf(from, known, clock)).Both(now.Entry) is not { } both) continue;
            var (desk, anybody) = StatementVector.Of(both.Desk, both.Public, kindOf);
            words.Add(desk, anybody, now.Embargo() is not null);
            foreach (var (reading, vector) in Readings(desk, anybody))
                if (rows.FindIndex(row => row.Reading == reading && row.SaidUntil == from && row.Vector == vector && row.Status == both.Desk.Status()) is >= 0 and var same) rows[same] = rows[same] with { SaidUntil = until };
                else rows.Add(Blank(now, vector) with { Reading = reading, Since = known, SaidFrom = from, SaidUntil = until, Status = both.Desk.Status() });
        }
        return rows;
    }

    private static IReadOnlyList<(RowReading Reading, string Vector)> Readings(Vector desk, Vector? anybody)
    {
        var (own, told) = (desk.ToString(), ReferenceEquals(desk, anybody) ? null : anybody?.ToString());
        return anybody is null ? [(RowReading.Desk, own)] : told is null || told == own ? [(RowReading.Both, own)] : [(RowReading.Desk, own), (RowReading.Public, told)];
    }

    private static SearchRow Blank(StatementRow row, string vector) => new(
        SearchRow.IdOf(SearchKind.Statement, row.Incident, row.Entry.Value), SearchKind.Statement, row.Incident, row.Entry.Value, RowClock.Both, RowReading.Both,
        row.Known, SearchRow.End, SearchRow.Beginning, SearchRow.End, row.Known, row.Status(), row.Statement.Setting.EmbargoUntil ?? SearchRow.Beginning, vector);

    private static DateTimeOffset? Said(Recorded<IncidentEvent> fact, Clock clock) => fact.Fact switch
    {
        StatementLogged e => e.Statement.Said.LatestPossible(fact.Known(clock)),
        StatementRetracted e => e.Said.LatestPossible(fact.Known(clock)),
        StatementCorrected { Said: { } said } => said.LatestPossible(fact.Known(clock)),
        _ => null
    };
}
