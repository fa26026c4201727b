using System.Text;
using System.Text.Json;
using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Requests;
using AttributionLedger.Basics;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Tables;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AttributionLedger.Api.Spreadsheets;

/// <summary>
/// The body of an import: the file as it is, or JSON that holds the file and its mapping. Forms are not taken, for a page
/// elsewhere could make a browser at the desk send one.
/// </summary>
internal sealed record TableBody(byte[] File, byte[]? Mapping, IResult? Refusal = null)
{
    /// <summary>The types of a file that is sent as it is.</summary>
    public static readonly IReadOnlyList<string> FileTypes = ["text/csv", "text/tab-separated-values", "application/octet-stream"];

    // A file as Base64 takes a third more, and its mapping stands beside it.
    private const int Limit = TableLimits.Bytes / 3 * 4 + MappingReader.SizeLimit + 1024;

    private static readonly string[] Fields = ["text", "base64", "map"];

    public static async Task<TableBody> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var isFile = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && FileTypes.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase) && request.Headers.ContentEncoding.Count == 0;
        if (!isFile && !Body.IsJson(request))
            return Refused(Problems.Of(StatusCodes.Status415UnsupportedMediaType, "media-type-not-taken", $"An import takes a file of the type {string.Join(", ", FileTypes)}, or application/json in UTF-8 that holds the file and its mapping; not compressed.", "Content-Type"));
        if (await WholeAsync(request, ct) is not { } body)
            return Refused(Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", $"A spreadsheet has at most {TableLimits.Bytes} bytes, for it is held in memory whole. Cut it in two between two incidents; each part keeps the header."));
        return isFile ? OfFile(body, type!.Charset.Value) : OfJson(body);
    }

    private static TableBody OfFile(byte[] file, string? charset) => Charsets.Read(charset, file) switch
    {
        { Refusal: { } refusal } => Refused(refusal),
        { Encoding: { } encoding } => new(file, JsonSerializer.SerializeToUtf8Bytes(new { encoding })),
        _ => new(file, null)
    };

    private static TableBody OfJson(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Refused("body-not-object", null, "This body is no object. It is {\"text\": ..., \"map\": {...}}.");
            if (root.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => !Fields.Contains(name)) is { } strange)
                return Refused("field-unknown", strange.Length > 60 ? strange[..60] : strange, $"An import has no such field; it has {string.Join(", ", Fields)}.");
            var mapping = root.TryGetProperty("map", out var map) && map.ValueKind != JsonValueKind.Null ? Encoding.UTF8.GetBytes(map.GetRawText()) : null;
            var (hasText, hasBytes) = (root.TryGetProperty("text", out var text), root.TryGetProperty("base64", out var bytes));
            if (hasText && hasBytes) return Refused("fields-exclusive", "base64", "A file is given as text or as Base64, not as both.");
            if (hasText && text.ValueKind == JsonValueKind.String) return new(Marked(text.GetString()!), mapping);
            if (hasBytes && bytes.ValueKind == JsonValueKind.String && bytes.TryGetBytesFromBase64(out var file)) return new(file, mapping);
            return hasText || hasBytes ? Refused("field-type", hasText ? "text" : "base64", "This field takes a text; base64 one in the letters of Base64.")
                : Refused("field-missing", "text", "This field is missing: the text of the file, or its bytes as base64.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Refused("body-not-json", null, "This body is not JSON, or says one thing twice.");
        }
    }

    // A text has no encoding left to be told of; with the mark no mapping says otherwise.
    private static byte[] Marked(string text) => text is "" or ['\ufeff', ..] ? Encoding.UTF8.GetBytes(text) : [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

    /// <summary>The whole body; null when it is larger than is taken.</summary>
    private static async Task<byte[]?> WholeAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Limit) return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Limit + 1L;
        using var body = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            body.Write(buffer, 0, read);
            if (body.Length > Limit) return null;
        }
        return body.ToArray();
    }

    private static TableBody Refused(string code, string? field, string message) => Refused(Problems.Malformed([new Rejection(code, field, message)], isBody: true));

    private static TableBody Refused(IResult refusal) => new([], null, refusal);
}
