using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets.Specs;

/// <summary>The domain over dictionaries: whether it takes a sheet, asked of the decisions themselves.</summary>
internal sealed class LedgerInMemory
{
    private static readonly DateTimeOffset Known = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<PartyId, Party> parties = [];
    private readonly Dictionary<IncidentId, Stream> incidents = [];

    /// <summary>Facts on record.</summary>
    public int Count => parties.Values.Sum(party => party.Facts.Count) + incidents.Values.Sum(stream => stream.Facts.Count);

    public IEnumerable<IncidentEvent> Facts(string incident) => incidents[IncidentId.Of(incident)].Facts;
    public IEnumerable<PartyEvent> FactsOf(string party) => parties[PartyId.Of(party)].Facts.Select(fact => fact.Fact);

    /// <summary>Reads and applies lines in their order.</summary>
    public IReadOnlyList<SheetError> Take(IEnumerable<(int Number, string Text)> lines)
    {
        var all = lines.ToList();
        return [.. all.SelectMany(line => SheetLine.Read(Encoding.UTF8.GetBytes(line.Text), line.Number, label => PartyId.Of($"unnamed-{label.Number}"), Zone) switch
        {
            SheetReading.Read read => Apply(read.Entry),
            SheetReading.Refused refused => refused.Errors,
            _ => throw new InvalidOperationException()
        })];
    }

    private string? Zone(IncidentId id) => incidents.TryGetValue(id, out var stream) ? stream.Incident?.Zone : null;

    private IEnumerable<SheetError> Apply(SheetEntry entry) => (entry switch
    {
        SheetEntry.OfParty e => Apply(e.Party, e.Command),
        SheetEntry.Unnamed e => Apply(PartyId.Of($"unnamed-{e.Label.Number}"), e.Registration).Concat(e.Under is { } under
            ? Apply(PartyId.Of($"unnamed-{e.Label.Number}"), new RecordAffiliation(AffiliationId.Of("under"), Link.PartOf, under, true, null, null)) : []),
        SheetEntry.OfIncident e => Apply(e.Incident, e.Command),
        _ => Array.Empty<Rejection>()
    }).Select(entry.Error).ToList();

    private IEnumerable<Rejection> Apply(PartyId id, PartyCommand command)
    {
        var party = parties.GetValueOrDefault(id);
        var decision = command.Decide(id, party, new Lookup(this, null), Known);
        foreach (var fact in decision.Facts) parties[id] = Party.Evolve(parties.GetValueOrDefault(id), id.Value, new(fact, Known, 1));
        return decision.Rejections;
    }

    private IEnumerable<Rejection> Apply(IncidentId id, IncidentCommand command)
    {
        var stream = incidents.GetValueOrDefault(id) ?? new Stream();
        var decision = command.Decide(stream.Incident, new Lookup(this, stream), Known);
        foreach (var fact in decision.Facts) stream.Add(id, fact);
        if (stream.Facts.Count > 0) incidents[id] = stream;
        return decision.Rejections;
    }

    private sealed class Stream
    {
        public List<IncidentEvent> Facts { get; } = [];
        public Dictionary<string, LoggedEntry> Entries { get; } = [];
        public Incident? Incident { get; private set; }

        public void Add(IncidentId id, IncidentEvent fact)
        {
            Facts.Add(fact);
            Incident = Incidents.Incident.Evolve(Incident, id.Value, fact);
            foreach (var key in Entries.Keys.ToList()) Entries[key] = Entries[key].After(fact);
            if (LoggedEntry.Begun(fact) is { } begun) Entries.Add(begun.Key, begun);
            if (LoggedEntry.Indexed(fact) is { } indexed) Entries[indexed.Key] = indexed;
        }
    }

    private sealed class Lookup(LedgerInMemory ledger, Stream? stream) : IRecord
    {
        public Party? Party(PartyId id) => ledger.parties.GetValueOrDefault(id);
        public LoggedEntry? Entry(EntryId id) => stream!.Entries.GetValueOrDefault(id.Value);
        public bool Holds(IncidentId incident) => ledger.incidents.ContainsKey(incident);

        public Repetition Compare(IReadOnlyList<IncidentEvent> facts)
        {
            var logged = stream!.Facts.Where(fact => fact.EntryKey() == facts[0].EntryKey()).ToList();
            return logged.Count == 0 ? Repetition.New : logged.SequenceEqual(facts) ? Repetition.Same : Repetition.Different;
        }
    }
}
