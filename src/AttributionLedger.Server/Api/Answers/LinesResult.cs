using System.Buffers;
using System.Text;
using System.Text.Json;
using AttributionLedger.Api.Reading;
using AttributionLedger.Store;
using Microsoft.AspNetCore.Http.Features;

namespace AttributionLedger.Api.Answers;

/// <summary>Writes what is read one by one, each when the client has taken the one before: as JSON Lines, or as server-sent events for who accepts those.</summary>
/// <param name="lines">Read as they are written, and ended with the request.</param>
/// <param name="name">Of each event.</param>
/// <param name="seats">How many of its kind may be written at once.</param>
/// <param name="id">By which a client goes on after it; null where it must begin anew.</param>
internal sealed class LinesResult<TLine>(IAsyncEnumerable<TLine> lines, string name, Func<TLine, string?> id, Seats seats) : IResult
{
    public Task ExecuteAsync(HttpContext context) => seats.WriteAsync(context, ends => WriteAsync(context, ends));

    private async Task WriteAsync(HttpContext context, CancellationToken ends)
    {
        var isEvents = context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == Streaming.Events);
        Streaming.Begin(context, isEvents ? Streaming.Events : Streaming.JsonLines);
        if (context.WantsHeadersOnly()) return;
        try
        {
            await foreach (var line in lines.WithCancellation(ends))
            {
                Write(context.Response.BodyWriter, line, isEvents);
                await context.Response.BodyWriter.FlushAsync(ends);
            }
            if (isEvents) await context.Response.WriteAsync("event: end\ndata: {}\n\n", ends);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client left, or the server stops and the client goes on elsewhere.
        }
    }

    private void Write(IBufferWriter<byte> to, TLine line, bool isEvent)
    {
        if (isEvent) to.Write(Encoding.ASCII.GetBytes($"event: {name}\n{(id(line) is { } place ? $"id: {place}\n" : "")}data: "));
        using (var json = new Utf8JsonWriter(to)) JsonSerializer.Serialize(json, line, ShapeJson.Options);
        to.Write(isEvent ? "\n\n"u8 : "\n"u8);
    }
}

/// <summary>Answers that come as they happen, and are to be held back nowhere.</summary>
internal static class Streaming
{
    public const string JsonLines = "application/jsonl", Events = "text/event-stream";

    public static void Begin(HttpContext context, string media)
    {
        context.Response.ContentType = media;
        context.Response.Headers.CacheControl = "no-store";
        // Proxies of the kind of nginx hold back what is small unless they are told not to.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
    }
}
