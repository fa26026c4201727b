using AttributionLedger.Basics;

namespace AttributionLedger.Sheets.Outcomes;

/// <summary>What came of reading a line.</summary>
public abstract record SheetReading
{
    private SheetReading() { }

    /// <summary>It could be read.</summary>
    public sealed record Read(SheetEntry Entry) : SheetReading;

    /// <summary>It could not: every error of the line that could be found at once, at least one.</summary>
    public sealed record Refused(Listing<SheetError> Errors) : SheetReading;
}
