using AttributionLedger.Api.Answers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AttributionLedger.Api.Describing;

/// <summary>Describes the problems with which an operation can answer.</summary>
internal static class Refusals
{
    private static readonly Dictionary<int, string> Meanings = new()
    {
        [400] = "It is not written as such a request is: the body, a field, a parameter or a header.",
        [403] = "It is for the desk, and whoever asks does not belong to it.",
        [404] = "What the address names is not there.",
        [405] = "The address does not take this method.",
        [408] = "It came too slowly to be read.",
        [409] = "It may be right in itself, but the record is in a state that does not allow it.",
        [412] = "What it changes has changed since it was read.",
        [413] = "The body is larger than an entry can be.",
        [415] = "The body is not JSON in UTF-8.",
        [422] = "It can be read, and is not taken for what it says.",
        [428] = "It changes what is on record, and does not say which state of it was read.",
        [429] = "Too many requests come from one address.",
        [500] = "The ledger is at fault, not the request.",
        [503] = "It cannot be answered now; it may be in a moment.",
        [504] = "It took longer than a request may. What was to be written may be on record or not."
    };

    /// <summary>What a status means here.</summary>
    public static string Meaning(int status) => Meanings[status];

    public static async Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, IEnumerable<int> statuses, CancellationToken ct)
    {
        var content = new Dictionary<string, OpenApiMediaType> { [Problems.Media] = new() { Schema = await Schemas.OfAsync<ProblemShape>(context, ct) } };
        foreach (var status in statuses.Order()) operation.Responses![status.ToString()] = new OpenApiResponse
        {
            Description = Meanings[status], Content = Copied(),
            Headers = status is 429 or 503 or 504 ? new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = Writes.Text("In how many seconds to come again.") } : null
        };
        operation.Responses!["default"] = new OpenApiResponse { Description = "Any other problem, such as a fault of the ledger.", Content = Copied() };

        // Each has examples of its own.
        Dictionary<string, OpenApiMediaType> Copied() => content.ToDictionary(media => media.Key, media => new OpenApiMediaType { Schema = media.Value.Schema });
    }
}
