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

    /// <summary>Takes from what is on record who the labels mean.</summary>
    /// <param name="labelled">The parties of a line, some of them labels.</param>
    /// <param name="recorded">Those who stand in the same places on record.</param>
    public void Learn(IEnumerable<PartyId> labelled, IEnumerable<PartyId> recorded)
    {
        foreach (var (asked, known) in labelled.Zip(recorded))
            if (SheetReader.LabelIn(asked) is { } label && Identity.IsMinted(known)) onRecord.TryAdd(label, known);
    }

    /// <summary>Whether a command speaks of the party, so that it must be registered by then.</summary>
    public static bool Names(IncidentCommand command, PartyId party) => PartiesOf(command).Contains(party);

    /// <summary>The parties of a command for whom a label may stand, in their order.</summary>
    public static Listing<PartyId> PartiesOf(IncidentCommand command) => command switch
    {
        LogStatement { Statement: var statement } => Speakers(statement.By, statement.Channel),
        FrameClaim { Claim.RaisedByParty: { } raiser } => [raiser],
        RecordIndependence recorded => recorded.Parties,
        _ => []
    };

    /// <summary>The parties that stand on record in the places of <see cref="PartiesOf(IncidentCommand)"/>; none where the command is not on record.</summary>
    public static Listing<PartyId> OnRecord(IncidentCommand command, Incident? incident, LoggedEntry? statement) => command switch
    {
        LogStatement when statement is { Kind: EntryKind.Statement } => Speakers(statement.By, statement.Channel),
        FrameClaim framed when incident?.Find(framed.Claim.Id)?.RaisedByParty is { } raiser => [raiser],
        RecordIndependence recorded => incident?.Independence.FirstOrDefault(note => note.Id == recorded.Id)?.Parties ?? [],
        _ => []
    };

    // Of an unverified issuance the channel speaks.
    private static Listing<PartyId> Speakers(Listing<PartyId> by, PartyId? channel) => channel is { } through ? by.With(through) : by;
}
