using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AttributionLedger.Api.Answers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AttributionLedger.Api.Describing;

/// <summary>Describes the shapes of answers: every field is there, null where there is nothing to say.</summary>
internal static class Schemas
{
    private const string Ending = "Shape";

    /// <summary>A shape goes by its own name; what is no shape is written where it stands.</summary>
    public static string? NameOf(JsonTypeInfo type) =>
        type.Type.Name.EndsWith(Ending, StringComparison.Ordinal) ? type.Type.Name[..^Ending.Length]
        : type.Type == typeof(ProblemItem) ? nameof(ProblemItem)
        : (Nullable.GetUnderlyingType(type.Type) ?? type.Type).IsEnum ? OpenApiOptions.CreateDefaultSchemaReferenceId(type) : null;

    public static Task CompleteAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (schema.Properties is { Count: > 0 } fields)
        {
            schema.Required = fields.Keys.ToHashSet();
            schema.AdditionalPropertiesAllowed = false;
        }
        // The words of a list are described once, by whoever comes first; whether there may be none, each field says itself.
        if (schema.Enum is { } words) schema.Enum = [.. words.Where(word => word?.GetValueKind() == JsonValueKind.String && !word.IsJsonNullSentinel())];
        return Task.CompletedTask;
    }

    public static async Task<IOpenApiSchema> OfAsync<TShape>(OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(TShape), null, ct);
        var name = typeof(TShape).Name[..^Ending.Length];
        if (context.Document!.Components?.Schemas?.ContainsKey(name) != true) context.Document.AddComponent(name, schema);
        return new OpenApiSchemaReference(name, context.Document);
    }
}
