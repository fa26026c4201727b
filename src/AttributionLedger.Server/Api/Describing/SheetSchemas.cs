using System.Text.Json;
using System.Text.Json.Nodes;
using AttributionLedger.Api.Writing;
using AttributionLedger.Sheets;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace AttributionLedger.Api.Describing;

/// <summary>
/// The bodies of writes as schemas, made from the one that ships for sheets: an entry without the fields that the address says.
/// Labels mean something in a sheet only, so where one may stand there, here stands an id.
/// </summary>
internal static class SheetSchemas
{
    private const string EntryPrefix = "entry-", ReferencePrefix = "#/$defs/";

    private static readonly JsonObject Definitions = Read();

    /// <summary>The name of the schema for an id, which addresses hold too.</summary>
    public static string Id => NameOf("id");

    /// <summary>Adds the parts that bodies share, and the body of each operation under the operation's name.</summary>
    public static void AddTo(OpenApiDocument document, IEnumerable<WriteOperation> operations)
    {
        foreach (var (name, definition) in Definitions)
            if (!name.StartsWith(EntryPrefix, StringComparison.Ordinal) && name is not ("label" or "partyOrLabel"))
                document.AddComponent(NameOf(name), Schema(definition!, document));
        foreach (var operation in operations) document.AddComponent(operation.Name, Schema(Body(operation), document));
    }

    private static JsonNode Body(WriteOperation operation)
    {
        var body = Definitions[EntryPrefix + operation.Entry]!.DeepClone().AsObject();
        foreach (var said in operation.Addressed.Append("entry").Append("label")) body["properties"]!.AsObject().Remove(said);
        var optional = operation.Addressed.Append("entry").Append("label").Concat(operation.AnswersRequest ? ["by"] : []).ToHashSet();
        body["required"]!.AsArray().RemoveAll(field => optional.Contains(field!.GetValue<string>()));
        return body;
    }

    private static OpenApiSchema Schema(JsonNode definition, OpenApiDocument document) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(Rewritten(definition).ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _)
        ?? throw new InvalidOperationException("A definition of the sheet's schema cannot be read.");

    private static JsonNode Rewritten(JsonNode node)
    {
        switch (node)
        {
            case JsonArray list: return new JsonArray([.. list.Select(item => Rewritten(item!))]);
            case JsonObject { } schema:
                var written = new JsonObject();
                foreach (var (name, value) in schema) written[name] = name switch
                {
                    "$ref" => $"#/components/schemas/{NameOf(value!.GetValue<string>()[ReferencePrefix.Length..])}",
                    // The library does not know the schema "false".
                    _ when name != "additionalProperties" && value is JsonValue flag && flag.GetValueKind() == JsonValueKind.False && name != "default" => new JsonObject { ["not"] = new JsonObject() },
                    _ => Rewritten(value!)
                };
                return written;
            default: return node.DeepClone();
        }
    }

    /// <summary>In the manner of the other schemas, and apart from the shapes of answers that have the same word.</summary>
    private static string NameOf(string definition) => definition switch
    {
        "partyOrLabel" => NameOf("id"),
        "partiesOrLabels" => NameOf("speakers"),
        _ => "Given" + string.Concat(definition.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))
    };

    private static JsonObject Read()
    {
        using var schema = SheetSchema.Open();
        return JsonNode.Parse(schema)!["$defs"]!.AsObject();
    }
}
