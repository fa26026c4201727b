using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;

namespace AttributionLedger.Api.Describing;

/// <summary>Describes what stands in an address: ids, under the name of what they are of.</summary>
internal static class Addresses
{
    public static IEnumerable<OpenApiParameter> Parameters(OpenApiOperationTransformerContext context) =>
        RoutePatternFactory.Parse(context.Description.RelativePath ?? "").Parameters.Select(parameter => new OpenApiParameter
        {
            Name = parameter.Name, In = ParameterLocation.Path, Required = true, Description = $"The {(parameter.Name == "code" ? "code" : "id")} of the {Thing(parameter.Name)}.",
            Schema = new OpenApiSchemaReference(SheetSchemas.Id, context.Document)
        });

    private static string Thing(string name) => name switch { "target" => "entry", "code" => "problem", _ => name };
}
