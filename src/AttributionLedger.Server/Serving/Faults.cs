using System.Diagnostics;
using AttributionLedger.Api.Answers;
using AttributionLedger.Desk;
using AttributionLedger.Serving.Logs;
using AttributionLedger.Store;
using Microsoft.AspNetCore.Diagnostics;

namespace AttributionLedger.Serving;

/// <summary>Turns what goes wrong on the way into a problem that a person and a program can read, and tells nothing of what was sent.</summary>
internal sealed class Faults(ILogger<Faults> log)
{
    /// <summary>As proxies say that the client was gone before it was answered; nobody is there to see it but the log.</summary>
    private const int ClientLeft = 499;

    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (context.RequestAborted.IsCancellationRequested)
        {
            if (!context.Response.HasStarted) context.Response.StatusCode = ClientLeft;
            if (fault is not (OperationCanceledException or IOException or BadHttpRequestException) && !Patience.IsAway(fault)) log.Fault(fault);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await Answer(fault).ExecuteAsync(context);
        }
    }

    /// <summary>Gives a body to what the framework answers with a bare status: no such address, not that method.</summary>
    public static Task AnswerStatusAsync(StatusCodeContext status) => (status.HttpContext.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Problems.Of(StatusCodes.Status404NotFound, "address-unknown", "There is nothing at this address. /reference lists what there is."),
        StatusCodes.Status405MethodNotAllowed => MethodNotTaken(status.HttpContext.Response.Headers),
        ClientLeft => Results.Empty,
        var other => Problems.Of(other, "request-refused", "The request cannot be answered.")
    }).ExecuteAsync(status.HttpContext);

    private static IResult MethodNotTaken(IHeaderDictionary headers)
    {
        // The routing does not know that HEAD is answered wherever GET is.
        if (headers.Allow.ToString() is var allowed && allowed.Split(", ").Contains(HttpMethods.Get)) headers.Allow = $"{allowed}, {HttpMethods.Head}";
        return Problems.Of(StatusCodes.Status405MethodNotAllowed, "method-not-taken", "This address does not take this method; the Allow header lists those that it takes.");
    }

    private IResult Answer(Exception fault)
    {
        switch (fault)
        {
            case LaneFullException: return Problems.Busy();
            case TimeoutException: return Problems.Retry(StatusCodes.Status503ServiceUnavailable, "views-behind", "The views are far behind what was logged, and are catching up. Ask again in a moment.");
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }: return Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is larger than is taken.");
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }: return Problems.Of(StatusCodes.Status408RequestTimeout, "body-too-slow", "The body came too slowly. Send it again.");
            case BadHttpRequestException bad: return Problems.Of(bad.StatusCode, "request-malformed", "The request cannot be read.");
            // The watch tells the log, once and not for every request.
            case var away when Patience.IsAway(away): return Problems.Away();
            default:
                log.Fault(fault);
                return Problems.Of(StatusCodes.Status500InternalServerError, "fault", "This is a fault of the ledger.");
        }
    }
}
