using System.Text;
using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Spreadsheets.Columns;

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

    /// <summary>CSV in UTF-8 with the mark by which spreadsheets know it, and the lines ended as they end them.</summary>
    public static byte[] Csv() =>
    [
        .. Encoding.UTF8.Preamble,
        .. Encoding.UTF8.GetBytes(Line(TableColumns.Written.Select(column => column.Name())) + Line(TableColumns.Written.Select(column => Formulas.Defused(Example.GetValueOrDefault(column, "")))))
    ];

    /// <summary>The JSON Schema of a mapping.</summary>
    public static byte[] MappingSchema()
    {
        using var schema = typeof(TableTemplate).Assembly.GetManifestResourceStream("table-mapping.schema.json") ?? throw new InvalidOperationException("The schema of the mapping is missing from the assembly.");
        using var bytes = new MemoryStream();
        schema.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => cell.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell)) + "\r\n";
}
