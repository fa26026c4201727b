using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Sheets;

namespace AttributionLedger.Importing;

/// <summary>Reads the lines of a sheet into commands, with its labels and zones resolved.</summary>
internal sealed class SheetReader(SheetFile sheet, SheetIndex index)
{
    private readonly Dictionary<Label, SheetEntry.Unnamed> unnamed = [];
    private readonly Dictionary<(IncidentId, Label), PartyId> minted = [];

    /// <summary>Reads what belongs to no incident. Unnamed parties are remembered, and registered where they speak.</summary>
    public List<SheetEntry.OfParty> ReadRegister(List<SheetError> errors)
    {
        var entries = new List<SheetEntry.OfParty>();
        foreach (var place in index.OfRegister)
            switch (Read(place, _ => default, _ => null, errors))
            {
                case SheetEntry.OfParty party: entries.Add(party); break;
                case SheetEntry.Unnamed source: unnamed.TryAdd(source.Label, source); break;
            }
        // A party is there before anything is said of it, wherever in the sheet it stands.
        return [.. entries.Where(entry => entry.Command is RegisterParty), .. entries.Where(entry => entry.Command is not RegisterParty)];
    }

    /// <summary>The zone that the sheet gives an incident that it opens; null when it opens none, or not soundly.</summary>
    public string? ZoneOf(IncidentId incident) => index.Opening(incident)
        .Select(place => Read(place, _ => default, _ => null, []) is SheetEntry.OfIncident { Command: OpenIncident opening } ? opening.Zone : null)
        .FirstOrDefault(zone => zone is not null);

    /// <summary>Reads the lines of one incident.</summary>
    /// <param name="party">The party that a label means within the incident.</param>
    public IEnumerable<SheetEntry.OfIncident> ReadIncident(IncidentId incident, string? zone, Func<Label, PartyId> party, List<SheetError> errors) =>
        index.Of(incident).Select(place => Read(place, party, id => id == incident ? zone : null, errors)).OfType<SheetEntry.OfIncident>();

    /// <summary>
    /// What an incident's lines that use a label ask for. Where it is on record, it says who the label means: so the same
    /// sheet, longer by a line, speaks of the same source, and no label is kept anywhere.
    /// </summary>
    public IEnumerable<IncidentCommand> Labelled(IncidentId incident)
    {
        foreach (var place in index.Of(incident))
            if (SheetLine.Peek(sheet.Read(place).Span).Uses.Count > 0 && Read(place, Placeholder, _ => null, []) is SheetEntry.OfIncident { Command: var command })
                yield return command;
    }

    /// <summary>The id that a label has in an incident for as long as this run lasts, minted at random where none is on record.</summary>
    public PartyId Mint(IncidentId incident, Label label) =>
        minted.TryGetValue((incident, label), out var id) ? id : minted[(incident, label)] = UnnamedSources.Mint();

    /// <summary>The commands that register an unnamed party with an incident, and record under whom it speaks; null for a label that no line defines.</summary>
    public (int Line, IReadOnlyList<PartyCommand> Commands)? Registering(IncidentId incident, Label label) => !unnamed.TryGetValue(label, out var source) ? null
        : (source.Line, UnnamedSources.Commands(incident, source));

    public IEnumerable<Label> Defined => unnamed.Keys;

    public static PartyId Placeholder(Label label) => PartyId.Of(label.ToString());
    public static Label? LabelIn(PartyId party) => Label.TryRead(party.Value, out var label) ? label : null;

    private SheetEntry? Read(SheetPlace place, Func<Label, PartyId> party, Func<IncidentId, string?> zone, List<SheetError> errors)
    {
        switch (SheetLine.Read(sheet.Read(place), place.Line, party, zone))
        {
            case SheetReading.Read read: return read.Entry;
            case SheetReading.Refused refused: errors.AddRange(refused.Errors); return null;
            default: return null;
        }
    }
}
