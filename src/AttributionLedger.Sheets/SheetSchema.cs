namespace AttributionLedger.Sheets;

/// <summary>The JSON Schema of one line of a sheet, as it ships.</summary>
public static class SheetSchema
{
    public static Stream Open() => typeof(SheetSchema).Assembly.GetManifestResourceStream("ledger-sheet.schema.json")
        ?? throw new InvalidOperationException("The schema is missing from the assembly.");
}
