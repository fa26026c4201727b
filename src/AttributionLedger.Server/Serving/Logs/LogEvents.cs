namespace AttributionLedger.Serving.Logs;

/// <summary>Everything that the server says in its log. Nothing that a client or a source chose is ever a field.</summary>
internal static partial class LogEvents
{
    [LoggerMessage(EventName = "request", Level = LogLevel.Information, Message = "{Method} {Route} was answered with {Status} after {Seconds:0.###} s")]
    public static partial void Answered(this ILogger log, string method, string route, int status, double seconds);

    [LoggerMessage(EventName = "request-failed", Level = LogLevel.Warning, Message = "{Method} {Route} was answered with {Status} after {Seconds:0.###} s")]
    public static partial void Failed(this ILogger log, string method, string route, int status, double seconds);

    [LoggerMessage(EventName = "fault", Level = LogLevel.Error, Message = "A fault of the ledger")]
    public static partial void Fault(this ILogger log, Exception fault);

    [LoggerMessage(EventName = "postgres-away", Level = LogLevel.Warning, Message = "PostgreSQL does not answer")]
    public static partial void PostgresAway(this ILogger log, Exception fault);

    [LoggerMessage(EventName = "postgres-back", Level = LogLevel.Warning, Message = "PostgreSQL answers again, after {SecondsAway:0.#} s")]
    public static partial void PostgresBack(this ILogger log, double secondsAway);

    [LoggerMessage(EventName = "postgres-died", Level = LogLevel.Warning, Message = "The ledger's own PostgreSQL has died and is started again")]
    public static partial void PostgresDied(this ILogger log);

    [LoggerMessage(EventName = "postgres-not-started", Level = LogLevel.Error, Message = "The ledger's own PostgreSQL could not be started: {Code}")]
    public static partial void PostgresNotStarted(this ILogger log, string code);

    [LoggerMessage(EventName = "views-interrupted", Level = LogLevel.Warning, Message = "The views are not followed, and are taken up again in a second")]
    public static partial void ViewsInterrupted(this ILogger log, Exception fault);

    [LoggerMessage(EventName = "attention-interrupted", Level = LogLevel.Warning, Message = "Publications are not looked at, until the next look in some seconds")]
    public static partial void AttentionInterrupted(this ILogger log, Exception fault);

    [LoggerMessage(EventName = "views-behind", Level = LogLevel.Warning, Message = "The views are {Events} events and {Seconds:0.#} s behind")]
    public static partial void ViewsBehind(this ILogger log, long events, double seconds);

    [LoggerMessage(EventName = "listening", Level = LogLevel.Information, Message = "The server listens")]
    public static partial void Listening(this ILogger log);

    [LoggerMessage(EventName = "stopping", Level = LogLevel.Information, Message = "The server takes nothing more, and ends what is under way")]
    public static partial void Stopping(this ILogger log);
}
