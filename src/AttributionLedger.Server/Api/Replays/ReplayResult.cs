using System.Buffers;
using System.Text;
using System.Text.Json;
using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Feeds;
using AttributionLedger.Api.Reading;
using AttributionLedger.Replays;
using AttributionLedger.Store;

namespace AttributionLedger.Api.Replays;

/// <summary>Writes the frames of a replay as they are read, each when the client has taken the one before.</summary>
internal sealed class ReplayResult(IAsyncEnumerable<ReplayFrameShape> frames, Pace pace) : IResult
{
    public const string JsonLines = "application/jsonl";

    /// <summary>Replays at once: each reads as fast as the processor lets it.</summary>
    private const int Limit = 8;

    private static readonly SemaphoreSlim Seats = new(Limit);

    public async Task ExecuteAsync(HttpContext context)
    {
        if (!await Seats.WaitAsync(0))
        {
            await Problems.Retry(StatusCodes.Status503ServiceUnavailable, "too-many-replays", $"{Limit} replays are running, and each reads as fast as it can. Come again in a moment.").ExecuteAsync(context);
            return;
        }
        try
        {
            await WriteAsync(context);
        }
        finally
        {
            Seats.Release();
        }
    }

    private async Task WriteAsync(HttpContext context)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var isEvents = context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == FeedResult.MediaType);
        FeedResult.Begin(context, isEvents ? FeedResult.MediaType : JsonLines);
        if (context.WantsHeadersOnly()) return;
        try
        {
            await foreach (var frame in pace.HoldAsync(frames, context.RequestServices.GetRequiredService<TimeProvider>(), ends.Token))
            {
                Write(context.Response.BodyWriter, frame, isEvents);
                await context.Response.BodyWriter.FlushAsync(ends.Token);
            }
            if (isEvents) await context.Response.WriteAsync("event: end\ndata: {}\n\n", ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client left, or the server stops and the client goes on elsewhere.
        }
    }

    private static void Write(IBufferWriter<byte> to, ReplayFrameShape frame, bool isEvent)
    {
        if (isEvent) to.Write(Encoding.ASCII.GetBytes($"event: frame\nid: {frame.Id}\ndata: "));
        using (var json = new Utf8JsonWriter(to)) JsonSerializer.Serialize(json, frame, ShapeJson.Options);
        to.Write(isEvent ? "\n\n"u8 : "\n"u8);
    }
}
