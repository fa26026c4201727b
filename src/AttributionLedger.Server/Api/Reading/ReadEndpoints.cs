namespace AttributionLedger.Api.Reading;

internal static class ReadEndpoints
{
    /// <summary>Maps the reads of a feature, each in one line of its table.</summary>
    public static void MapReads(this IEndpointRouteBuilder app, string tag, params IReadOnlyList<ReadOperation> operations)
    {
        foreach (var operation in operations)
        {
            var endpoint = app.MapGet(operation.Route, operation.Handler).WithName(operation.Name).WithTags(tag).WithSummary(operation.Summary)
                .Produces(StatusCodes.Status200OK, operation.Answer, operation.Media, operation.OtherMedia is { } other ? [other] : []).WithMetadata(operation);
            if (operation.IsFeed || operation.IsLong) endpoint.DisableRequestTimeout();
        }
    }
}
