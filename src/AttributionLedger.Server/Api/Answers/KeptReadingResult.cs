using System.Net.Mime;
using AttributionLedger.Attribution;

namespace AttributionLedger.Api.Answers;

/// <summary>Sends a reading as it was written out, or that the client has it already.</summary>
internal sealed class KeptReadingResult(KeptReading reading, DateTimeOffset now) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        // Weak, for the moment of which it is differs in each answer.
        var tag = $"W/\"{reading.Tag}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = AsOfResult.MayChange;
        if (request.Headers.IfNoneMatch.Holds(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = MediaTypeNames.Application.Json + "; charset=utf-8";
        reading.WriteTo(response.BodyWriter, now);
        return response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }
}
