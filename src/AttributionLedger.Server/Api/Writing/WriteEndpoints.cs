using AttributionLedger.Api.Answers;

namespace AttributionLedger.Api.Writing;

internal static class WriteEndpoints
{
    /// <summary>Maps the writes of a feature, each in one line of its table.</summary>
    public static void MapWrites(this IEndpointRouteBuilder app, string tag, params IReadOnlyList<WriteOperation> operations)
    {
        foreach (var operation in operations)
            app.MapPost(operation.Route, (HttpContext context, WriteDoor door, CancellationToken ct) => door.HandleAsync(operation, context, ct))
                .WithName(operation.Name).WithTags(tag).WithSummary(operation.Summary)
                .Produces<WrittenShape>(StatusCodes.Status201Created).Produces<WrittenShape>().WithMetadata(operation);
    }
}
