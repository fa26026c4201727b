using System.Net.Mime;
using System.Security.Cryptography;
using System.Text.Json;
using AttributionLedger.Store;

namespace AttributionLedger.Api.Answers;

/// <summary>
/// Sends what is read as of a past moment, or that the client has it already. The same question has the same answer to the byte
/// for as long as nothing changed it, so that its tag is strong; one that nothing can change any more says so.
/// </summary>
/// <param name="isSettled">Nothing that is logged from now on can change it.</param>
internal sealed class AsOfResult(object shape, bool isSettled) : IResult
{
    // A day and not for ever: a later release of the ledger may show more.
    public const string Immutable = "max-age=86400, private, immutable";
    public const string MayChange = "private, no-cache";

    public Task ExecuteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var text = JsonSerializer.SerializeToUtf8Bytes(shape, shape.GetType(), ShapeJson.Options);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 16))}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = isSettled ? Immutable : MayChange;
        if (request.Headers.IfNoneMatch.Holds(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = MediaTypeNames.Application.Json + "; charset=utf-8";
        response.ContentLength = text.Length;
        return response.BodyWriter.WriteAsync(text, context.RequestAborted).AsTask();
    }
}
