using System.Buffers;
using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Sheets;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Exporting;

/// <summary>
/// The sheet as it grows: incident by incident, each behind the parties that it is the first to name. It remembers who was
/// written, so it grows with the parties and not with what they said.
/// </summary>
internal sealed class ExportSheet(Stream target)
{
    private readonly ArrayBufferWriter<byte> lines = new();
    private readonly HashSet<string> written = [];
    private int labels;

    public int Parties => written.Count;
    public int Unnamed => labels;
    public int Entries { get; private set; }

    public async Task WriteHeadingAsync(CancellationToken ct) =>
        await target.WriteAsync("# What a ledger reads in public, as a ledger sheet. What may not be published is not in it.\n"u8.ToArray(), ct);

    /// <param name="parties">Every party that the commands name, and those above them.</param>
    public async Task WriteAsync(IncidentId incident, IReadOnlyList<IncidentCommand> commands, IReadOnlyDictionary<PartyId, Party> parties, CancellationToken ct)
    {
        var zone = commands.OfType<OpenIncident>().Single().Zone;
        var numbered = Numbered(commands);
        WriteParties(commands.SelectMany(Names).Where(party => !Identity.IsMinted(party)), parties);
        foreach (var (source, label) in numbered) Line(new SheetEntry.Unnamed(0, label, PublishedParty.Registration(parties[source]), Under: null));
        foreach (var command in commands) Line(new SheetEntry.OfIncident(0, incident, command), party => numbered.TryGetValue(party, out var label) ? label : null, zone);
        // Whatever slipped through: an id that the ledger minted never leaves it, and no sheet takes one.
        if (numbered.Keys.Any(source => lines.WrittenSpan.IndexOf(Encoding.UTF8.GetBytes(source.Value)) >= 0)) throw new InvalidOperationException("An unnamed party stands where no label can stand.");
        await target.WriteAsync(lines.WrittenMemory, ct);
        lines.ResetWrittenCount();
    }

    /// <summary>Labels in the order in which the incident comes to its sources; another incident gives the same source another one.</summary>
    private Dictionary<PartyId, Label> Numbered(IEnumerable<IncidentCommand> commands)
    {
        var numbered = new Dictionary<PartyId, Label>();
        foreach (var source in commands.SelectMany(Names).Where(Identity.IsMinted))
            if (!numbered.ContainsKey(source)) numbered[source] = new Label(++labels);
        return numbered;
    }

    private void WriteParties(IEnumerable<PartyId> named, IReadOnlyDictionary<PartyId, Party> parties)
    {
        var fresh = new SortedDictionary<string, Party>(StringComparer.Ordinal);
        var wanted = new Queue<PartyId>(named);
        while (wanted.TryDequeue(out var id))
        {
            if (!parties.TryGetValue(id, out var party) || !written.Add(party.Id)) continue;
            fresh[party.Id] = party;
            foreach (var needed in PublishedParty.Needed(party)) wanted.Enqueue(needed);
        }
        foreach (var party in fresh.Values) Line(new SheetEntry.OfParty(0, PartyId.Of(party.Id), PublishedParty.Registration(party)));
        foreach (var party in fresh.Values)
            foreach (var command in PublishedParty.Rest(party)) Line(new SheetEntry.OfParty(0, PartyId.Of(party.Id), command));
    }

    /// <summary>The parties of a command, in their order.</summary>
    private static IEnumerable<PartyId> Names(IncidentCommand command) => command switch
    {
        FrameClaim { Claim: var claim } => new[] { claim.RaisedByParty, claim.Actor }.OfType<PartyId>(),
        LogStatement { Statement: var said } => [.. said.By, .. said.Channel is { } channel ? [channel] : Array.Empty<PartyId>(), .. said.Setting.AskedBy, .. said.Setting.Via],
        SeekComment sought => [sought.Of, .. sought.By],
        RecordIndependence recorded => recorded.Parties,
        _ => []
    };

    private void Line(SheetEntry entry, Func<PartyId, Label?>? label = null, string? zone = null)
    {
        SheetWriter.Write(lines, entry, label ?? (_ => null), zone);
        Entries++;
    }
}
