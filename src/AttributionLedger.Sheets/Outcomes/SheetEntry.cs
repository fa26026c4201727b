using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;

namespace AttributionLedger.Sheets.Outcomes;

/// <summary>What one line of a sheet asks for.</summary>
public abstract record SheetEntry
{
    private SheetEntry(int line) => Line = line;

    /// <summary>The number of the line in its sheet, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The line that says what the sheet is; nothing of it goes on record.</summary>
    public sealed record Heading(int Line, string Title, bool Invented) : SheetEntry(Line);

    /// <summary>Something about a party that the writer names.</summary>
    public sealed record OfParty(int Line, PartyId Party, PartyCommand Command) : SheetEntry(Line);

    /// <summary>
    /// An unnamed party, under a number that means something in this sheet only. Who reads the sheet mints its id, and
    /// where <see cref="Under"/> is given records that the party is part of that one, counting.
    /// </summary>
    public sealed record Unnamed(int Line, Label Label, RegisterParty Registration, PartyId? Under) : SheetEntry(Line);

    /// <summary>Something about an incident, or the incident itself.</summary>
    public sealed record OfIncident(int Line, IncidentId Incident, IncidentCommand Command) : SheetEntry(Line);

    /// <summary>A refusal by the domain as an error of this line, under the name that the field has in a sheet.</summary>
    public SheetError Error(Rejection rejection) => this is Unnamed ? SheetError.OfUnnamed(Line, rejection) : new(Line, FieldInSheet(rejection.Field), rejection.Code, rejection.Message);

    private string? FieldInSheet(string? field) => (this, field) switch
    {
        // In a sheet "entry" says what the line is, so what a strike strikes is called its target.
        (OfIncident { Command: StrikeEntry }, "entry") => "target",
        // An entry of evidence has the fields of the evidence as its own.
        (OfIncident { Command: AttachEvidence }, "evidence") => null,
        (OfIncident { Command: AttachEvidence }, { } own) when own.StartsWith("evidence.", StringComparison.Ordinal) => own["evidence.".Length..],
        _ => field
    };
}
