using System.Security.Cryptography;
using System.Text.Json;
using AttributionLedger.Store;

namespace AttributionLedger.Attribution;

/// <summary>By which what may be read is known again.</summary>
internal static class Digests
{
    /// <summary>The moment at which it was read is no part of it.</summary>
    public static string Digest(this ReadingShape reading) => Of(reading with { AsOf = reading.AsOf with { SaidBy = default, KnownAt = default } });

    public static string Of(object shape) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shape, shape.GetType(), ShapeJson.Options)).AsSpan(0, 16));
}
