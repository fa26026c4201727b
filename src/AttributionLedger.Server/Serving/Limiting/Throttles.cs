using System.Net;
using System.Threading.RateLimiting;
using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Api.Requests;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;

namespace AttributionLedger.Serving.Limiting;

/// <summary>How many requests are taken, from one address and at once, and how long one may take. Who is turned away is told when to come again.</summary>
internal static class Throttles
{
    /// <summary>How often a part of an address's allowance comes back: small steps, so that nobody waits for a whole second.</summary>
    private static readonly TimeSpan Refill = TimeSpan.FromMilliseconds(100);

    public static void AddThrottles(this IServiceCollection services, Limits limits)
    {
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = limits.Request, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout, WriteTimeoutResponse = context => Problems.TimedOut().ExecuteAsync(context)
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(PerAddress(limits), AtOnce(limits));
            limiter.OnRejected = async (rejected, _) =>
                await (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var _) ? Problems.TooMany() : Problems.Busy()).ExecuteAsync(rejected.HttpContext);
        });
    }

    /// <summary>What is asked by machines, once in some seconds, and must be answered most of all when there is too much to do.</summary>
    public static TBuilder NeverThrottled<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.DisableRateLimiting();

    private static PartitionedRateLimiter<HttpContext> PerAddress(Limits limits) => PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
    {
        var address = context.Sender();
        if (limits.Rate is not { } rate || (IPAddress.IsLoopback(address) && !limits.CountsLoopback)) return RateLimitPartition.GetNoLimiter(IPAddress.None);
        return RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = rate * 2, TokensPerPeriod = Math.Max(1, rate / 10), ReplenishmentPeriod = rate < 10 ? TimeSpan.FromSeconds(1.0 / rate) : Refill, AutoReplenishment = false
        });
    });

    // A feed goes on for as long as somebody listens, and is limited where feeds are.
    private static PartitionedRateLimiter<HttpContext> AtOnce(Limits limits) => PartitionedRateLimiter.Create<HttpContext, bool>(context =>
        context.GetEndpoint()?.Metadata.GetMetadata<ReadOperation>() is { IsFeed: true } ? RateLimitPartition.GetNoLimiter(true)
        : RateLimitPartition.GetConcurrencyLimiter(false, _ => new ConcurrencyLimiterOptions { PermitLimit = limits.AtOnce, QueueLimit = limits.Queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
}
