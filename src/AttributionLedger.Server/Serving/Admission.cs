using AttributionLedger.Api.Answers;
using AttributionLedger.Readings;
using AttributionLedger.Store;

namespace AttributionLedger.Serving;

/// <summary>
/// Who may do what while there are no accounts. Whoever sits at the machine can use the command line anyway, so on the
/// loopback address everything is open; to a network, and to whoever comes through a proxy, only what anybody may read is
/// served, unless the owner says otherwise.
/// </summary>
internal sealed class Admission(ServerSettings settings)
{
    /// <summary>The names of this machine to itself, which no page elsewhere can have.</summary>
    private static readonly string[] Own = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>What proxies add. A page in a browser here cannot be made to leave them out, and anybody may stand before a proxy.</summary>
    private static readonly string[] Proxied = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"];

    private bool IsForDesk { get; } = !settings.PublishableOnly && (settings.TrustsNetwork || settings.IsOfThisMachine);

    /// <summary>
    /// The names by which the server answers; another one is a page somewhere that had a name point here, and could act for
    /// the desk. What anybody may read is anybody's under any name.
    /// </summary>
    public IReadOnlyList<string> Hosts => IsForDesk || settings.Hosts.Count > 0 ? [.. Own, .. settings.Hosts] : ["*"];

    /// <summary>Whether a request may have what is for the desk only.</summary>
    public bool IsOfDesk(HttpRequest request) => IsForDesk && (settings.TrustsNetwork || !IsProxied(request));

    /// <summary>Turns away what is for the desk only from whoever is not of it.</summary>
    public Task AdmitAsync(HttpContext context, RequestDelegate next) =>
        IsOfDesk(context.Request) || IsPublishable(context.Request) ? next(context)
        : Problems.Of(StatusCodes.Status403Forbidden, "desk-only", IsForDesk
            ? "This came through a proxy, and only what anybody may read is served that way. Start the server with --trust-network where everybody whom the proxy lets through belongs to the desk."
            : "This server serves only what anybody may read. Start it with --trust-network where everybody who can reach it belongs to the desk.").ExecuteAsync(context);

    private static bool IsProxied(HttpRequest request) => Proxied.Any(request.Headers.ContainsKey);

    private static bool IsPublishable(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Query["reading"].Contains(Spelling.Spelt(Audience.Internal), StringComparer.OrdinalIgnoreCase);
}
