using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Describing;

namespace AttributionLedger.Serving;

/// <summary>
/// Keeps answers out of every cache unless they say otherwise: a browser's would show the desk's reading to whoever sits there
/// next, and a proxy's a statement whose consent was withdrawn.
/// </summary>
internal static class Caching
{
    public const string Nowhere = "private, no-store";

    /// <summary>What tells of the program and not of the record.</summary>
    private static readonly PathString[] OfTheProgram = ["/openapi", Reference.Path, Problems.Path, LedgerServer.SheetSchemaPath];

    public static Task KeepOutAsync(HttpContext context, RequestDelegate next)
    {
        // At the last moment, when whoever answers, with a problem too, has said what they will.
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.CacheControl.Count == 0 && !MayBeKept(context)) context.Response.Headers.CacheControl = Nowhere;
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool MayBeKept(HttpContext context) =>
        context.Response.StatusCode < StatusCodes.Status400BadRequest && OfTheProgram.Any(path => context.Request.Path.StartsWithSegments(path));
}
