using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Readings.Timelines;
using AttributionLedger.Wordings;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Histories;

/// <summary>
/// What each entry changed in the reading of the desk: the difference between just before it was recorded and just after, by
/// all that was said. What is off the record by now is in none of it.
/// </summary>
internal sealed class EventChanges
{
    /// <summary>Changes that are told of one entry.</summary>
    private const int Limit = 50;

    private readonly IReadOnlyList<Recorded<IncidentEvent>> facts;
    private readonly IReadOnlyCollection<Party> parties;
    private readonly Timeline timeline;
    private readonly DateWords dates;
    private readonly List<DateTimeOffset> moments;
    private readonly Dictionary<DateTimeOffset, IncidentReading?> read = [];

    /// <param name="all">All events of the incident.</param>
    public EventChanges(string incident, IReadOnlyList<Recorded<IncidentEvent>> all, IReadOnlyCollection<Party> parties)
    {
        (this.parties, dates) = (parties, DifferenceReader.Dates(all));
        var hidden = Readings.History.OffTheRecord(all.Select(fact => fact.Fact));
        facts = [.. all.Where(fact => !(fact.Fact is StatementLogged logged && hidden.Contains(logged.Id)) && !(fact.Fact is StanceTaken stance && hidden.Contains(stance.Statement)))];
        timeline = Timeline.Of(incident, facts);
        moments = [.. facts.Select(fact => fact.At).Concat(parties.SelectMany(party => party.Facts).Select(fact => fact.At)).Distinct().Order()];
    }

    /// <summary>The changes in words, by the entry that was recorded at <paramref name="at"/>.</summary>
    public IReadOnlyList<string> By(DateTimeOffset at)
    {
        var end = new AsOf(facts[^1].At, at);
        // Times are kept to the microsecond, so nothing lies between the two but what was recorded at the second.
        var way = new Way(facts, parties, end with { KnownAt = at.AddMicroseconds(-1) }, end, Read);
        var explaining = new Explaining(way, new Register(parties, at, Clock.Recorded), dates, end, tellsLate: false);
        var changes = explaining.Changes();
        return [.. changes.Take(Limit).Select(change => explaining.Shape(change).Phrase), .. changes.Count > Limit ? [$"and {changes.Count - Limit} more changes"] : Array.Empty<string>()];
    }

    // The moment after one entry reads as the moment before the next.
    private IncidentReading? Read(AsOf asOf)
    {
        var place = moments.BinarySearch(asOf.KnownAt);
        if (place < 0) place = ~place - 1;
        var moment = place < 0 ? DateTimeOffset.MinValue : moments[place];
        if (!read.TryGetValue(moment, out var reading)) read[moment] = reading = place < 0 ? null : timeline.Reading(timeline.Positions(asOf), new Register(parties, asOf.KnownAt, asOf.Clock), asOf);
        return reading;
    }
}
