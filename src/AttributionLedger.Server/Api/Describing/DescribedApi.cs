using AttributionLedger.Api.Writing;
using Microsoft.OpenApi;

namespace AttributionLedger.Api.Describing;

/// <summary>The API told to programs: OpenAPI 3.1, made from the tables of operations, the shapes, and the schema of the sheet.</summary>
internal static class DescribedApi
{
    public const string Path = "/openapi/v1.json";

    private const string Version = "v1";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Version, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = Schemas.NameOf;
        options.AddSchemaTransformer(Schemas.CompleteAsync);
        options.AddOperationTransformer(Writes.DescribeAsync);
        options.AddOperationTransformer(Reads.DescribeAsync);
        options.AddOperationTransformer(TablesTaken.DescribeAsync);
        options.AddOperationTransformer(ExamplesShown.ShowAsync);
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = Info;
            // Whoever reads it knows where it was found; a server that is named here may be another one's.
            document.Servers = [new OpenApiServer { Url = "/" }];
            SheetSchemas.AddTo(document, Operations.All<WriteOperation>(context.DescriptionGroups));
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this IEndpointRouteBuilder app) => app.MapOpenApi("/openapi/{documentName}.json");

    private static OpenApiInfo Info => new()
    {
        Title = "Attribution ledger", Version = "1",
        Description = "Who said what about it, to whom, on what terms, when they said it and when the desk knew it: logged, and read for now or any past moment. "
            + "The ledger never decides what is true; it reports what stands in this record. A write has the fields of an entry of a [ledger sheet](/ledger-sheet.schema.json) but for those that its address says. "
            + "What is refused comes with a code that stays the same, and [its page](/problems) says what to do."
    };
}
