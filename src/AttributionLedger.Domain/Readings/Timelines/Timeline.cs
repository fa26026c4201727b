using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;

namespace AttributionLedger.Readings.Timelines;

/// <summary>
/// The history of one incident, prepared so that any moment of it can be read quickly. What every entry lets be heard is made
/// once, for both clocks, and sorted into bins of which only the latest can matter; a moment then costs one glance at two
/// numbers a stance, and the rules go over the bins, which are as many as there are parties, claims and kinds of stance.
/// </summary>
/// <remarks>
/// <para>It is held in memory, some hundred bytes a stance and no words, and grows with the incident. An entry that much was done
/// to would have very many phases; it is heard anew at each moment, by the code that hears it everywhere.</para>
/// <para>Any number may read it at once, and nobody while it is extended.</para>
/// </remarks>
public sealed class Timeline(string id)
{
    /// <summary>What is done to an entry of a newsroom's: hardly ever more than three things.</summary>
    private const int ChangesLimit = 12;

    private readonly History history = new();
    private readonly Bins bins = new();
    private readonly Rows rows = new();
    private readonly HashSet<Track> changed = [], restless = [];
    private readonly HashSet<PartyId> named = [], speakers = [];
    private readonly List<DateTimeOffset> recordings = [];

    /// <summary>The incident's.</summary>
    public string Id => id;

    /// <summary>The place in the stream of the last event that it holds; 0 when it holds none.</summary>
    public long Version { get; private set; }

    /// <summary>UTC, when the last event that it holds was recorded.</summary>
    public DateTimeOffset End { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The incident as it was opened, which nothing changes; null before that.</summary>
    public Incident? Opening { get; private set; }

    /// <summary>The incident as it stands after the last event; null before it is opened.</summary>
    public Incident? Incident { get; private set; }

    /// <summary>UTC, when each entry was recorded, in the order of the stream.</summary>
    public IReadOnlyList<DateTimeOffset> Recordings => recordings;

    /// <summary>Everybody who was ever heard, asked or asking, whatever became of it.</summary>
    public IReadOnlyCollection<PartyId> Speakers => speakers;

    /// <summary>The parties that claims and notes on independence name, or once did; whoever speaks is found in the positions.</summary>
    public IReadOnlyCollection<PartyId> Named => named;

    /// <summary>Stances and requests that it holds, by which its size goes.</summary>
    public int Count => rows.Count;

    /// <param name="facts">All events of the incident in the order of its stream.</param>
    public static Timeline Of(string id, IEnumerable<Recorded<IncidentEvent>> facts)
    {
        var timeline = new Timeline(id);
        timeline.Extend(facts);
        return timeline;
    }

    /// <summary>Takes in what was appended since.</summary>
    /// <param name="facts">The events that follow <see cref="Version"/>, in the order of the stream.</param>
    /// <exception cref="InvalidOperationException">An event does not follow the one before it.</exception>
    public void Extend(IEnumerable<Recorded<IncidentEvent>> facts)
    {
        foreach (var fact in facts)
        {
            if (fact.Order <= Version) throw new InvalidOperationException($"Event {fact.Order} of {id} does not follow {Version}.");
            (Version, End) = (fact.Order, fact.At);
            if (Incidents.Incident.IsChangedBy(fact.Fact)) Incident = Incidents.Incident.Evolve(Incident, id, fact.Fact);
            Opening ??= Incident;
            named.UnionWith(NamedIn(fact.Fact));
            if (recordings.Count == 0 || recordings[^1] != fact.At) recordings.Add(fact.At);
            if (history.Add(fact) is { } track) changed.Add(track);
        }
        foreach (var track in changed.OrderBy(track => track.Order))
        {
            speakers.UnionWith(track.Parties);
            rows.Forget(track);
            if (track.Changes > ChangesLimit) restless.Add(track);
            else rows.Add(track, bins);
        }
        changed.Clear();
    }

    /// <summary>
    /// The positions as of two clocks, equal to those that its events come to when they are folded anew; but for the words
    /// that a position remembers for those who log, which no reading asks for.
    /// </summary>
    public IReadOnlyList<Position> Positions(AsOf asOf)
    {
        var tops = new Tops(bins);
        rows.Show(tops, asOf);
        var anew = restless.SelectMany(track => track.Heard(asOf).Select(heard => new Shown(track.Order, heard))).ToList();
        foreach (var shown in anew) tops.Take(shown, asOf);
        // Which words are the same is for the desk only.
        return tops.Positions(place => asOf.Audience == Audience.Internal && (bins.Repeating.Contains(place) || anew.Exists(shown => Place.Of(shown.Heard) == place))
            ? Position.TwinsOf(rows.Shown(place, bins, asOf).Concat(anew.Where(shown => Place.Of(shown.Heard) == place)).OrderBy(shown => shown.Order).Select(shown => shown.Heard))
            : []);
    }

    /// <summary>
    /// The moments of the known axis at which a reading may come out otherwise than just before: something was recorded, or noted,
    /// or an embargo ended. Distinct, in order.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> KnownTurns(Clock clock) => [.. history.KnownTurns(clock)];

    /// <summary>The moments of the said axis, likewise: something was said by then at the latest, or taken back.</summary>
    public IReadOnlyList<DateTimeOffset> SaidTurns(Clock clock) => [.. history.SaidTurns(clock)];

    /// <summary>Who stands where as of two clocks; null when nothing of the incident was known then. Equal to the reading of its events.</summary>
    /// <param name="positions">As of the same moment.</param>
    /// <param name="register">Holds those who speak in the positions; and all <see cref="Speakers"/> where the moment <see cref="AsOf.KnowsMoreThanWasSaid"/>.</param>
    public IncidentReading? Reading(IReadOnlyCollection<Position> positions, Register register, AsOf asOf) =>
        history.Incident(id, asOf, Speaking(positions, asOf).SelectMany(position => position.Latest).Where(heard => Hearing.Shows(heard, register, asOf))) is { } incident
            ? IncidentReading.Of(incident, positions, register, asOf)
            : null;

    // Known is one thing and said another: a statement that was noted makes its claim known also at moments before it was said.
    private IEnumerable<Position> Speaking(IReadOnlyCollection<Position> positions, AsOf asOf) => asOf.KnowsMoreThanWasSaid ? positions.Concat(Positions(asOf.WithAllThatWasKnown)) : positions;

    private static IEnumerable<PartyId> NamedIn(IncidentEvent fact) => fact switch
    {
        IncidentEvent.ClaimFramed e => new[] { e.Claim.Actor, e.Claim.RaisedByParty }.OfType<PartyId>(),
        IncidentEvent.IndependenceRecorded e => e.Parties,
        _ => []
    };
}
