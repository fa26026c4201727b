using AttributionLedger.Api.Requests;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AttributionLedger.Serving;

/// <summary>What one client may ask of the server, and why not more.</summary>
internal static class Limits
{
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // One entry is a line of a sheet; what is larger is no entry.
        kestrel.Limits.MaxRequestBodySize = Body.Limit;
    }
}
