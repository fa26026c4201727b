using AttributionLedger.Api.Spreadsheets;
using AttributionLedger.Spreadsheets;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AttributionLedger.Api.Describing;

/// <summary>Describes an import of a spreadsheet: its body, which is a file, and the report that comes back.</summary>
internal static class TablesTaken
{
    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (Operations.Metadata<TableOperation>(context.Description) is not { } table) return;
        operation.Parameters = [.. Writes.User()];
        operation.RequestBody = new OpenApiRequestBody { Required = true, Description = "The file as it is, read in the charset that its type names, where it names one; or JSON that holds the file, as text or as Base64, and its mapping.", Content = Bodies() };
        await Refusals.AddAsync(operation, context, [400, 403, 413, 415, 429, 503], ct);
        operation.Responses!["200"] = await ReportAsync(table.Writes ? "It is on record; what was so before is counted apart." : "How it is understood, with what is asked and wrong. Nothing was written.", context, ct);
        if (table.Writes) operation.Responses["422"] = await ReportAsync("Something is asked or wrong, as the report says, and nothing was written.", context, ct);
    }

    private static Dictionary<string, OpenApiMediaType> Bodies()
    {
        var bodies = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = false,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["text"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The text of the file." },
                        ["base64"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Its bytes, where their encoding is to be found out or named in the mapping." },
                        ["map"] = new OpenApiSchema { Type = JsonSchemaType.Object | JsonSchemaType.Null, Description = "What people know of the file and it does not say: columns, defaults, dates, serials, parties, words, encoding, separator. A report has one to begin with." }
                    }
                }
            }
        };
        foreach (var type in TableBody.FileTypes) bodies[type] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        return bodies;
    }

    private static async Task<OpenApiResponse> ReportAsync(string description, OpenApiOperationTransformerContext context, CancellationToken ct) => new()
    {
        Description = description, Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = await Schemas.OfAsync<TableReportShape>(context, ct) } }
    };
}
