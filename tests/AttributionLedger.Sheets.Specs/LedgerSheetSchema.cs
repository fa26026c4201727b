using System.Text.Json;

namespace AttributionLedger.Sheets.Specs;

/// <summary>The schema as the product ships it.</summary>
internal static class LedgerSheetSchema
{
    private static readonly JsonElement Root = Load();

    public static IReadOnlyList<string> Kinds { get; } = [.. Root.GetProperty("properties").GetProperty("entry").GetProperty("enum").EnumerateArray().Select(word => word.GetString()!)];
    public static string Id => Root.GetProperty("$id").GetString()!;
    public static JsonElement Definitions => Root.GetProperty("$defs");

    public static bool Accepts(string line)
    {
        using var value = JsonDocument.Parse(line);
        return new SchemaChecker(Root).Accepts(value.RootElement);
    }

    private static JsonElement Load()
    {
        using var stream = typeof(SheetLine).Assembly.GetManifestResourceStream("ledger-sheet.schema.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
