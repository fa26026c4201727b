using AttributionLedger.Api.Requests;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AttributionLedger.Serving;

/// <summary>What one client may ask of the server, and why not more.</summary>
internal static class Limits
{
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // One entry is a line of a sheet; what is larger is no entry. What is a little too large is heard to its end, so that
        // its sender hears why it is refused, and not that the connection broke.
        kestrel.Limits.MaxRequestBodySize = 8 * Body.Limit;
    }
}
