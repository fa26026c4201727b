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
    private readonly string id;
    private readonly Lookups lookups;
    private readonly IRegister register;
    private readonly IReadOnlySet<IncidentId> alsoHolds;
    private Incident? incident;

    /// <param name="register">The parties that are registered, or will be by the same sheet.</param>
    /// <param name="alsoHolds">Incidents that the same sheet opens.</param>
    public IncidentDraft(IncidentId id, Incident? incident, Lookups lookups, IRegister register, IReadOnlySet<IncidentId> alsoHolds) =>
        (this.id, this.incident, this.lookups, this.register, this.alsoHolds) = (id.Value, incident, lookups, register, alsoHolds);

    public Decision<IncidentEvent> Decide(IncidentCommand command, DateTimeOffset known)
    {
        var decision = command.Decide(incident, this, known);
        if (decision.Facts.Count == 0) return decision;
        foreach (var fact in decision.Facts) incident = Incident.Evolve(incident, id, fact);
        foreach (var (key, row) in IncidentBook.EntriesOf(id, decision.Facts, Touched(decision.Facts))) drafted[key] = row;
        return decision;
    }

    public LoggedEntry? Entry(EntryId entry) => Row(entry.Value)?.Entry;
    public Party? Party(PartyId party) => register.Party(party);
    public bool Holds(IncidentId other) => alsoHolds.Contains(other) || lookups.Holds(other);

    public Repetition Compare(IReadOnlyList<IncidentEvent> facts) => Row(facts[0].EntryKey()) switch
    {
        null => Repetition.New,
        { } row when row.Fingerprint == Fingerprint.Of(facts) => Repetition.Same,
        _ => Repetition.Different
    };

    private EntryRow? Row(string key) => drafted.GetValueOrDefault(EntryRow.IdOf(id, key)) ?? lookups.Entry(EntryRow.IdOf(id, key));

    private Dictionary<string, EntryRow> Touched(IEnumerable<IncidentEvent> facts) =>
        facts.SelectMany(IncidentBook.Touched).Distinct().Select(Row).OfType<EntryRow>().ToDictionary(row => row.Id);
}
