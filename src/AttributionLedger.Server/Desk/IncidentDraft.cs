using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Store;

namespace AttributionLedger.Desk;

/// <summary>
/// What one incident would become if a batch of commands were carried out in order: each is decided on what those before it
/// left. Nothing is written here; a dry run and a real one are the same draft.
/// </summary>
internal sealed class IncidentDraft : IRecord
{
    private readonly Dictionary<string, EntryRow> drafted = [];
    private readonly Dictionary<string, IReadOnlyList<IncidentEvent>> facts = [];
    private readonly string id;
    private readonly Lookups lookups;
    private readonly IRegister register;
    private readonly IReadOnlySet<IncidentId> alsoHolds;
    private Incident? incident;

    /// <param name="register">The parties that are registered, or will be by the same sheet.</param>
    /// <param name="alsoHolds">Incidents that the same sheet opens.</param>
    public IncidentDraft(IncidentId id, Incident? incident, Lookups lookups, IRegister register, IReadOnlySet<IncidentId> alsoHolds) =>
        (this.id, this.incident, this.lookups, this.register, this.alsoHolds) = (id.Value, incident, lookups, register, alsoHolds);

    public Incident? State => incident;

    /// <param name="precondition">What the writer has seen of what the command changes; null when it does not matter.</param>
    public Drafted Decide(IncidentCommand command, DateTimeOffset known, Precondition? precondition = null)
    {
        var decision = command.Decide(incident, this, known);
        if (decision.IsRefused) return new("", [], decision.Rejections);
        var key = command.Key(incident, this);
        // What is on record already changes nothing, whatever its writer has seen since.
        if (decision.Facts.Count == 0) return new(key, [], []);
        if (precondition?.IsMetBy(Tag(precondition.Entry)) == false) return new(key, [], [], IsStale: true);
        foreach (var fact in decision.Facts) incident = Incident.Evolve(incident, id, fact);
        // Their fingerprints are taken when they are stored; here the facts themselves can be compared.
        foreach (var (row, entry) in IncidentBook.EntriesOf(id, decision.Facts, Touched(decision.Facts), _ => "")) drafted[row] = entry;
        facts[key] = decision.Facts;
        return new(key, decision.Facts, []);
    }

    public LoggedEntry? Entry(EntryId entry) => Row(entry.Value)?.Entry;
    public Party? Party(PartyId party) => register.Party(party);
    public bool Holds(IncidentId other) => alsoHolds.Contains(other) || lookups.Holds(other);

    public Repetition Compare(IReadOnlyList<IncidentEvent> facts)
    {
        if (this.facts.TryGetValue(facts[0].EntryKey(), out var before)) return before.SequenceEqual(facts) ? Repetition.Same : Repetition.Different;
        return Row(facts[0].EntryKey()) switch
        {
            null => Repetition.New,
            { } row when row.Fingerprint == Fingerprint.Of(facts) => Repetition.Same,
            _ => Repetition.Different
        };
    }

    private string? Tag(EntryId? entry) => entry is { } id ? Entry(id) is { } row ? Tags.Of(row) : null : incident is null ? null : Tags.Of(incident);

    private EntryRow? Row(string key) => drafted.GetValueOrDefault(EntryRow.IdOf(id, key)) ?? lookups.Entry(EntryRow.IdOf(id, key));

    private Dictionary<string, EntryRow> Touched(IEnumerable<IncidentEvent> facts) =>
        facts.SelectMany(LoggedEntry.Touched).Distinct().Select(key => Row(key.Value)).OfType<EntryRow>().ToDictionary(row => row.Id);
}

/// <summary>What one command of a draft came to.</summary>
/// <param name="Key">Of the entry; empty when it was refused.</param>
/// <param name="Facts">To append; none when it is on record already, is refused, or is stale.</param>
internal sealed record Drafted(string Key, Listing<IncidentEvent> Facts, Listing<Rejection> Refusals, bool IsStale = false);
