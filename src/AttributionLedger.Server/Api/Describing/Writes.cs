using AttributionLedger.Api.Requests;
using AttributionLedger.Api.Writing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AttributionLedger.Api.Describing;

/// <summary>Describes a write: its headers, its body, and what can come back.</summary>
internal static class Writes
{
    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (Operations.Metadata<WriteOperation>(context.Description) is not { } write) return;
        operation.Parameters = [.. Addresses.Parameters(context), .. Headers(write)];
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true, Description = Body(write),
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference(write.Name, context.Document) } }
        };
        operation.Responses!["201"] = Created(operation.Responses["201"]);
        operation.Responses["200"] = new OpenApiResponse { Description = "The same was on record before, and nothing is new.", Content = operation.Responses["200"].Content };
        await Refusals.AddAsync(operation, context, Statuses(write), ct);
    }

    private static OpenApiResponse Created(IOpenApiResponse response) => new()
    {
        Description = "It is on record.", Content = response.Content,
        Headers = new Dictionary<string, IOpenApiHeader> { ["Location"] = Text("Where what was logged can be read.") }
    };

    private static IEnumerable<int> Statuses(WriteOperation write)
    {
        List<int> statuses = [400, 403, 409, 413, 415, 422, 429, 503, 504];
        if (write.Route.Contains('{')) statuses.Add(404);
        if (write.Changes != Changing.Nothing) statuses.AddRange([412, 428]);
        return statuses;
    }

    private static IEnumerable<OpenApiParameter> Headers(WriteOperation write)
    {
        yield return Header(Requests.Headers.IdempotencyKey, write.NeedsKey, write.NeedsKey
            ? "A text of your choice, such as a UUID: the ledger mints the id, and only the key tells a repetition from a second source."
            : "A text of your choice, such as a UUID. A request that comes again with it gets the same answer for a day, and nothing is done twice.");
        if (write.Changes != Changing.Nothing)
            yield return Header("If-Match", true, $"The ETag of the {(write.Changes == Changing.Entry ? "entry" : write.Changes.ToString().ToLowerInvariant())} when you read it, so that nothing is changed that you have not seen; * means whatever is there.");
        foreach (var user in User()) yield return user;
    }

    internal static IEnumerable<OpenApiParameter> User() => [Header(Requests.Headers.User, false, "Who logs; letters beyond ASCII are percent-encoded UTF-8. Left out, it is api.")];

    private static string Body(WriteOperation write) => $"The fields of the entry {write.Entry} of a ledger sheet, but for those that the address says."
        + (write.AnswersRequest ? " Who was asked speaks unless by says another, and every stance answers the request." : "");

    private static OpenApiParameter Header(string name, bool isRequired, string description) => new()
    {
        Name = name, In = ParameterLocation.Header, Required = isRequired, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }
    };

    internal static OpenApiHeader Text(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
