using System.Security.Cryptography;
using System.Text;

namespace AttributionLedger.Api.ProblemPages;

/// <summary>A page that stands for itself: no script, nothing fetched, and its one style allowed by its digest.</summary>
internal sealed class ProblemPage(string html) : IResult
{
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ProblemHtml.Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }
}
