using System.Text.Json.Serialization;
using AttributionLedger.Serving.Limiting;
using AttributionLedger.Serving.Logs;
using AttributionLedger.Store;
using Npgsql;

namespace AttributionLedger.Serving.Checks;

/// <param name="Code">Stable.</param>
internal sealed record ReasonShape(string Code, string Detail);

/// <param name="Status"><c>ready</c>, <c>degraded</c> where it serves but not as it should, or <c>not-ready</c>.</param>
/// <param name="ViewsBehind">Events, for the desk; null where PostgreSQL did not say.</param>
/// <param name="ViewsBehindSeconds">Since the first of them was appended.</param>
internal sealed record ReadyShape(
    string Status, IReadOnlyList<ReasonShape> Reasons,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? ViewsBehind, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? ViewsBehindSeconds)
{
    /// <summary>Without the numbers, which tell how much is logged, and when, to whoever asks often.</summary>
    public ReadyShape ForAnybody() => this with { ViewsBehind = null, ViewsBehindSeconds = null };
}

/// <summary>Answers those machines that ask whether this one lives, and whether to send it requests.</summary>
internal static class Health
{
    public const string Ready = "ready", Degraded = "degraded", NotReady = "not-ready";

    /// <summary>How old what was seen may be: the watch looks once in a second, for a second at the longest.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <param name="isOfDesk">Whether a request may be told what is for the desk.</param>
    public static void Map(IEndpointRouteBuilder app, Func<HttpRequest, bool> isOfDesk)
    {
        foreach (var path in new[] { "/health", "/health/live" })
            app.MapGet(path, () => new { status = "alive" }).NeverThrottled().ExcludeFromDescription();
        app.MapGet("/health/ready", (HttpRequest request, PostgresWatch watch, Limits limits, TimeProvider clock, IHostApplicationLifetime lifetime) =>
        {
            var shape = Of(watch.Last, limits, clock.GetUtcNow(), lifetime.ApplicationStopping.IsCancellationRequested);
            return Results.Json(isOfDesk(request) ? shape : shape.ForAnybody(), statusCode: shape.Status == NotReady ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }).NeverThrottled().ExcludeFromDescription();
    }

    /// <summary>What was seen, judged.</summary>
    internal static ReadyShape Of(Sight? seen, Limits limits, DateTimeOffset now, bool isStopping)
    {
        if (isStopping) return Not("stopping", "The server ends what is under way, and takes nothing more.");
        if (seen is null) return Not("not-looked", "The server has just begun, and has not heard from PostgreSQL yet.");
        if (seen.Fault is { } fault)
            return FaultChains.Chain(fault).OfType<PostgresException>().FirstOrDefault() switch
            {
                { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName } => Not("schema-missing", "PostgreSQL answers, but the ledger's schema is not there."),
                { SqlState: var state } when !Patience.IsAway(fault) => Not("postgres-refused", $"PostgreSQL refuses ({state})."),
                _ => Not("postgres-unreachable", $"PostgreSQL did not answer within {limits.Look.TotalSeconds:0.#} s.")
            };
        if (now - seen.At > Fresh) return Not("not-looked", $"PostgreSQL was not heard from for {(now - seen.At).TotalSeconds:0} s.");
        var lag = seen.Lag!.Value;
        var isBehind = limits.IsBehind(lag);
        return new(isBehind ? Degraded : Ready, isBehind ? [new("views-behind", "The board and the lists show an older state than the ledger has. Writes and the state of an incident are not touched by it.")] : [],
            lag.Events, Math.Round(lag.Time.TotalSeconds, 3));
    }

    private static ReadyShape Not(string code, string detail) => new(NotReady, [new(code, detail)], null, null);
}
