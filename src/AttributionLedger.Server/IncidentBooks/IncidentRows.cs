using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Store;

namespace AttributionLedger.IncidentBooks;

/// <summary>An entry of an incident, found by its key: whether it is known is a look-up, not a list in a document.</summary>
/// <param name="Id">The incident's id and the entry's key.</param>
/// <param name="Fingerprint">Of the facts that it was logged with; what is done to it later does not change it.</param>
public sealed record EntryRow(string Id, string Incident, LoggedEntry Entry, string Fingerprint)
{
    public static string IdOf(string incident, string key) => $"{incident}/{key}";
}

/// <summary>Where one party stands on one claim of one incident, now.</summary>
public sealed record PositionRow(string Id, string Incident, Position Position)
{
    public static PositionRow Of(string incident, Position position) => new(IdOf(incident, position.Party, position.Claim), incident, position);
    public static string IdOf(string incident, PartyId party, ClaimId? claim) => $"{incident}/{party}/{claim}";
}

/// <summary>
/// All that is stored of one incident beside its events, folded from them. What the projection keeps step by step, a rebuild
/// and <c>verify</c> make from nothing, by this one function.
/// </summary>
public sealed record IncidentBook(Incident? Incident, IReadOnlyDictionary<string, EntryRow> Entries, IReadOnlyDictionary<string, PositionRow> Positions)
{
    /// <summary>The reading of now is one in which nothing lies in the future.</summary>
    public static readonly AsOf Now = new(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);

    public static IncidentBook Of(string id, IReadOnlyList<Recorded<IncidentEvent>> facts) => new(
        facts.Aggregate((Incident?)null, (incident, fact) => Incidents.Incident.Evolve(incident, id, fact.Fact)),
        EntriesOf(id, facts.Select(fact => fact.Fact), new Dictionary<string, EntryRow>()),
        PositionsOf(id, facts).ToDictionary(row => row.Id));

    public static IEnumerable<PositionRow> PositionsOf(string id, IReadOnlyList<Recorded<IncidentEvent>> facts) =>
        Position.Of(History.Of(facts).Heard(Now)).Select(position => PositionRow.Of(id, position));

    /// <summary>The entries that <paramref name="facts"/> begin or change.</summary>
    /// <param name="before">The rows, by id, of earlier entries that the facts are about.</param>
    /// <param name="fingerprint">Of an entry's facts; what is only drafted needs none.</param>
    public static Dictionary<string, EntryRow> EntriesOf(string id, IEnumerable<IncidentEvent> facts, IReadOnlyDictionary<string, EntryRow> before, Func<IReadOnlyList<IncidentEvent>, string>? fingerprint = null)
    {
        var rows = new Dictionary<string, EntryRow>();
        foreach (var entry in Grouped(facts))
        {
            var begun = LoggedEntry.Begun(entry[0]) ?? throw new InvalidOperationException($"{entry[0].GetType().Name} begins no entry.");
            var row = new EntryRow(EntryRow.IdOf(id, begun.Key), id, begun, fingerprint is null ? Fingerprint.Of(entry) : fingerprint(entry));
            rows[row.Id] = row;
            if (LoggedEntry.Indexed(entry[0]) is { } indexed) rows[EntryRow.IdOf(id, indexed.Key)] = row with { Id = EntryRow.IdOf(id, indexed.Key), Entry = indexed };
            foreach (var key in LoggedEntry.Touched(entry[0]))
                if (EntryRow.IdOf(id, key.Value) is var touched && (rows.GetValueOrDefault(touched) ?? before.GetValueOrDefault(touched)) is { } earlier)
                    rows[touched] = earlier with { Entry = earlier.Entry.After(entry[0]) };
        }
        return rows;
    }

    /// <summary>Facts that belong to one entry stand together in the stream.</summary>
    public static IEnumerable<List<IncidentEvent>> Grouped(IEnumerable<IncidentEvent> facts)
    {
        List<IncidentEvent>? entry = null;
        foreach (var fact in facts)
        {
            if (entry is not null && fact is IncidentEvent.StanceTaken) { entry.Add(fact); continue; }
            if (entry is not null) yield return entry;
            entry = [fact];
        }
        if (entry is not null) yield return entry;
    }
}
