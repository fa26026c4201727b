using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Sheets;

namespace AttributionLedger.Importing;

/// <summary>
/// Who the labels of a sheet are within one incident. A label that two incidents use means two parties: nobody must be able
/// to follow a source from one incident to another.
/// </summary>
/// <param name="Labels">Every label that the incident's lines use.</param>
/// <param name="Speaking">Those that speak; the others would leave a party behind that never spoke.</param>
internal sealed record Meaning(IReadOnlyCollection<Label> Labels, IReadOnlySet<Label> Speaking, Func<Label, PartyId> Mint)
{
    private readonly Dictionary<Label, PartyId> onRecord = [];

    public static Meaning None { get; } = new([], new HashSet<Label>(), SheetReader.Placeholder);

    public PartyId Party(Label label) => onRecord.TryGetValue(label, out var party) ? party : Mint(label);

    /// <summary>Takes from a statement on record who its labels mean.</summary>
    public void Learn(Listing<PartyId> speakers, IEnumerable<(int Speaker, Label Label)> labels)
    {
        foreach (var (speaker, label) in labels)
            if (speaker < speakers.Count && speakers[speaker].Value.StartsWith(Identity.MintedPrefix, StringComparison.Ordinal)) onRecord.TryAdd(label, speakers[speaker]);
    }

    /// <summary>Whether a command speaks of the party, so that it must be registered by then.</summary>
    public static bool Names(IncidentCommand command, PartyId party) => command switch
    {
        LogStatement statement => statement.Statement.By.Contains(party) || statement.Statement.Channel == party,
        FrameClaim framed => framed.Claim.RaisedByParty == party,
        SeekComment sought => sought.By.Contains(party),
        RecordIndependence recorded => recorded.Parties.Contains(party),
        _ => false
    };
}
