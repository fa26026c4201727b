using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>
/// One incident and the parties beside it, as a store would keep them: facts in streams, entries and positions as rows that
/// are kept up entry by entry. Every command goes through its own decision.
/// </summary>
public sealed class InMemoryLedger : IRecord
{
    public const string Id = "incident";

    private readonly Dictionary<PartyId, Party> parties = [];
    private readonly Dictionary<string, LoggedEntry> entries = [];
    private readonly Dictionary<string, List<IncidentEvent>> byEntry = [];
    private readonly Dictionary<(PartyId Party, ClaimId? Claim), Position> positions = [];
    private readonly List<Recorded<IncidentEvent>> facts = [];

    public Incident? Incident { get; private set; }
    public IReadOnlyList<Recorded<IncidentEvent>> Facts => facts;
    public IEnumerable<Party> Parties => parties.Values;

    /// <summary>Other incidents of the newsroom, which links and merges may name.</summary>
    public HashSet<IncidentId> Others { get; } = [];

    public Party? Party(PartyId id) => parties.GetValueOrDefault(id);
    public LoggedEntry? Entry(EntryId id) => entries.GetValueOrDefault(id.Value);
    public bool Holds(IncidentId incident) => Others.Contains(incident);

    public Repetition Compare(IReadOnlyList<IncidentEvent> appended) =>
        !byEntry.TryGetValue(appended[0].EntryKey(), out var logged) ? Repetition.New
        : logged.SequenceEqual(appended) ? Repetition.Same : Repetition.Different;

    public Decision<IncidentEvent> Decide(IncidentCommand command, DateTimeOffset known) => command.Decide(Incident, this, known);

    public Decision<PartyEvent> Decide(PartyId id, PartyCommand command, DateTimeOffset known) => command.Decide(id, Party(id), this, known);

    /// <summary>Decides, and puts what comes of it on record.</summary>
    public Decision<IncidentEvent> Carry(IncidentCommand command, DateTimeOffset known)
    {
        var decision = Decide(command, known);
        Append(decision.Facts, known);
        return decision;
    }

    public Decision<PartyEvent> Carry(PartyId id, PartyCommand command, DateTimeOffset known)
    {
        var decision = Decide(id, command, known);
        foreach (var fact in decision.Facts)
            parties[id] = AttributionLedger.Parties.Party.Evolve(Party(id), id.Value, new(fact, known, (Party(id)?.Facts.Count ?? 0) + 1));
        return decision;
    }

    /// <summary>What a rebuild reads: all events, folded.</summary>
    public IncidentReading? Folded(AsOf asOf) => IncidentReading.Of(Id, facts, Parties, asOf);

    /// <summary>What the rows that are kept up say. They hold the present only.</summary>
    public IncidentReading? Kept(AsOf now) => Incident is null ? null :
        IncidentReading.Of(Incident, positions.OrderBy(row => row.Key.Party).ThenBy(row => row.Key.Claim).Select(row => row.Value).ToList(), new Register(Parties, now.KnownAt, now.Clock), now);

    private void Append(IReadOnlyList<IncidentEvent> appended, DateTimeOffset known)
    {
        var entry = appended.Select((fact, i) => new Recorded<IncidentEvent>(fact, known, facts.Count + i + 1)).ToList();
        facts.AddRange(entry);
        foreach (var fact in appended)
        {
            Incident = AttributionLedger.Incidents.Incident.Evolve(Incident, Id, fact);
            (byEntry.TryGetValue(fact.EntryKey(), out var whole) ? whole : byEntry[fact.EntryKey()] = []).Add(fact);
            foreach (var id in LoggedEntry.Touched(fact))
                if (entries.TryGetValue(id.Value, out var row)) entries[id.Value] = row.After(fact);
            if (LoggedEntry.Begun(fact) is { } begun) entries[begun.Key] = begun;
            if (LoggedEntry.Indexed(fact) is { } indexed) entries[indexed.Key] = indexed;
        }
        if (appended.Any(fact => LoggedEntry.Reversed(fact) is not null)) Refold();
        else foreach (var heard in History.Of(entry).Heard(Forever)) Hear(heard);
    }

    private void Refold()
    {
        positions.Clear();
        foreach (var position in Position.Of(History.Of(facts).Heard(Forever))) positions[(position.Party, position.Claim)] = position;
    }

    private void Hear(Heard heard)
    {
        var key = (heard.Party, heard.Claim);
        positions[key] = (positions.GetValueOrDefault(key) ?? Position.None(heard.Party, heard.Claim)).After(heard);
    }

    private static AsOf Forever { get; } = new(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);
}
