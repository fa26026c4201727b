using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace AttributionLedger.Api.Describing;

/// <summary>The API told to people: a page to browse and to try it, which fetches nothing from anywhere else.</summary>
internal static class Reference
{
    public const string Path = "/reference";

    public static void MapReference(this IEndpointRouteBuilder app) => app.MapScalarApiReference(Path, (options, context) =>
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        options.Title = "Attribution ledger: the HTTP API";
        options.OpenApiRoutePattern = DescribedApi.Path;
        options.Nonce = nonce;
        // Its fonts, its tools, its assistant and its counting of readers live on its maker's hosts.
        options.DefaultFonts = false;
        options.Telemetry = false;
        options.HideClientButton = true;
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.Agent = new() { Disabled = true };
        options.Mcp = new() { Disabled = true };
        context.Response.Headers.ContentSecurityPolicy = Policy(nonce);
    });

    /// <summary>Only what this server sends may run, and the page speaks with this server only. Its styles are made as it runs.</summary>
    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}
