using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Boards;

namespace AttributionLedger.Api.Boards;

/// <summary>The board over HTTP.</summary>
internal static class BoardReads
{
    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Readings",
        new ReadOperation("ReadBoard", "/api/board", "The incidents with their status; for the desk the one logged into last first, in public the one opened last", typeof(BoardShape), BoardAsync,
            Parameters.Limit(BoardReader.DefaultPage, BoardReader.PageLimit), Parameters.Cursor, Parameters.Reading));

    private static async Task<IResult> BoardAsync(HttpRequest request, BoardReader reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (limit, cursor, audience) = (query.Limit(), query.Text("cursor"), query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        return await reader.ReadAsync(limit, cursor, audience, ct) is { } board ? Results.Ok(board)
            : Problems.Of(StatusCodes.Status400BadRequest, "cursor-malformed", "The cursor is none that a page of the board gave as its next.", "cursor");
    }
}
