using System.Buffers;
using System.Diagnostics;
using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Feeds;

namespace AttributionLedger.Api.Feeds;

/// <summary>
/// Writes a feed until the client leaves, the server stops, or the client is too slow. Of what waits for a slow client nothing
/// is held but what the connection itself takes.
/// </summary>
internal sealed class FeedResult(Subscription subscription, FeedLimits limits) : IResult
{
    public const string MediaType = Streaming.Events;

    public async Task ExecuteAsync(HttpContext context)
    {
        using var seat = subscription;
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping, subscription.Ended);
        using var slow = new CancellationTokenSource();
        Streaming.Begin(context, MediaType);
        if (context.WantsHeadersOnly()) return;
        try
        {
            await WriteAsync(context.Response, [Frames.Opening(limits.Retry * (1 + Random.Shared.NextDouble()), subscription.Id)], slow);
            await FollowAsync(context.Response, slow, ends.Token);
        }
        catch (OperationCanceledException) when (slow.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client left, or comes again.
        }
    }

    private async Task FollowAsync(HttpResponse response, CancellationTokenSource slow, CancellationToken ct)
    {
        var written = Stopwatch.StartNew();
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var changed = subscription.Changed;
            var frames = await subscription.NextAsync(ct);
            if (frames.Count == 0 && written.Elapsed < limits.Heartbeat / 2)
            {
                await changed.WaitAsync(ct);
                continue;
            }
            await WriteAsync(response, frames.Count > 0 ? frames : [Frames.Heartbeat], slow);
            written.Restart();
        }
    }

    private async Task WriteAsync(HttpResponse response, IReadOnlyList<byte[]> frames, CancellationTokenSource slow)
    {
        foreach (var frame in frames) response.BodyWriter.Write(frame);
        slow.CancelAfter(limits.WriteLimit);
        await response.BodyWriter.FlushAsync(slow.Token);
        // Where it ran out at this very moment, the next write says so.
        slow.TryReset();
    }
}
