using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Spreadsheets.Writing;
using AttributionLedger.Tables;

namespace AttributionLedger.Api.Tables;

/// <summary>
/// Writes a table piece by piece, each when the client has taken the one before. What ends early breaks off, so that nobody
/// takes a part for the whole.
/// </summary>
/// <param name="table">Read as it is written, and ended with the request.</param>
/// <param name="seats">How many of its kind may be written at once.</param>
internal sealed class TableResult(Table table, Seats seats) : IResult
{
    public const string Media = "text/csv";

    public Task ExecuteAsync(HttpContext context) => seats.WriteAsync(context, ends => WriteAsync(context, ends));

    private async Task WriteAsync(HttpContext context, CancellationToken ends)
    {
        if (context.WantsHeadersOnly())
        {
            Begin(context.Response);
            return;
        }
        try
        {
            // What goes wrong before the first piece can still be said as a problem.
            await using var pieces = table.TextAsync(ends).GetAsyncEnumerator(ends);
            for (var more = await pieces.MoveNextAsync(); more; more = await pieces.MoveNextAsync())
            {
                if (!context.Response.HasStarted) Begin(context.Response);
                await context.Response.BodyWriter.WriteAsync(pieces.Current, ends);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private void Begin(HttpResponse response)
    {
        response.ContentType = CsvText.MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{table.Name}\"";
    }
}
