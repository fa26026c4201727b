using AttributionLedger.Api.Answers;
using AttributionLedger.Desk;
using AttributionLedger.Store;
using Microsoft.AspNetCore.Diagnostics;

namespace AttributionLedger.Serving;

/// <summary>Turns what goes wrong on the way into a problem that a person and a program can read, and tells nothing of what was sent.</summary>
internal static class Faults
{
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            await Answer(context, fault).ExecuteAsync(context);
        }
    }

    /// <summary>Gives a body to what the framework answers with a bare status: no such address, not that method.</summary>
    public static Task AnswerStatusAsync(StatusCodeContext status) => (status.HttpContext.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Problems.Of(StatusCodes.Status404NotFound, "address-unknown", "There is nothing at this address. /reference lists what there is."),
        StatusCodes.Status405MethodNotAllowed => Problems.Of(StatusCodes.Status405MethodNotAllowed, "method-not-taken", "This address does not take this method; the Allow header lists those that it takes."),
        var other => Problems.Of(other, "request-refused", "The request cannot be answered.")
    }).ExecuteAsync(status.HttpContext);

    private static IResult Answer(HttpContext context, Exception fault)
    {
        switch (fault)
        {
            case LaneFullException: return Problems.Busy();
            case TimeoutException: return Problems.Retry(StatusCodes.Status503ServiceUnavailable, "views-behind", "The views are far behind what was logged, and are catching up. Ask again in a moment.");
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }: return Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is larger than is taken.");
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }: return Problems.Of(StatusCodes.Status408RequestTimeout, "body-too-slow", "The body came too slowly. Send it again.");
            case BadHttpRequestException bad: return Problems.Of(bad.StatusCode, "request-malformed", "The request cannot be read.");
            case var away when Patience.IsAway(away):
                Console.Error.WriteLine($"ledger: {context.Request.Method}: PostgreSQL does not answer. [postgres-unreachable]");
                return Problems.Away();
            default:
                // The message of an unforeseen fault may hold words of a statement; its kind does not.
                Console.Error.WriteLine($"ledger: {context.Request.Method}: a fault of the ledger: {fault.GetType().Name}. [fault]");
                return Problems.Of(StatusCodes.Status500InternalServerError, "fault", "This is a fault of the ledger.");
        }
    }
}
