using System.Text.Json;
using AttributionLedger.Sheets.Specs;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>One operation of the API's description.</summary>
public sealed record Described(string Method, string Path, JsonElement Operation)
{
    public string Name => Operation.GetProperty("operationId").GetString()!;

    public IEnumerable<JsonElement> Parameters(string place) =>
        Operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().Where(one => one.GetProperty("in").GetString() == place) : [];

    public IEnumerable<(int? Status, string Media, JsonElement Content)> Answers() =>
        from response in Operation.GetProperty("responses").EnumerateObject() where response.Value.TryGetProperty("content", out _)
        from media in response.Value.GetProperty("content").EnumerateObject()
        select (int.TryParse(response.Name, out var status) ? status : (int?)null, media.Name, media.Value);
}

/// <summary>The API as it describes itself.</summary>
public sealed class Description(JsonElement document)
{
    private readonly SchemaChecker schemas = new(document);

    public static async Task<Description> OfAsync(ApiHost host) => new(await host.GetAsync("/openapi/v1.json"));

    public JsonElement Document => document;

    public IReadOnlyList<Described> Operations { get; } =
        [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => new Described(operation.Name.ToUpperInvariant(), path.Name, operation.Value)))];

    public Described Operation(string name) => Operations.Single(operation => operation.Name == name);

    public bool Accepts(JsonElement schema, JsonElement value) => schemas.Accepts(schema, value);
}
