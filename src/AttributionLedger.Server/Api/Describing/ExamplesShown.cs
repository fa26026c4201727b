using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace AttributionLedger.Api.Describing;

/// <summary>Puts the worked examples of an operation where its parameters, its body and its responses are described.</summary>
internal static class ExamplesShown
{
    public static Task ShowAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var examples = Examples.OfOperation(operation.OperationId).ToList();
        if (examples.Count == 0) return Task.CompletedTask;
        operation.Description = string.Join("\n\n", new[] { operation.Description, examples[0].Sentence }.Where(text => !string.IsNullOrEmpty(text)));
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) parameter.Example = Value(parameter, examples[0].Request, context.Description.RelativePath!) ?? parameter.Example;
        foreach (var (i, example) in examples.Index())
        {
            if (example.Request.Body is { } sent) Add(operation.RequestBody?.Content?["application/json"], i, example.Sentence, sent);
            if (example.Response.Body is { } came && operation.Responses!.TryGetValue(example.Response.Status.ToString(), out var response))
                Add(response.Content?.Values.First(), i, example.Sentence + (example.IsShortened ? " (Lists are cut.)" : ""), came);
        }
        return Task.CompletedTask;
    }

    private static void Add(OpenApiMediaType? media, int number, string sentence, JsonNode value)
    {
        if (media is null) return;
        media.Examples ??= new Dictionary<string, IOpenApiExample>();
        media.Examples[$"{number + 1}"] = new OpenApiExample { Summary = sentence, Value = value.DeepClone() };
    }

    private static JsonNode? Value(OpenApiParameter parameter, ExampleRequest request, string route) => parameter.In switch
    {
        ParameterLocation.Header => request.Headers.TryGetValue(parameter.Name!, out var header) ? header : null,
        ParameterLocation.Path => InPath(parameter.Name!, request.Path, route),
        _ => QueryHelpers.ParseQuery(request.Target[request.Path.Length..]).TryGetValue(parameter.Name!, out var asked)
            ? parameter.Schema?.Type == JsonSchemaType.Integer ? long.Parse(asked.ToString()) : asked.ToString() : null
    };

    private static string? InPath(string name, string path, string route)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path, values) ? values[name]?.ToString() : null;
    }
}
