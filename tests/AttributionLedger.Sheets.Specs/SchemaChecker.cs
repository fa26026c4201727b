using System.Text.Json;
using System.Text.RegularExpressions;

namespace AttributionLedger.Sheets.Specs;

/// <summary>
/// Checks a value against a JSON Schema of the draft 2020-12, as far as the schema of the sheet and the description of the API
/// use it; a keyword that is not known here fails, so that neither can outgrow its check.
/// </summary>
internal sealed class SchemaChecker(JsonElement root)
{
    private static readonly HashSet<string> Remarks = ["$schema", "$id", "$defs", "title", "description", "default", "examples", "then", "else"];

    public bool Accepts(JsonElement value) => Accepts(root, value);

    /// <summary>Checks against a schema that stands somewhere within the root.</summary>
    public bool Accepts(JsonElement schema, JsonElement value) => schema.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => schema.EnumerateObject().All(keyword => Accepts(schema, keyword, value))
    };

    private bool Accepts(JsonElement schema, JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        var remark when Remarks.Contains(remark) => true,
        "$ref" => Accepts(Find(keyword.Value.GetString()!), value),
        "type" when keyword.Value.ValueKind == JsonValueKind.Array => keyword.Value.EnumerateArray().Any(type => IsOfType(type.GetString()!, value)),
        "type" => IsOfType(keyword.Value.GetString()!, value),
        "format" => IsOfFormat(keyword.Value.GetString()!, value),
        "not" => !Accepts(keyword.Value, value),
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "enum" => keyword.Value.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)),
        "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateObject().All(field => !value.TryGetProperty(field.Name, out var held) || Accepts(field.Value, held)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(field =>
            (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(field.Name, out _)) || Accepts(keyword.Value, field.Value)),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(keyword.Value, item)),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= keyword.Value.GetInt32(),
        "allOf" => keyword.Value.EnumerateArray().All(other => Accepts(other, value)),
        "anyOf" => keyword.Value.EnumerateArray().Any(other => Accepts(other, value)),
        "oneOf" => keyword.Value.EnumerateArray().Count(other => Accepts(other, value)) == 1,
        "if" => !schema.TryGetProperty(Accepts(keyword.Value, value) ? "then" : "else", out var branch) || Accepts(branch, value),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() >= keyword.Value.GetInt32(),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() <= keyword.Value.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= keyword.Value.GetDecimal(),
        var other => throw new NotSupportedException($"The schema uses {other}, which is not checked here.")
    };

    private JsonElement Find(string reference) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (place, name) => place.GetProperty(name));

    private static bool IsOfType(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.TryGetDecimal(out var number) && number == decimal.Truncate(number),
        _ => false
    };

    private static bool IsOfFormat(string format, JsonElement value) => (format, value.ValueKind) switch
    {
        ("date-time", JsonValueKind.String) => value.TryGetDateTimeOffset(out _),
        ("date-time", JsonValueKind.Null) or ("int32" or "int64", JsonValueKind.Null) => true,
        ("int32", JsonValueKind.Number) => value.TryGetInt32(out _),
        ("int64", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => throw new NotSupportedException($"The schema uses the format {format}, which is not checked here.")
    };
}
