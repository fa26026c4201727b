using System.Diagnostics;
using AttributionLedger.Serving.Logs;

namespace AttributionLedger.Serving;

/// <summary>Tells log and trace of every request by the template of its address: what stands in the address itself may name an incident or a source.</summary>
internal sealed class Requests(ILogger<Requests> log)
{
    private const string NoRoute = "none", OtherMethod = "_OTHER";

    private static readonly HashSet<string> Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    public async Task TellAsync(HttpContext context, RequestDelegate next)
    {
        var began = Stopwatch.GetTimestamp();
        // The exporter may be done with the span before the request is.
        var span = Activity.Current;
        try
        {
            await next(context);
        }
        finally
        {
            Tell(context, span, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
    }

    private void Tell(HttpContext context, Activity? span, double seconds)
    {
        var method = Methods.Contains(context.Request.Method) ? context.Request.Method : OtherMethod;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute;
        var status = context.Response.StatusCode;
        if (status >= StatusCodes.Status500InternalServerError) log.Failed(method, route, status, seconds);
        else log.Answered(method, route, status, seconds);

        if (span is not { IsAllDataRequested: true }) return;
        span.DisplayName = $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", status).SetTag("url.scheme", context.Request.Scheme);
        if (status >= StatusCodes.Status500InternalServerError) span.SetTag("error.type", status.ToString()).SetStatus(ActivityStatusCode.Error);
    }
}
