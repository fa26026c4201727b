using AttributionLedger.Api.Answers;

namespace AttributionLedger.Api.Writing;

internal static class WriteEndpoints
{
    /// <summary>Maps the writes of a feature, each in one line of its table.</summary>
    public static void MapWrites(this IEndpointRouteBuilder app, string tag, params IReadOnlyList<WriteOperation> operations)
    {
        foreach (var operation in operations)
        {
            var answer = operation.LogsStatement ? typeof(LoggedShape) : typeof(WrittenShape);
            app.MapPost(operation.Route, (HttpContext context, WriteDoor door, CancellationToken ct) => door.HandleAsync(operation, context, ct))
                .WithName(operation.Name).WithTags(tag).WithSummary(operation.Summary)
                .Produces(StatusCodes.Status201Created, answer, "application/json").Produces(StatusCodes.Status200OK, answer, "application/json").WithMetadata(operation);
        }
    }
}
