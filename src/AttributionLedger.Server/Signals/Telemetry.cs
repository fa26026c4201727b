using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AttributionLedger.Signals;

/// <summary>Sends metrics and traces where OpenTelemetry's own environment variables say; without one nothing is made or measured.</summary>
internal static class Telemetry
{
    private const string Service = "attribution-ledger";

    /// <summary>Meters of the ledger, of PostgreSQL's client, of the web server and of the runtime. None of them tells addresses that were asked for, only their templates.</summary>
    private static readonly string[] Meters = [Measures.Name, "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    /// <summary>Whether somebody asked for telemetry.</summary>
    public static bool IsOn =>
        !string.Equals(Environment.GetEnvironmentVariable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)
        && new[] { "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT" }.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });

    public static void AddTelemetry(this IServiceCollection services)
    {
        if (!IsOn) return;
        // Before the exporter listens, so that it meets spans that were looked through.
        services.AddSingleton(new Discretion());
        services.AddOpenTelemetry()
            // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES are read after this, and win.
            .ConfigureResource(resource => resource.AddService(Service).AddEnvironmentVariableDetector())
            // One exporter for all would send the log too, with every word that the web server says at any level.
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(Discretion.Sources).AddOtlpExporter());
    }
}
