using System.Text.Json.Nodes;
using AttributionLedger.Api.Feeds;
using AttributionLedger.Api.Reading;
using AttributionLedger.Api.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AttributionLedger.Api.Describing;

/// <summary>Describes a read: its parameters, with what each takes and means when it is left out, and what can come back.</summary>
internal static class Reads
{
    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (Operations.Metadata<ReadOperation>(context.Description) is not { } read) return;
        operation.Parameters = [.. Addresses.Parameters(context), .. read.Query.Select(Parameter)];
        operation.Responses!["200"] = new OpenApiResponse { Description = read.Summary + ".", Content = operation.Responses["200"].Content };
        if (read.GivesTag) Give(operation, "ETag", "The state that it is in, for the desk: with reading=internal. A change repeats it in If-Match.");
        if (read.TellsUnchanged) TellUnchanged(operation);
        if (read.IsFeed) operation.Parameters.Add(Header(FeedReads.LastEvent, "The id of the last event that you got: the feed goes on after it. It goes before the parameter after."));
        await Refusals.AddAsync(operation, context, Statuses(read), ct);
    }

    private static IEnumerable<int> Statuses(ReadOperation read)
    {
        List<int> statuses = [];
        if (read.Query.Count > 0) statuses.Add(400);
        if (read.IsOfLedger) statuses.AddRange([429, 503, 504]);
        if (read.IsInternal || read.Query.Contains(Parameters.Reading)) statuses.Add(403);
        if (read.Route.Contains('{')) statuses.Add(404);
        return statuses;
    }

    private static void TellUnchanged(OpenApiOperation operation)
    {
        operation.Parameters!.Add(Header("If-None-Match", "The ETag of what you have: if it still reads so, nothing is sent."));
        Give(operation, "ETag", "By what it is known that it still reads so: weak for now, strong for a moment that was asked for. It is nothing to repeat in If-Match.");
        ((OpenApiResponse)operation.Responses!["200"]).Headers!["Cache-Control"] = Writes.Text("Immutable, where nothing that is logged from now on can change the answer: the desk's reading of a moment that is past by the recorded clock.");
        operation.Responses!["304"] = new OpenApiResponse { Description = "It still reads as what you have; no body is sent.", Headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = Writes.Text("The same.") } };
    }

    private static void Give(OpenApiOperation operation, string header, string description) =>
        ((OpenApiResponse)operation.Responses!["200"]).Headers = new Dictionary<string, IOpenApiHeader> { [header] = Writes.Text(description) };

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }
    };

    private static OpenApiParameter Parameter(QueryParameter parameter) => new()
    {
        Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Summary,
        Example = parameter is QueryParameter.Text { Example: { } example } ? example : null,
        Schema = parameter switch
        {
            QueryParameter.Number number => new() { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = number.Most?.ToString(), Default = number.Usual },
            QueryParameter.Word word => new() { Type = JsonSchemaType.String, Enum = [.. word.Words.Select(one => (JsonNode)one)], Default = word.Usual },
            _ => new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1 }
        }
    };
}
