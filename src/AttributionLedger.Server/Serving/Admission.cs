using System.Net;
using AttributionLedger.Api.Answers;
using AttributionLedger.Readings;
using AttributionLedger.Store;

namespace AttributionLedger.Serving;

/// <summary>
/// Who may do what while there are no accounts. Whoever sits at the machine can use the command line anyway, so on the
/// loopback address everything is open; to a network only what anybody may read is served, unless its owner says otherwise.
/// </summary>
internal static class Admission
{
    /// <summary>Whether the desk's own readings and writes are served at an address.</summary>
    public static bool IsForDesk(string url, bool trustsNetwork) => trustsNetwork || IsLoopback(url);

    /// <summary>The names by which the server answers; another one is a page somewhere that had a name point here.</summary>
    public static IReadOnlyList<string> Hosts(string url) => IsLoopback(url) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];

    /// <summary>Turns away what is for the desk only.</summary>
    public static Task KeepToPublishableAsync(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Query["reading"] != Spelling.Spelt(Audience.Internal) ? next(context)
        : Problems.Of(StatusCodes.Status403Forbidden, "desk-only", "This server is open to a network, and serves only what anybody may read. Start it with --trust-network where everybody who can reach it belongs to the desk.").ExecuteAsync(context);

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)));
}
