using System.Buffers;
using System.IO.Pipelines;
using AttributionLedger.Sheets;
using Microsoft.Net.Http.Headers;

namespace AttributionLedger.Api.Requests;

/// <summary>The body of a write: JSON in UTF-8, of a size that a line of a sheet may have.</summary>
internal static class Body
{
    public const int Limit = SheetLines.LineLimit;

    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding == "identity");

    /// <summary>The whole body; null when it is larger than is taken.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Limit) return null;
        while (true)
        {
            var read = await NextAsync(request.BodyReader, ct);
            if (read.Buffer.Length > Limit)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async ValueTask<ReadResult> NextAsync(PipeReader body, CancellationToken ct)
    {
        try
        {
            return await body.ReadAsync(ct);
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            // A size of a chunk that no number holds is told as a fault of the network.
            throw new BadHttpRequestException("The body cannot be read.", fault);
        }
    }
}
