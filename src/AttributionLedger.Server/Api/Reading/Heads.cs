namespace AttributionLedger.Api.Reading;

/// <summary>
/// Answers HEAD wherever GET is answered: as that would be, but for the body, which the server itself leaves out. One rule for
/// all addresses, so that no read has to know of it.
/// </summary>
internal static class Heads
{
    private static readonly object Key = new();

    /// <summary>Must stand before the routing, which chooses by the method.</summary>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }
        context.Items[Key] = true;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            // The log tells what was asked.
            context.Request.Method = HttpMethods.Head;
        }
    }

    /// <summary>Whether nothing but the headers is wanted: what would write for ever ends after them.</summary>
    public static bool WantsHeadersOnly(this HttpContext context) => context.Items.ContainsKey(Key);
}
