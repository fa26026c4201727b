using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;

namespace AttributionLedger.Differences;

/// <summary>
/// The way from one moment to another: first along the known clock by what had been said at the first, then along the said
/// clock by what is known at the second. What was said before and learnt later so shows as learnt. It can be walked backwards.
/// </summary>
public sealed class Way : IWay
{
    private readonly AsOf start;
    private readonly Func<AsOf, IncidentReading?> read;
    private readonly List<(AsOf At, IReadOnlyList<Happening> Happenings)> steps;
    private readonly Dictionary<int, IncidentReading?> readings = [];

    /// <param name="facts">All events of the incident in the order of its stream.</param>
    /// <param name="parties">The parties that its readings go through.</param>
    /// <param name="read">How a moment is read. Each step is read once at most.</param>
    /// <exception cref="ArgumentException">The two are for different audiences, by different clocks or by different rules.</exception>
    public Way(IReadOnlyList<Recorded<IncidentEvent>> facts, IEnumerable<Party> parties, AsOf start, AsOf end, Func<AsOf, IncidentReading?> read)
    {
        if (start with { SaidBy = end.SaidBy, KnownAt = end.KnownAt } != end) throw new ArgumentException("Two moments are compared by one clock, for one audience, by one version of the rules.", nameof(end));
        (this.start, this.read) = (start, read);
        var happenings = new Happenings(facts, parties, end.Clock);
        steps =
        [
            .. Walk(happenings.Known(end.Audience), start.KnownAt, end.KnownAt, at => start with { KnownAt = at }),
            .. Walk(happenings.Said(end.KnownAt), start.SaidBy, end.SaidBy, at => end with { SaidBy = at })
        ];
    }

    /// <summary>The way over readings that are folded from all events, each at a cost that grows with them.</summary>
    public static Way Over(string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, IReadOnlyCollection<Party> parties, AsOf start, AsOf end) =>
        new(facts, parties, start, end, asOf => IncidentReading.Of(incident, facts, parties, asOf));

    public int Steps => steps.Count;

    public IReadOnlyList<Happening> Of(int step) => steps[step - 1].Happenings;

    public IncidentReading? At(int step)
    {
        if (!readings.TryGetValue(step, out var reading)) readings[step] = reading = read(step == 0 ? start : steps[step - 1].At);
        return reading;
    }

    // Backwards each step undoes what happened at a moment, and so leads to the moment before it.
    private static IEnumerable<(AsOf, IReadOnlyList<Happening>)> Walk(IEnumerable<(DateTimeOffset At, Happening What)> happenings, DateTimeOffset from, DateTimeOffset to, Func<DateTimeOffset, AsOf> asOf)
    {
        var (first, last) = from <= to ? (from, to) : (to, from);
        var moments = happenings.Where(happening => happening.At > first && happening.At <= last).GroupBy(happening => happening.At, happening => happening.What).OrderBy(moment => moment.Key).ToList();
        return from <= to
            ? moments.Select(moment => (asOf(moment.Key), (IReadOnlyList<Happening>)moment.ToList()))
            : moments.Select((moment, i) => (asOf(i > 0 ? moments[i - 1].Key : to), (IReadOnlyList<Happening>)moment.ToList())).Reverse();
    }
}
