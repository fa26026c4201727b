using AttributionLedger.Api.Reading;
using AttributionLedger.Views;

namespace AttributionLedger.Api.Health;

public sealed record HealthShape(string Status);

/// <param name="ViewsBehind">How many events the views have still to take in.</param>
public sealed record ReadinessShape(string Status, long ViewsBehind);

/// <summary>Tells whoever watches over the server how it is.</summary>
internal static class HealthReads
{
    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Health",
        new("ReadHealth", "/health", "Whether the server is alive", typeof(HealthShape), () => new HealthShape("alive")) { IsOfLedger = false },
        new("ReadReadiness", "/health/ready", "Whether it can answer, and how far its views are behind", typeof(ReadinessShape),
            async (Following following, CancellationToken ct) => Results.Ok(new ReadinessShape("ready", await following.LagAsync(ct)))));
}
