using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Boards;
using AttributionLedger.Moments;

namespace AttributionLedger.Api.Boards;

/// <summary>The board over HTTP.</summary>
internal static class BoardReads
{
    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Readings",
        new ReadOperation("ReadBoard", "/api/board", "The incidents with their status; for the desk the one logged into last first, in public, and as of another moment, the one opened last", typeof(BoardShape), BoardAsync,
            [Parameters.Limit(BoardReader.DefaultPage, BoardReader.PageLimit), Parameters.Cursor, .. Parameters.Moments]));

    private static async Task<IResult> BoardAsync(HttpRequest request, BoardAsOf reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (limit, cursor, reading) = (query.Limit(), query.Text("cursor"), query.Moments());
        return query.Done() is { Count: > 0 } refusals ? Problems.Malformed(refusals, isBody: false) : Read.Of(await reader.ReadAsync(limit, cursor, reading, ct));
    }
}
