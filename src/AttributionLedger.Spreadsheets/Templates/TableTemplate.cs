using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Writing;

namespace AttributionLedger.Spreadsheets.Templates;

/// <summary>What to begin with: a table with every column and an invented row, and the schema of a mapping.</summary>
public static class TableTemplate
{
    private static readonly Dictionary<Column, string> Example = new()
    {
        [Column.Incident] = "practice-fire", [Column.Headline] = "Invented: fire in the harbour", [Column.Zone] = "Etc/GMT-2", [Column.Occurred] = "2023-03-05", [Column.Place] = "Port Seline",
        [Column.Invented] = "yes", [Column.Statement] = "s1", [Column.By] = "Port Seline Fire Brigade", [Column.ById] = "firemen", [Column.ByKind] = "organisation", [Column.Said] = "2023-03-05",
        [Column.Stance] = "asserts", [Column.Claim] = "Tanks burned at the harbour.", [Column.ClaimId] = "k1", [Column.ClaimKind] = "occurrence", [Column.Form] = "verbatim",
        [Column.Words] = "The tanks are burning.", [Column.Language] = "en", [Column.Terms] = "on-the-record", [Column.Evidence] = "https://example.org/interview at=2:10", [Column.Status] = "live"
    };

    /// <summary>The file, as every table is written.</summary>
    public static byte[] Csv()
    {
        using var table = new CsvText(StatementCells.Heading);
        table.Write(TableColumns.Written.Select(column => Example.GetValueOrDefault(column, "")));
        return table.Take();
    }

    /// <summary>The JSON Schema of a mapping.</summary>
    public static byte[] MappingSchema()
    {
        using var schema = typeof(TableTemplate).Assembly.GetManifestResourceStream("table-mapping.schema.json") ?? throw new InvalidOperationException("The schema of the mapping is missing from the assembly.");
        using var bytes = new MemoryStream();
        schema.CopyTo(bytes);
        return bytes.ToArray();
    }
}
